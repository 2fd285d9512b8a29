import type { ProfileFile } from '../profile/schema.ts'
import type { Recorder } from '../recorder.ts'
import { type AuthoriseOptions, Inconclusive } from '../session.ts'
import { authoriseInBrowser, type Person } from './browser.ts'
import type { PushedRequest, Speaker } from './client.ts'
import { type Authorised, authoriseHeadless } from './headless.ts'

type Forms = readonly Readonly<Record<string, string>>[]

export interface AuthoriserOptions {
  readonly profile: ProfileFile
  readonly recorder: Recorder
  readonly interrupted: AbortSignal
  readonly person: Person
  /** Values for the forms of the log-in, secrets fetched. */
  readonly forms: Forms
  /** The same for a user who declines; none where the profile does not say. */
  readonly declineForms?: Forms
  /** The same with passwords that are nobody's. */
  readonly wrongForms?: Forms
  /** The authorization endpoint. */
  readonly endpoint: string
  readonly allowed: (origin: string) => boolean
}

/** Takes an authorization request to its end, as the profile says: by filling in forms, or by asking a person. */
export type Authorise = (
  push: PushedRequest,
  speaker: Speaker,
  purpose: string,
  options?: AuthoriseOptions,
) => Promise<Authorised>

/** A person may bring back the address of an earlier journey; its code belongs to another request. */
const ofThisJourney = (authorised: Authorised, push: PushedRequest): Authorised => {
  const { callback } = authorised.authorisation
  if (callback?.parameters.state === push.claims.state) return authorised
  throw new Inconclusive('the callback belongs to another journey: its state is not the one that was sent')
}

/** Makes the way through the authorization endpoint of a run. */
export const authoriser = (given: AuthoriserOptions): Authorise => {
  const { profile, recorder, person, forms, declineForms = [], wrongForms = [], interrupted, allowed } = given
  let last: Promise<unknown> = Promise.resolve()
  const startOf = (push: PushedRequest, { query }: AuthoriseOptions): string => {
    const usual = { ...push.query, client_id: profile.client.id }
    const address = new URL(given.endpoint)
    for (const [name, value] of Object.entries(query?.(usual) ?? usual)) address.searchParams.set(name, value)
    return address.href
  }
  const formsFor = ({ stop, decline, wrongPassword }: AuthoriseOptions): Forms => {
    if (stop === 'first-page') return []
    if (decline) return declineForms
    return wrongPassword ? wrongForms : forms
  }
  return (push, speaker, purpose, options = {}) => {
    const start = startOf(push, options)
    const { redirectUri } = profile.client
    const inFragment = push.claims.response_type !== 'code'
    if (profile.authorisation.mode === 'headless') {
      const pushed = push.claims.redirect_uri
      const pushedUri = typeof pushed === 'string' ? { pushedUri: pushed } : {}
      const way = { recorder, redirectUri, ...pushedUri, forms: formsFor(options), allowed, inFragment }
      return authoriseHeadless(start, way, speaker, purpose)
    }
    // A person gives one consent at a time.
    const why = `${speaker.scenario}: ${purpose}`
    const turn = last
      .then(() => authoriseInBrowser({ start, redirectUri, person, why, interrupted, inFragment }))
      .then((authorised) => ofThisJourney(authorised, push))
    last = turn.catch(() => undefined)
    return turn
  }
}
