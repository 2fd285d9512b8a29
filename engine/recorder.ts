import { setMaxListeners } from 'node:events'
import PQueue from 'p-queue'
import { type Exchange, header, type Request } from './exchange.ts'
import { deepFreeze } from './freeze.ts'
import { detachedFacts, jwsFacts } from './jose.ts'
import { NetworkFault, type NetworkFaultKind } from './network-fault.ts'
import type { Redactor } from './redact/redactor.ts'
import type { Transport } from './transport.ts'

/** A request about to be sent, and what it is for. */
export type Draft = Pick<Exchange, 'operation' | 'suite' | 'scenario' | 'purpose' | 'credentials'> & {
  readonly request: Request
  /** Sent at once, past the limits of rate and concurrency: an agreed burst. */
  readonly unlimited?: true
}

/** Sends requests within the profile's limits and hands on every exchange, frozen as it came. Keeps none. */
export interface Recorder {
  /** A draft that is made only when its turn comes may carry the time: what is signed does not grow old in a queue. */
  readonly send: (draft: Draft | (() => Promise<Draft>)) => Promise<Exchange>
  /** Whether a request of this method and URL was answered with a success; of methods that change something. */
  readonly changed: (method: string, url: string) => boolean
  /** Whether a host has answered in this run. */
  readonly reached: (host: string) => boolean
  /** The key set against which signatures are checked from now on. */
  readonly trustKeys: (jwks: unknown) => void
  /** That key set; undefined as long as none was read. */
  readonly keys: () => unknown
  /** Hands on a request that the target made of us, with what it was answered, as one of the exchanges of the run. */
  readonly receive: (came: Omit<Exchange, 'id'>) => Exchange
  /** Gives up what is under way and what waits. */
  readonly stop: () => void
  /** Sends again after a stop: for giving consents back. */
  readonly resume: () => void
}

export interface RecorderOptions {
  readonly transport: Transport
  readonly redactor: Redactor
  readonly concurrency: number
  readonly requestsPerSecond: number
  /** Gets each exchange as it comes. */
  readonly onExchange?: (exchange: Exchange) => void
}

/** Failures in a row after which a host counts as gone, so that a dead one does not cost a time-out per request. */
const patience = 3

/** The host did answer, only not with something that can be read. */
const unreadable: ReadonlySet<NetworkFaultKind> = new Set(['too-large', 'garbled', 'unfinished'])

/** Without the client's own certificate a connection that is broken off is an answer, however often it comes. */
const refusesCertificate = ({ credentials }: Draft, { kind }: NetworkFault): boolean =>
  credentials.certificate !== 'own' && (kind === 'rejected' || kind === 'closed')

/** Every request listens to it, however many there are. */
const stopper = (): AbortController => {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}

const idTokenOf = (body: string): string | undefined => {
  if (!body.includes('"id_token"')) return undefined
  try {
    const found: unknown = JSON.parse(body).id_token
    return typeof found === 'string' ? found : undefined
  } catch {
    return undefined
  }
}

/** Makes the recorder of one run. `send` throws a `NetworkFault` when no answer comes. */
export const makeRecorder = (options: RecorderOptions): Recorder => {
  const { concurrency, requestsPerSecond: rate } = options
  // Whole requests only: a rate below one means a longer interval.
  const queue = new PQueue({
    concurrency,
    interval: rate < 1 ? 1000 / rate : 1000,
    intervalCap: Math.max(1, Math.floor(rate)),
  })
  const changes = new Set<string>()
  const reached = new Set<string>()
  /** By host and certificate: a host that refuses one certificate is there for another. */
  const failures = new Map<string, number>()
  let stopping = stopper()
  let keys: unknown
  let sent = 0

  const sendNow = async (draft: Draft): Promise<Exchange> => {
    const { host } = new URL(draft.request.url)
    const way = `${host} ${draft.credentials.certificate}`
    if (stopping.signal.aborted) throw new NetworkFault('closed', host, 'the run was interrupted')
    if ((failures.get(way) ?? 0) >= patience) throw new NetworkFault('closed', host, `${host} stopped answering`)
    sent += 1
    const id = `x${sent}`
    const startedAt = new Date()
    const began = performance.now()
    try {
      const { response, ...bytes } = await options.transport.send(
        draft.request,
        draft.credentials.certificate,
        stopping.signal,
      )
      const durationMs = Math.round(performance.now() - began)
      const idToken = idTokenOf(response.body)
      const signature = header(response, 'x-jws-signature')
      const [jws, detached, idTokenFacts] = await Promise.all([
        jwsFacts(response.body, keys),
        signature === undefined ? undefined : detachedFacts(signature, response.body, keys),
        idToken === undefined ? undefined : jwsFacts(idToken, keys),
      ])
      const { unlimited: _, ...what } = draft
      const facts = {
        ...bytes,
        ...(jws && { jws }),
        ...(detached && { detached }),
        ...(idTokenFacts && { idToken: idTokenFacts }),
      }
      const exchange = deepFreeze<Exchange>({
        ...what,
        id,
        startedAt: startedAt.toISOString(),
        durationMs,
        response,
        facts,
      })
      reached.add(host)
      failures.delete(way)
      options.redactor.learn(exchange)
      const { method, url } = draft.request
      if (method !== 'GET' && response.status >= 200 && response.status < 300) changes.add(`${method} ${url}`)
      options.onExchange?.(exchange)
      return exchange
    } catch (cause) {
      if (cause instanceof NetworkFault && unreadable.has(cause.kind)) reached.add(host)
      else if (cause instanceof NetworkFault && !stopping.signal.aborted && !refusesCertificate(draft, cause))
        failures.set(way, (failures.get(way) ?? 0) + 1)
      throw cause
    }
  }

  return {
    send(draft) {
      if (typeof draft === 'function') return queue.add(async () => sendNow(await draft()))
      return draft.unlimited ? sendNow(draft) : queue.add(() => sendNow(draft))
    },
    changed: (method, url) => changes.has(`${method} ${url}`),
    reached: (host) => reached.has(host),
    trustKeys(jwks) {
      keys = jwks
    },
    keys: () => keys,
    receive(came) {
      sent += 1
      const exchange = deepFreeze<Exchange>({ ...came, id: `x${sent}` })
      options.redactor.learn(exchange)
      options.onExchange?.(exchange)
      return exchange
    },
    stop: () => stopping.abort(),
    resume() {
      stopping = stopper()
    },
  }
}
