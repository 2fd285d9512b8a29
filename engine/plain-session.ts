import { randomBytes } from 'node:crypto'
import { makeCaller, operationUrl } from './calls.ts'
import type { Contract } from './contract.ts'
import type { Credentials, Headers } from './exchange.ts'
import type { Stage } from './execute.ts'
import { limitsOf } from './open-session.ts'
import { eachPart } from './profile/credential-parts.ts'
import type { PlainHeaders } from './profile/headers.ts'
import type { RawProfile } from './profile/read.ts'
import type { PlainProfile } from './profile/schema.ts'
import type { Recorder } from './recorder.ts'
import { type CallOptions, Inconclusive, type Session } from './session.ts'
import { sleep } from './sleep.ts'

export interface PlainStart {
  readonly profile: PlainProfile
  readonly raw: RawProfile
  readonly contracts: readonly Contract[]
  readonly recorder: Recorder
  readonly interrupted: AbortSignal
  readonly headers: PlainHeaders
}

/** Nobody's. */
const foreign = (): string => randomBytes(24).toString('base64url')

/** One character in the middle is another, whether letter case matters or not. */
const changed = (part: string): string => {
  const middle = part.length >> 1
  return `${part.slice(0, middle)}${part[middle]?.toLowerCase() === 'a' ? 'B' : 'A'}${part.slice(middle + 1)}`
}

/** The headers with which a call is made that presents a credential of some kind. */
const headersFor = ({ usual, credentials }: PlainHeaders, kind: Credentials['token']): Headers => {
  if (kind === 'none') return usual
  if (kind === 'user' || kind === 'client' || kind === 'first') return [...usual, ...credentials]
  if (credentials.length === 0) throw new Inconclusive('no header of this run is a credential')
  if (kind === 'second' || kind === 'other') throw new Inconclusive('the target is reached with headers alone')
  if (kind === 'basic') return [...usual, ...credentials.map(([name, value]) => [name, basic(value)] as const)]
  // Each part: a server may read only one of them, such as one cookie of several.
  const spoil = kind === 'tampered' ? changed : foreign
  return [...usual, ...credentials.map(([name, value]) => [name, eachPart(name, value, spoil)] as const)]
}

const basic = (value: string): string => `Basic ${value.slice(value.lastIndexOf(' ') + 1)}`

/** Opens the sessions of a run whose target headers alone open: calls and links, and nothing of an authorization server. */
export const startPlain = ({ profile, raw, contracts, recorder, interrupted, headers }: PlainStart): Stage['open'] => {
  const where = `${raw.locate(['baseUrl'])}${raw.fromFlags ? '' : ': baseUrl'}`
  const caller = makeCaller(recorder, contracts, () => where)
  const { origin } = new URL(profile.baseUrl)
  const shared = new Map<string, Promise<unknown>>()
  const wait = (milliseconds: number): Promise<void> => sleep(milliseconds, interrupted)
  const cannot = (): Promise<never> => Promise.reject(new Inconclusive('the target has no authorization server to ask'))

  return (scenario, suite) => {
    const voice = {
      suite,
      scenario: scenario.id,
      usual: 'client' as const,
      tokens: cannot,
      headers: (kind: Credentials['token']) => headersFor(headers, kind),
      wait,
    }
    const follow: Session['follow'] = async (link, from, options = {}) => {
      if (!URL.canParse(link, from.request.url)) throw new Inconclusive('the link is no address')
      const url = new URL(link, from.request.url)
      if (url.origin !== origin)
        throw new Inconclusive(`the link leads to ${url.origin}, which the profile does not name`)
      return caller.call(from.operation ?? '', url.href, 'GET', { purpose: 'follow a link', ...options }, voice)
    }
    return {
      now: () => new Date(),
      limits: limitsOf(profile),
      samples: profile.samples,
      async call(operation: string, options: CallOptions = {}) {
        const facts = caller.contractOf(operation)?.operations.get(operation)
        if (facts === undefined) throw new Error(`no contract has the operation ${operation}`)
        const url = operationUrl(profile.baseUrl, facts.path, options)
        return caller.call(operation, url, options.method ?? facts.method, options, voice)
      },
      follow,
      async once<T>(key: string, make: () => Promise<T>) {
        const known = shared.get(key) as Promise<T> | undefined
        if (known !== undefined) return known
        const made = make()
        shared.set(key, made)
        return made
      },
      wait,
      discovery: cannot,
      jwks: cannot,
      clientToken: cannot,
      journey: cannot,
      consentId: cannot,
      push: cannot,
      authorise: cannot,
      grant: cannot,
      redeem: cannot,
      refresh: cannot,
      handshake: cannot,
      inbox: cannot,
    }
  }
}
