import { type Exchange, header, json } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type GrantOptions, Inconclusive, type Session } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { token } from '../../operations.ts'
import { type SpoiledAssertion, spoiledAssertions } from '../spoiled-assertions.ts'

/** Milliseconds between a client assertion and the same one again. */
const beforeReplay = 2000
/** Milliseconds by which clocks may differ where eight seconds are to be told from more than ten. */
const closeClocks = 1500

const clientCredentials = { grant_type: 'client_credentials', scope: 'accounts' }

const ask = (session: Session, options: GrantOptions): Promise<Exchange> => session.grant(clientCredentials, options)

/** Whether the clock of the server is that of the run, as far as the seconds of `Date` tell. */
const sameClock = ({ startedAt, durationMs, response }: Exchange): boolean => {
  const theirs = Date.parse(header(response, 'date') ?? '') + 500
  return Math.abs(Date.parse(startedAt) + durationMs / 2 - theirs) <= closeClocks
}

/** Requests for a client-credentials token that differ in the client assertion alone. */
export interface Assertions extends Probed {
  /** One whose times lie eight seconds ahead, where both clocks are close enough to say so. */
  readonly ahead?: Probe
}

/** A good request for a token, requests whose client assertion alone is spoiled, and the good assertion once more. */
export const askWithSpoiledAssertions = scenario({
  id: 'authorisation/ask-with-spoiled-assertions',
  title: 'ask for a token with client assertions that are not good',
  needs: [],
  operations: [token],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Assertions> {
    const document = json((await session.discovery()).response) as Readonly<Record<string, unknown>>
    let first: string | undefined
    const baseline = await ask(session, {
      purpose: 'good client assertion',
      form(form) {
        first = form.client_assertion
        return form
      },
    })
    if (baseline.response.status !== 200)
      throw new Inconclusive(`a good client assertion was answered with ${baseline.response.status}`)
    const given = {
      token: String(document.token_endpoint),
      par: String(document.pushed_authorization_request_endpoint),
    }
    const one = ({ name, spoil }: SpoiledAssertion): Promise<Probe> =>
      probe(name, () => ask(session, { purpose: name, ...spoil(given) }))
    const probes = await Promise.all(spoiledAssertions.map(one))
    const eight = {
      claims: ({ iat, nbf, ...rest }: Claims) => ({ ...rest, iat: Number(iat) + 8, nbf: Number(nbf) + 8 }),
    }
    const ahead = sameClock(baseline)
      ? await probe('times eight seconds ahead', () =>
          ask(session, { purpose: 'times eight seconds ahead', assertion: eight }),
        )
      : undefined
    await session.wait(beforeReplay)
    const again = await probe('used twice', () =>
      ask(session, { purpose: 'used twice', form: (form) => ({ ...form, client_assertion: first ?? '' }) }),
    )
    return { baseline, probes: [...probes, again], ...(ahead && { ahead }) }
  },
})

type Claims = Readonly<Record<string, unknown>>
