import { randomUUID } from 'node:crypto'
import type { Credentials, Headers } from '../exchange.ts'
import type { Draft } from '../recorder.ts'
import type { Speaker } from './client.ts'

export type Form = Readonly<Record<string, string>>

/** A request of a client to an endpoint of the server: a form that is posted unless said otherwise. */
export interface Letter {
  readonly endpoint: string
  /** The operation of the contract, where it is posted. */
  readonly operation: string
  readonly form: Form
  readonly speaker: Speaker
  readonly purpose: string
  readonly certificate?: Credentials['certificate'] | undefined
  readonly method?: string | undefined
  readonly mediaType?: string | undefined
}

const formType = 'application/x-www-form-urlencoded'

/** The request to be recorded: the form in the body, as JSON where the media type says so, or in the query of a GET. */
export const draftOf = (letter: Letter): Draft => {
  const { endpoint, operation, form, speaker, purpose } = letter
  const { certificate = 'own', method = 'POST', mediaType = formType } = letter
  const usual: Headers = [
    ['accept', 'application/json'],
    ['x-fapi-interaction-id', randomUUID()],
  ]
  const encoded = new URLSearchParams(form).toString()
  const request =
    method === 'GET' || method === 'HEAD'
      ? { method, url: `${endpoint}${endpoint.includes('?') ? '&' : '?'}${encoded}`, headers: usual }
      : {
          method,
          url: endpoint,
          headers: [['content-type', mediaType] as const, ...usual],
          body: /\bjson$/.test(mediaType) ? JSON.stringify(form) : encoded,
        }
  return {
    ...(method === 'POST' ? { operation } : {}),
    suite: speaker.suite,
    scenario: speaker.scenario,
    purpose,
    credentials: { token: 'none', certificate },
    request,
  }
}
