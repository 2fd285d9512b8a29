import { type Exchange, json } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type GrantOptions, Inconclusive, type Session } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { token } from '../../operations.ts'
import { sameClock } from '../clocks.ts'
import { replayed, spoiledAssertions } from '../spoiled-assertions.ts'

/** Milliseconds between a client assertion and the same one again. */
const beforeReplay = 2000
/** Milliseconds after which a refusal may be about the age of an assertion: half of its life, the rest is for clocks that differ. */
const stillGood = 30_000

const clientCredentials = { grant_type: 'client_credentials', scope: 'accounts' }

const ask = (session: Session, options: GrantOptions): Promise<Exchange> => session.grant(clientCredentials, options)

type Claims = Readonly<Record<string, unknown>>

const eight = {
  claims: ({ iat, nbf, ...rest }: Claims): Claims => ({ ...rest, iat: Number(iat) + 8, nbf: Number(nbf) + 8 }),
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
    const ahead = sameClock(baseline)
      ? await probe('times eight seconds ahead', () =>
          ask(session, { purpose: 'times eight seconds ahead', assertion: eight }),
        )
      : undefined
    const replay = async (): Promise<Exchange> => {
      await session.wait(beforeReplay)
      const answer = await ask(session, {
        purpose: replayed.name,
        form: (form) => ({ ...form, client_assertion: first ?? '' }),
      })
      const after = Date.parse(answer.startedAt) - Date.parse(baseline.startedAt)
      if (answer.response.status === 200 || after < stillGood) return answer
      throw new Inconclusive('it was sent so late that it may have been refused for its age')
    }
    const given = {
      token: String(document.token_endpoint),
      par: String(document.pushed_authorization_request_endpoint),
    }
    // In turn: the replay is not to wait behind all of them where the profile is slow.
    const inTurn = async (): Promise<readonly Probe[]> => {
      const done: Probe[] = []
      for (const { name, spoil } of spoiledAssertions)
        done.push(await probe(name, () => ask(session, { purpose: name, ...spoil(given) })))
      return done
    }
    const [again, probes] = await Promise.all([probe(replayed.name, replay), inTurn()])
    return { baseline, probes: [...probes, again], ...(ahead && { ahead }) }
  },
})
