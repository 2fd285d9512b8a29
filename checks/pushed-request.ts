import { json } from '../engine/exchange.ts'
import { type Answer, type Observed, silent, undecided } from '../engine/rule.ts'
import type { Push } from '../engine/session.ts'
import { object } from './body.ts'
import { finding, noObject } from './findings.ts'
import { refused, succeeded, unavailable } from './status.ts'

/**
 * A good push succeeds with `request_uri`, a string, and `expires_in`, a positive integer. 200 and 201 both
 * pass: RFC 9126 §2.2 says 201, some markets' documents 200. An OAuth error other than `invalid_client` decides nothing:
 * the redirect URI, the scopes and the roles of the client are the profile's, and no answer tells a wrong one from a wrong
 * refusal.
 */
export const pushSucceeds = ({ par }: Push): Answer => {
  const { status } = par.response
  if (unavailable(par)) return undecided(`the endpoint answered ${status}`)
  const error = refused(par) ? object(json(par.response))?.error : undefined
  if (typeof error === 'string' && error !== 'invalid_client')
    return undecided(`a good push was refused with ${status} ${error}; check client.redirectUri and the client's roles`)
  if (status !== 200 && status !== 201) return [finding('status', '200 or 201', status)]
  const answer = object(json(par.response))
  if (answer === undefined) return [noObject(par.response)]
  const { request_uri: requestUri, expires_in: expiresIn } = answer
  return [
    ...(typeof requestUri === 'string' && requestUri !== '' ? [] : [finding('/request_uri', 'a string', requestUri)]),
    ...(Number.isInteger(expiresIn) && Number(expiresIn) > 0
      ? []
      : [
          finding(
            '/expires_in',
            'a positive integer',
            typeof expiresIn === 'string' ? JSON.stringify(expiresIn) : expiresIn,
          ),
        ]),
  ]
}

/**
 * Which success status came, and which members beside the two. A market's document may close the answer; RFC 9126 does
 * not, and a client ignores what it does not know.
 */
export const answerOfPush = ({ par }: Push): Observed => {
  const { request_uri: _, expires_in: __, ...others } = object(json(par.response)) ?? {}
  const names = Object.keys(others)
  return {
    'status of the push': String(par.response.status),
    ...(succeeded(par) && names.length > 0 ? { 'further members': names.sort().join(', ') } : {}),
  }
}

/** Shortest and longest life of a `request_uri`, in seconds, that RFC 9126 §2.2 calls typical; FAPI 2.0 sets the upper end. */
const [shortest, longest] = [5, 600]

/** The life of a `request_uri` lies between 5 and 600 seconds. Silent without a life that is a number: others judge that. */
export const requestUriLivesShort = ({ par }: Push): Answer => {
  const life = object(json(par.response))?.expires_in
  if (!succeeded(par) || typeof life !== 'number') return silent('no push that succeeded says for how long')
  return life >= shortest && life <= longest
    ? []
    : [finding('/expires_in', `${shortest} to ${longest} seconds`, life, par)]
}

const urn = 'urn:ietf:params:oauth:request-uri:'

/** Whether a `request_uri` has the form of a pushed one (RFC 9126 §2.2, where it is one choice of several). */
export const formOfRequestUri = ({ requestUri }: Push): Observed =>
  requestUri === undefined ? {} : { request_uri: requestUri.startsWith(urn) ? urn : 'of another form' }
