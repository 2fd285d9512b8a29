import { createSecureContext, rootCertificates } from 'node:tls'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import type { Credentials, Headers, Request, Response } from './exchange.ts'
import { header } from './exchange.ts'
import { NetworkFault, networkFault } from './network-fault.ts'
import { textOf } from './text-of.ts'

/** A client certificate with its key, as Node's TLS takes it. */
export type ClientCertificate =
  | { readonly cert: string; readonly key: string; readonly passphrase?: string }
  | { readonly pfx: Buffer; readonly passphrase?: string }

export interface TransportOptions {
  /** PEM of authorities to trust beside the public ones. */
  readonly ca?: string
  readonly certificates: Partial<Record<Credentials['certificate'], ClientCertificate>>
  /** Seconds. */
  readonly timeout: number
  readonly bodyBytes: number
  readonly connections: number
}

/** An answer as it came, with what only its bytes tell. */
export interface Received {
  readonly response: Response
  readonly bytes: number
  readonly bodySha256: string
  readonly validUtf8: boolean
  readonly byteOrderMark?: true
}

export interface Transport {
  readonly send: (request: Request, certificate: Credentials['certificate'], signal?: AbortSignal) => Promise<Received>
  readonly close: () => Promise<void>
}

/** Answers of the kind 1xx before the one that counts: each of them keeps a client waiting. */
const mostInformational = 10

const pairs = (raw: readonly string[]): Headers =>
  Array.from({ length: raw.length / 2 }, (_, index) => [String(raw[index * 2]), String(raw[index * 2 + 1])] as const)

const decoders: Readonly<Record<string, (body: Buffer, limit: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
}

const decode = (body: Buffer, coding: string | undefined, maxOutputLength: number): Buffer =>
  // An empty body has nothing to decode, whatever its header says.
  (body.length === 0 ? '' : (coding ?? ''))
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .reverse()
    .reduce((bytes, name) => decoders[name]?.(bytes, { maxOutputLength }) ?? bytes, body)

const received = (status: number, headers: Headers, raw: Buffer, limit: number): Received => {
  const { text, ...facts } = textOf(decode(raw, header({ headers }, 'content-encoding'), limit))
  return { response: { status, headers, body: text }, bytes: raw.length, ...facts }
}

const proxied = (): boolean =>
  Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name) && process.env[name])

const dispatcherFor = (options: TransportOptions, certificate: ClientCertificate | undefined): Dispatcher => {
  // Made once: reading all the authorities anew for each connection takes longer than the connection.
  const secureContext = createSecureContext({
    ...(options.ca === undefined ? {} : { ca: trusted(options.ca) }),
    ...certificate,
    minVersion: 'TLSv1.2',
  })
  const tls = { secureContext }
  const common = {
    allowH2: false,
    connections: options.connections,
    headersTimeout: options.timeout * 1000,
    bodyTimeout: options.timeout * 1000,
    maxResponseSize: options.bodyBytes,
    keepAliveTimeout: 10_000,
    connect: { ...tls, timeout: options.timeout * 1000 },
  }
  return proxied() ? new EnvHttpProxyAgent({ ...common, requestTls: tls }) : new Agent(common)
}

/** The public authorities go on being trusted beside those of the profile. */
export const trusted = (ca: string): string[] => [ca, ...rootCertificates]

/**
 * Opens a transport: connections are kept and reused, one pool per client certificate, proxies of the environment
 * honoured. Never follows a redirect and never retries. `send` throws a `NetworkFault` when no answer comes.
 */
export const openTransport = (options: TransportOptions): Transport => {
  const dispatchers = new Map<string, Dispatcher>()
  const dispatcher = (name: Credentials['certificate']): Dispatcher => {
    const known = dispatchers.get(name)
    if (known !== undefined) return known
    const made = dispatcherFor(options, options.certificates[name])
    dispatchers.set(name, made)
    return made
  }
  return {
    async send(request, certificate, signal) {
      const url = new URL(request.url)
      const late = new AbortController()
      let informational = 0
      let begun = false
      let timer: NodeJS.Timeout | undefined
      try {
        const answer = await dispatcher(certificate).request({
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method: request.method as Dispatcher.HttpMethod,
          headers: request.headers.flat(),
          body: request.body ?? null,
          responseHeaders: 'raw',
          signal: signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]),
          onInfo() {
            informational += 1
            if (informational > mostInformational) late.abort()
          },
        })
        begun = true
        // The library's own limit begins anew with every piece.
        timer = setTimeout(() => late.abort(), options.timeout * 1000)
        const raw = Buffer.from(await answer.body.arrayBuffer())
        return received(answer.statusCode, pairs(answer.headers as unknown as string[]), raw, options.bodyBytes)
      } catch (cause) {
        if (!late.signal.aborted) throw networkFault(cause, url.host)
        throw new NetworkFault(
          begun ? 'unfinished' : 'timeout',
          url.host,
          `${url.host}: the answer was not whole in time`,
          {
            cause,
          },
        )
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      await Promise.all([...dispatchers.values()].map((one) => one.destroy()))
    },
  }
}
