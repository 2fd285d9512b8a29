import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { probe } from '../../ask.ts'
import { wholeData } from '../../needs.ts'
import { account, accounts, authorization, par, token } from '../../operations.ts'
import { narrowerConsent } from '../narrower.ts'
import { ofAccounts, type Resource } from '../resources.ts'

/** An account that the consent does not cover, beside one that it does. */
export interface Unselected {
  /** What the consent shows of an account that it covers. */
  readonly inside: Probe
  readonly outside: Probe
  /** The accounts of the consent, of which the other one is none. */
  readonly list: Exchange
}

type Asked = Pick<Resource, 'name' | 'title' | 'operation' | 'claim'>

const itself: Asked = { name: 'account', title: 'an account', operation: account, claim: 'accounts' }

const readUnselected = ({ name, title, operation, claim }: Asked): Scenario<Unselected> =>
  scenario({
    id: `bank-data-sharing/read-unselected-${name}`,
    title: `read ${title} that the consent does not cover`,
    needs: [...new Set(['accounts', claim])],
    means: ['user-journey', 'user-agent'],
    uses: wholeData,
    operations: [accounts, operation, par, authorization, token],
    effect: 'changes',
    async run(session) {
      const { bearer, inside, outside, list } = await narrowerConsent(session)
      const [covered, other] = [inside[0], outside[0]]
      if (covered === undefined || other === undefined)
        throw new Inconclusive('the user has no active accounts of two kinds, of which a consent could leave one out')
      const ask = (purpose: string, AccountId: string): Promise<Probe> =>
        probe(purpose, () => session.call(operation, { purpose, path: { AccountId }, bearer }))
      return {
        inside: await ask('an account of the consent', covered.id),
        outside: await ask('an account that is not of the consent', other.id),
        list,
      }
    },
  })

/** Every resource of an account that the consent does not cover. */
export const readUnselectedAccounts: readonly [Scenario<Unselected>, ...Scenario<Unselected>[]] = [
  readUnselected(itself),
  ...ofAccounts.map(readUnselected),
]
