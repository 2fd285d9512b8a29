import { randomBytes, randomUUID } from 'node:crypto'
import type { Contract } from './contract.ts'
import type { Credentials, Exchange, Headers } from './exchange.ts'
import { NetworkFault } from './network-fault.ts'
import type { Recorder } from './recorder.ts'
import { type CallOptions, Inconclusive } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'
import { askTwice, notNow } from './twice.ts'

/** Fetches the value of a token by kind; never asked for `none`, `unknown`. */
export type TokenSource = (kind: 'user' | 'first' | 'client' | 'second') => Promise<string>

/** The value of an Authorization header for a kind of token; undefined for none. */
export const authorization = async (
  kind: Credentials['token'],
  usual: 'user' | 'client',
  tokens: TokenSource,
): Promise<string | undefined> => {
  if (kind === 'none') return undefined
  if (kind === 'unknown') return `Bearer ${randomBytes(32).toString('base64url')}`
  if (kind === 'basic') return `Basic ${await tokens(usual)}`
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
export const operationUrl = (base: string, path: string, { path: values = {}, query = {} }: CallOptions): string => {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value was given for the path parameter ${name} of ${path}`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams(query).toString()
  return `${base.replace(/\/$/, '')}${filled}${search === '' ? '' : `?${search}`}`
}

/** A network fault becomes ours before the host was ever reached, and a missed occasion after. */
export const sayWhose = (fault: unknown, recorder: Recorder, where: string): never => {
  if (!(fault instanceof NetworkFault)) throw fault
  if (recorder.reached(fault.host)) {
    const gone = fault.kind === 'refused' || (fault.kind === 'closed' && fault.cause !== undefined)
    throw new Inconclusive(gone ? `${fault.host} stopped answering` : fault.message, { cause: fault })
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

interface Speaker {
  readonly suite: string
  readonly scenario: string
  readonly usual: 'user' | 'client'
  readonly tokens: TokenSource
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Makes the caller of a run over its contracts. */
export const makeCaller = (
  recorder: Recorder,
  contracts: readonly Contract[],
  where: (operation: string) => string,
): Caller => {
  const contractOf = (operation: string): Contract | undefined =>
    contracts.find(({ operations }) => operations.has(operation))
  return {
    contractOf,
    async call(operation, url, method, options, speaker) {
      const token = options.token ?? speaker.usual
      const credential = await authorization(token, speaker.usual, speaker.tokens)
      const usual: Headers = [
        ['accept', 'application/json'],
        ['x-fapi-interaction-id', randomUUID()],
        ...(credential === undefined ? [] : [['authorization', credential] as const]),
        ...(options.body === undefined ? [] : [['content-type', options.body.mediaType] as const]),
      ]
      const send = (purpose: string): Promise<Exchange> =>
        recorder.send({
          ...(contractOf(operation)?.operations.get(operation)?.method === method ? { operation } : {}),
          suite: speaker.suite,
          scenario: speaker.scenario,
          purpose,
          credentials: { token, certificate: options.certificate ?? 'own' },
          ...(options.expects429 ? { unlimited: true as const } : {}),
          request: {
            method,
            url,
            headers: mergeHeaders(usual, options.headers),
            ...(options.body === undefined ? {} : { body: options.body.text }),
          },
        })
      const purpose = options.purpose ?? 'good call'
      const whose = (fault: unknown): never => sayWhose(fault, recorder, where(operation))
      if (options.expects429) return send(purpose).catch(whose)
      const safe = method === 'GET' || method === 'HEAD'
      const answer = await askTwice(send, { purpose, wait: speaker.wait, safe }).catch(whose)
      if (notNow(answer)) throw new Inconclusive(`${operation} answered ${answer.response.status} twice`)
      return answer
    },
  }
}
