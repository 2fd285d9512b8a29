import { randomBytes, randomUUID } from 'node:crypto'
import { askAgain, notNow } from './again.ts'
import type { Contract } from './contract.ts'
import { type Credentials, type Exchange, type Headers, json } from './exchange.ts'
import { NetworkFault } from './network-fault.ts'
import type { Draft, Recorder } from './recorder.ts'
import { type CallOptions, ConnectionRefused, Inconclusive } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'
import { type BodyMaker, bodyMaker } from './signed-body.ts'

/** Fetches the value of a token by kind, for the API of a contract; never asked for `none`, `unknown`. */
export type TokenSource = (kind: 'user' | 'first' | 'client' | 'second', api: string) => Promise<string>

/** The value of an Authorization header for a kind of token; undefined for none. */
export const authorization = async (
  kind: Credentials['token'],
  usual: 'user' | 'client',
  tokens: (kind: Parameters<TokenSource>[0]) => Promise<string>,
): Promise<string | undefined> => {
  if (kind === 'none') return undefined
  if (kind === 'unknown') return `Bearer ${randomBytes(32).toString('base64url')}`
  if (kind === 'basic') return `Basic ${await tokens(usual)}`
  if (kind === 'other') throw new Error('another token is presented by the answer that gave it')
  if (kind !== 'tampered') return `Bearer ${await tokens(kind)}`
  const good = await tokens(usual)
  const middle = good.length >> 1
  const other = good[middle] === 'A' ? 'B' : 'A'
  return `Bearer ${good.slice(0, middle)}${other}${good.slice(middle + 1)}`
}

/** Usual headers with those of the call instead of or beside them; names ignore letter case. */
export const mergeHeaders = (usual: Headers, wanted: CallOptions['headers'] = {}): Headers => {
  const named = new Set(Object.keys(wanted).map((name) => name.toLowerCase()))
  const added = Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return [...usual.filter(([name]) => !named.has(name.toLowerCase())), ...added]
}

/** The URL of an operation below a base URL, path parameters and query percent-encoded. */
export const operationUrl = (
  base: string,
  path: string,
  { path: values = {}, query = {}, search = '' }: CallOptions,
): string => {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value was given for the path parameter ${name} of ${path}`)
    return encodeURIComponent(value)
  })
  const asked = [new URLSearchParams(query).toString(), search].filter((part) => part !== '').join('&')
  return `${base.replace(/\/$/, '')}${filled}${asked === '' ? '' : `?${asked}`}`
}

/** The value of the header for the access token of an answer of the token endpoint. Throws `Inconclusive` when it has none. */
const bearerOf = ({ response }: Exchange): string => {
  const token = (json(response) as { readonly access_token?: unknown } | undefined)?.access_token
  if (typeof token !== 'string' || !/^[!-~]+$/.test(token)) {
    throw new Inconclusive(`the token endpoint answered ${response.status} without an access_token to present`)
  }
  return `Bearer ${token}`
}

/**
 * A network fault becomes ours before the host was ever reached, and a missed occasion after. A connection that is broken
 * off when the client's own certificate is not shown is `ConnectionRefused`.
 */
export const sayWhose = (
  fault: unknown,
  recorder: Recorder,
  where: string,
  certificate: Credentials['certificate'] = 'own',
): never => {
  if (!(fault instanceof NetworkFault)) throw fault
  const reached = recorder.reached(fault.host)
  // What happens without the own certificate never tells that the set-up is at fault.
  if (reached || certificate !== 'own') {
    const brokenOff = fault.kind === 'rejected' || (fault.kind === 'closed' && reached)
    if (certificate !== 'own' && brokenOff && fault.cause !== undefined) {
      throw new ConnectionRefused(fault.message, { cause: fault })
    }
    const gone = fault.kind === 'refused' || (fault.kind === 'closed' && fault.cause !== undefined)
    throw new Inconclusive(gone && reached ? `${fault.host} stopped answering` : fault.message, { cause: fault })
  }
  const todo = {
    untrusted: 'If the host uses a private certificate authority, name it in trust.ca.',
    rejected: 'The server may not accept the client certificate: check client.transport.',
  }[fault.kind as string]
  throw new SetUpFault(
    where,
    fault.message,
    todo ?? 'Check the address, the network, and proxies (HTTPS_PROXY, NO_PROXY).',
    { cause: fault },
  )
}

/** Makes requests to resources, waits out what the transport rules say, and puts network faults in their place. */
export interface Caller {
  readonly call: (
    operation: string,
    url: string,
    method: string,
    options: CallOptions,
    speaker: Speaker,
  ) => Promise<Exchange>
  readonly contractOf: (operation: string) => Contract | undefined
}

const fapiHeaders = async (
  token: Credentials['token'],
  bearer: Exchange | undefined,
  { usual, tokens }: Speaker,
  api: string,
): Promise<Headers> => {
  const of = (kind: Parameters<TokenSource>[0]): Promise<string> => tokens(kind, api)
  const credential = bearer === undefined ? await authorization(token, usual, of) : bearerOf(bearer)
  return [
    ['x-fapi-interaction-id', randomUUID()],
    ...(credential === undefined ? [] : [['authorization', credential] as const]),
  ]
}

interface Speaker {
  readonly suite: string
  readonly scenario: string
  readonly usual: 'user' | 'client'
  readonly tokens: TokenSource
  /** The headers with which a kind of credential is presented, where that is not a token of an authorization server. */
  readonly headers?: (kind: Credentials['token']) => Headers
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Makes the caller of a run over its contracts. */
export const makeCaller = (
  recorder: Recorder,
  contracts: readonly Contract[],
  where: (operation: string) => string,
  make: BodyMaker = bodyMaker(),
): Caller => {
  const contractOf = (operation: string): Contract | undefined =>
    contracts.find(({ operations }) => operations.has(operation))
  return {
    contractOf,
    async call(operation, url, method, options, speaker) {
      const { bearer, certificate = 'own' } = options
      const token = bearer === undefined ? (options.token ?? speaker.usual) : 'other'
      const usual: Headers = [
        ['accept', 'application/json'],
        ...(speaker.headers?.(token) ?? (await fapiHeaders(token, bearer, speaker, contractOf(operation)?.name ?? ''))),
      ]
      const draftOf = async (purpose: string): Promise<Draft> => {
        const body = await make(options)
        return {
          ...(contractOf(operation)?.operations.get(operation)?.method === method ? { operation } : {}),
          suite: speaker.suite,
          scenario: speaker.scenario,
          purpose,
          credentials: { token, certificate },
          ...(options.expects429 ? { unlimited: true as const } : {}),
          request: {
            method,
            url,
            headers: mergeHeaders([...usual, ...body.headers], options.headers),
            ...(body.text !== undefined && { body: body.text }),
          },
        }
      }
      // What is signed is signed when its turn comes.
      const signs = options.signed !== undefined || options.body?.detached !== undefined
      const send = async (purpose: string): Promise<Exchange> =>
        recorder.send(signs ? () => draftOf(purpose) : await draftOf(purpose))
      const purpose = options.purpose ?? 'good call'
      const whose = (fault: unknown): never => sayWhose(fault, recorder, where(operation), certificate)
      if (options.expects429) return send(purpose).catch(whose)
      // Without the own certificate no answer is one: asking again would only take time.
      const safe = certificate === 'own' && (method === 'GET' || method === 'HEAD')
      const answer = await askAgain(send, { purpose, wait: speaker.wait, safe }).catch(whose)
      if (notNow(answer)) throw new Inconclusive(`${operation} went on answering ${answer.response.status}`)
      return answer
    },
  }
}
