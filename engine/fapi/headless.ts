import { CookieJar } from 'tough-cookie'
import type { Exchange, Headers } from '../exchange.ts'
import { header, headerValues, mediaType } from '../exchange.ts'
import type { Recorder } from '../recorder.ts'
import { type Authorisation, Inconclusive } from '../session.ts'
import type { Speaker } from './client.ts'
import { filledIn, formFor, formsOf } from './forms.ts'

/** Redirects and pages of one journey: more than any bank needs, and an end to a loop. */
const longestJourney = 20

export interface HeadlessOptions {
  readonly recorder: Recorder
  readonly redirectUri: string
  /** The redirect URI that was pushed, which a request that is to be refused may have of its own. */
  readonly pushedUri?: string
  /** Fields to fill in, form by form, in the order of the journey. */
  readonly forms: readonly Readonly<Record<string, string>>[]
  readonly allowed: (origin: string) => boolean
  /** The response type puts the answer into the fragment. */
  readonly inFragment?: boolean
}

/** What came of a journey, with the code apart: evidence holds no credential. */
export interface Authorised {
  readonly authorisation: Authorisation
  readonly code?: string
}

/** Takes apart the address at which the user agent came back to the client. */
export const readCallback = (
  address: string,
  exchanges: readonly Exchange[],
  inFragment: boolean = false,
): Authorised => {
  const url = new URL(address)
  const hash = new URLSearchParams(url.hash.slice(1))
  const code = url.searchParams.get('code') ?? hash.get('code')
  const fragment = [...hash.keys()]
  hash.delete('id_token')
  const answer = inFragment ? [...url.searchParams, ...hash] : url.searchParams
  const { code: _, ...parameters } = Object.fromEntries(answer)
  url.search = ''
  url.hash = ''
  const callback = { parameters, fragment, to: url.href, withCode: code !== null }
  if (code === null) return { authorisation: { outcome: 'error', callback, exchanges } }
  return { authorisation: { outcome: 'code', callback, exchanges }, code }
}

const isCallback = (address: string, redirectUri: string | undefined): boolean => {
  if (redirectUri === undefined || !URL.canParse(redirectUri)) return false
  const [at, to] = [new URL(address), new URL(redirectUri)]
  return at.origin === to.origin && at.pathname === to.pathname
}

/** Plays the user agent: follows redirects with cookies, fills in the forms that the profile names, stops at the callback. */
export const authoriseHeadless = async (
  start: string,
  { recorder, redirectUri, pushedUri, forms, allowed, inFragment = false }: HeadlessOptions,
  { suite, scenario }: Speaker,
  purpose: string,
): Promise<Authorised> => {
  const cookies = new CookieJar()
  const exchanges: Exchange[] = []

  const visit = async (url: string, form?: string): Promise<Exchange> => {
    const { origin } = new URL(url)
    if (!allowed(origin)) {
      throw new Inconclusive(
        `the journey led to ${origin}, which the profile does not name; add it to authorisation.origins if it belongs to the bank`,
      )
    }
    const cookie = await cookies.getCookieString(url)
    const headers: Headers = [
      ['accept', 'text/html,application/xhtml+xml'],
      ...(cookie === '' ? [] : [['cookie', cookie] as const]),
      ...(form === undefined ? [] : [['content-type', 'application/x-www-form-urlencoded'] as const]),
    ]
    const request = form === undefined ? { method: 'GET', url, headers } : { method: 'POST', url, headers, body: form }
    const exchange = await recorder.send({
      operation: 'authorization',
      suite,
      scenario,
      purpose,
      credentials: { token: 'none', certificate: 'own' },
      request,
    })
    for (const value of headerValues(exchange.response, 'set-cookie'))
      await cookies.setCookie(value, url, { ignoreError: true })
    exchanges.push(exchange)
    return exchange
  }

  let left = forms
  let exchange = await visit(start)
  for (let step = 0; step < longestJourney; step += 1) {
    const { response, request } = exchange
    const location = header(response, 'location')
    if (response.status >= 300 && response.status < 400 && location !== undefined) {
      if (!URL.canParse(location, request.url))
        throw new Inconclusive('the journey led to a Location that is no address')
      const to = new URL(location, request.url).href
      if (isCallback(to, redirectUri) || isCallback(to, pushedUri)) {
        return readCallback(to, exchanges, inFragment)
      }
      exchange = await visit(to)
      continue
    }
    if (response.status >= 400) return { authorisation: { outcome: 'error', exchanges } }
    const [fields, ...rest] = left
    const form =
      mediaType(response) === 'text/html' && fields
        ? formFor(formsOf(response.body, request.url), Object.keys(fields))
        : undefined
    if (form === undefined) return { authorisation: { outcome: 'page', exchanges } }
    left = rest
    const filled = filledIn(form, fields ?? {})
    exchange = form.method === 'POST' ? await visit(form.action, filled) : await visit(`${form.action}?${filled}`)
  }
  throw new Inconclusive(`the journey did not end after ${longestJourney} redirects and pages`)
}
