import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type CallOptions, Inconclusive, type Session } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { consent } from '../../operations.ts'
import { goodMessage, opening, openTwice } from '../opening.ts'
import { openAccount, openingScope } from '../operations.ts'

/** A client's own token of another scope. Throws `Inconclusive` when it is not given. */
const tokenOf = async (session: Session, scope: string): Promise<Exchange> => {
  const answer = await session.clientToken({ scope, purpose: `a token with the scope ${scope}` })
  if (!succeeded(answer))
    throw new Inconclusive(`a token with the scope ${scope} was answered with ${answer.response.status}`)
  return answer
}

const asker = (session: Session) => (name: string, differs: CallOptions) =>
  session.call(openAccount, { ...opening(goodMessage(session), differs), purpose: name })

/** Asks for an account without a token, after one was asked for with one. */
export const openWithoutToken = scenario({
  id: 'account-opening/open-without-token',
  title: 'ask for an account without a token',
  needs: ['account-opening'],
  operations: [openAccount],
  effect: 'creates',
  async run(session): Promise<Probed> {
    const baseline = await openTwice(session)
    const ask = asker(session)
    return { baseline, probes: [await probe('no token', () => ask('no token', { token: 'none' }))] }
  },
})

/** Asks for an account with tokens for account information: the client's own, and a user's. */
export const openWithOtherTokens = scenario({
  id: 'account-opening/open-with-other-tokens',
  title: 'ask for an account with tokens for account information',
  needs: ['account-opening', 'accounts'],
  uses: everything,
  operations: [openAccount],
  effect: 'creates',
  async run(session): Promise<Probed> {
    const baseline = await openTwice(session)
    const ask = asker(session)
    const [other, user] = ['scope accounts', 'token of a user']
    return {
      baseline,
      probes: [
        await probe(other, async () => ask(other, { bearer: await tokenOf(session, 'accounts') })),
        await probe(user, () => ask(user, { token: 'user' })),
      ],
    }
  },
})

/** Reads a consent with a token for account opening, after it was read with one for accounts. */
export const readConsentAsOpener = scenario({
  id: 'account-opening/read-consent-as-opener',
  title: 'read a consent with a token for account opening',
  needs: ['account-opening', 'consents'],
  uses: everything,
  operations: [consent],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Probed> {
    const path = { ConsentId: await session.consentId() }
    const baseline = await session.call(consent, { purpose: 'read the consent', token: 'client', path })
    if (!succeeded(baseline))
      throw new Inconclusive(`the consent was answered with ${baseline.response.status} although nothing was wrong`)
    const bearer = await tokenOf(session, openingScope)
    const name = `scope ${openingScope}`
    return { baseline, probes: [await probe(name, () => session.call(consent, { purpose: name, bearer, path }))] }
  },
})
