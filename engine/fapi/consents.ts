import { json } from '../exchange.ts'
import { type ConsentNeed, Inconclusive, type Journey } from '../session.ts'
import type { FapiClient, PushedRequest, Speaker } from './client.ts'
import type { Authorised } from './headless.ts'
import type { Lodge } from './lodge.ts'

/** Hands out tokens of consents. Equal needs share one consent and one journey. */
export interface Consents {
  readonly journey: (need: ConsentNeed, speaker: Speaker) => Promise<Journey>
  readonly id: (need: ConsentNeed, speaker: Speaker) => Promise<string>
  /** The access token of a consent: the first one however old, or one that is good for a while yet. */
  readonly token: (need: ConsentNeed, speaker: Speaker, which: 'user' | 'first') => Promise<string>
  /** Consents that users gave in this run. */
  readonly given: () => readonly string[]
}

/** Seconds before its end at which a token is refreshed; of a short one the last tenth of its life. */
const nearEnd = 5

interface Grant {
  readonly accessToken: string
  readonly refreshToken?: string
  /** Milliseconds of the monotonic clock. */
  readonly endsAt: number
}

interface Held {
  readonly journey: Journey
  readonly first: Grant
  current: Grant
  refreshing?: Promise<Grant>
}

/** Characters of an access token (RFC 6749 appendix A.12), without blanks: it is one word of a header. */
const visible = /^[!-~]+$/

/** Reads the grant in a token response. Throws `Inconclusive` naming status and error when there is none. */
export const readGrant = (response: { readonly status: number; readonly body: string }, what: string): Grant => {
  const answer = json(response) as
    | { access_token?: unknown; refresh_token?: unknown; expires_in?: unknown; error?: unknown }
    | undefined
  if (response.status !== 200 || typeof answer?.access_token !== 'string') {
    const error = typeof answer?.error === 'string' ? ` ${answer.error}` : ''
    throw new Inconclusive(`${what}: the token endpoint answered ${response.status}${error}`)
  }
  if (!visible.test(answer.access_token)) throw new Inconclusive(`${what}: no header can carry the access_token`)
  const seconds = Number(answer.expires_in)
  const life = Number.isFinite(seconds) && seconds > 0 ? seconds : 300
  return {
    accessToken: answer.access_token,
    ...(typeof answer.refresh_token === 'string' ? { refreshToken: answer.refresh_token } : {}),
    endsAt: performance.now() + Math.max(life - nearEnd, life * 0.9) * 1000,
  }
}

/** Key of a need: what may be shared, and with whom. */
export const consentKey = ({ own, only: _, permissions, ...rest }: ConsentNeed, scenario: string): string =>
  own ? `own ${scenario}` : JSON.stringify([[...permissions].sort(), Object.entries(rest).sort()])

/** Makes the consents of a run whose users can be asked. */
export const makeConsents = (given: {
  readonly lodge: Lodge
  /** Consents are created by a call of their own, and exist before their users are asked. */
  readonly created: boolean
  readonly client: FapiClient
  readonly redirectUri: string
  readonly authorise: (push: PushedRequest, speaker: Speaker, purpose: string) => Promise<Authorised>
}): Consents => {
  const { lodge, client, redirectUri } = given
  const held = new Map<string, Promise<Held>>()
  const consentIds: string[] = []

  const obtain = async (need: ConsentNeed, speaker: Speaker): Promise<Held> => {
    const purpose = given.created ? 'create the consent' : 'push the authorization request'
    const push = await lodge(need, speaker, { purpose })
    const { consentId } = push
    if (!given.created && push.requestUri === undefined)
      throw new Inconclusive(refusal('the authorization request was refused', push.par.response))
    const { authorisation, code } = await given.authorise(push, speaker, 'authorise the consent')
    if (code === undefined) throw new Inconclusive(`the user's consent did not come: ${endOf(authorisation)}`)
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: push.codeVerifier }
    const token = await client.grant(form, speaker, 'redeem the code')
    const grant = readGrant(token.response, 'the code was not redeemed')
    if (need.payment === undefined) consentIds.push(consentId)
    const { codeVerifier: _, query: __, ...pushed } = push
    return { journey: { push: pushed, authorisation, token, consentId, need }, first: grant, current: grant }
  }

  const hold = (need: ConsentNeed, speaker: Speaker): Promise<Held> => {
    const key = consentKey(need, speaker.scenario)
    const known = held.get(key)
    if (known !== undefined) return known
    const made = obtain(need, speaker)
    held.set(key, made)
    return made
  }

  const refresh = async (one: Held, speaker: Speaker): Promise<Grant> => {
    if (one.current.refreshToken === undefined) return one.current
    const form = { grant_type: 'refresh_token', refresh_token: one.current.refreshToken }
    const { response } = await client.grant(form, speaker, 'refresh the token')
    // A server that keeps the refresh token need not repeat it (RFC 6749 §6).
    return { refreshToken: one.current.refreshToken, ...readGrant(response, 'the token was not refreshed') }
  }

  const journey: Consents['journey'] = async (need, speaker) => (await hold(need, speaker)).journey

  return {
    journey,
    id: async (need, speaker) => (await journey(need, speaker)).consentId,
    async token(need, speaker, which) {
      const one = await hold(need, speaker)
      if (which === 'first') return one.first.accessToken
      if (one.current.endsAt > performance.now()) return one.current.accessToken
      one.refreshing ??= refresh(one, speaker).finally(() => {
        delete one.refreshing
      })
      one.current = await one.refreshing
      return one.current.accessToken
    },
    given: () => consentIds,
  }
}

const refusal = (what: string, response: { readonly status: number; readonly body: string }): string => {
  const answer = json(response) as { error?: unknown; error_description?: unknown } | undefined
  return [`${what} with status ${response.status}`, answer?.error, answer?.error_description].filter(Boolean).join(', ')
}

const endOf = ({ outcome, callback, exchanges }: Authorised['authorisation']): string => {
  const error = callback?.parameters.error
  if (error !== undefined) return `the callback says ${error} ${callback?.parameters.error_description ?? ''}`.trim()
  const last = exchanges.at(-1)?.response.status
  return outcome === 'page'
    ? `the journey stopped at a page that authorisation.forms does not fill in (status ${last})`
    : `an error page (status ${last})`
}
