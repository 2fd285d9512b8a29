import type { Exchange } from '../../../../engine/exchange.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { token } from '../../operations.ts'

/** A client's own token for one API, as it was asked for and as it was answered. */
export interface ApiToken {
  readonly scope: string
  readonly answer: Exchange
}

/** What a profile claims of an API, and the scope that its contract demands. */
const apis = [
  ['consents', 'accounts'],
  ['account-opening', 'account-opening'],
  ['products', 'products'],
  ['atms', 'atm'],
] as const

const asksFor = ([claim, scope]: (typeof apis)[number]): Scenario<ApiToken> =>
  scenario({
    id: `authorisation/ask-for-scope-${scope}`,
    title: `ask for a token without a user, for the scope ${scope}`,
    needs: [claim],
    operations: [token],
    effect: 'reads',
    async run(session): Promise<ApiToken> {
      return { scope, answer: await session.clientToken({ scope, purpose: `a token with the scope ${scope}` }) }
    },
  })

const [first, ...others] = apis

/** Asks for a token for each API that is claimed. */
export const askForApiScopes: readonly [Scenario<ApiToken>, ...Scenario<ApiToken>[]] = [
  asksFor(first),
  ...others.map(asksFor),
]
