import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Headers } from '../exchange.ts'

/** A request that somebody made of us, whole. */
export interface Arrival {
  readonly method: string
  /** Path and query as they came. */
  readonly target: string
  readonly headers: Headers
  /** As its bytes came. */
  readonly body: Buffer
  /** When it began. */
  readonly at: Date
}

/** What an arrival is answered with; there is never a body. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
}

/** A server that listens for events until it is closed. It never keeps the process alive by itself. */
export interface Receiver {
  readonly port: number
  /** Why something that may have been an event was turned away unread; undefined as long as nothing was. */
  readonly turnedAway: () => string | undefined
  readonly close: () => Promise<void>
}

export interface ReceiverOptions {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** PEM; without it the server speaks plain HTTP, behind somebody who ends TLS. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** Whether anything is taken at this path and query; all else is answered with 404 and forgotten unread. */
  readonly knows: (target: string) => boolean
  readonly answer: (arrival: Arrival) => Reply
}

/** Bytes of a body: an event is a few thousand. */
const largestBody = 1_000_000

/**
 * Milliseconds for a handshake, for the headers, for a whole request, and between two requests of a connection: longer than
 * the minute for which proxies keep one, or they would send an event into a connection that is just being closed.
 */
const patience = { handshake: 10_000, headers: 10_000, request: 30_000, idle: 75_000 }

/** Milliseconds between two looks for who has used up that patience. */
const lookEvery = 1_000

const mostConnections = 256
const mostHeaderBytes = 16_384

/** Methods that bring nothing: no event comes by one of them. */
const asking: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

const pairs = (raw: readonly string[]): Headers =>
  Array.from({ length: raw.length / 2 }, (_, index) => [String(raw[index * 2]), String(raw[index * 2 + 1])] as const)

/** The body, or undefined when it is larger than any event. Throws when the connection breaks off. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > largestBody) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-length': '0', connection: 'close' }).end()
}

const serve = async (
  options: ReceiverOptions,
  request: IncomingMessage,
  response: ServerResponse,
  turnAway: (why: string) => void,
): Promise<void> => {
  const at = new Date()
  const { method = '', url = '' } = request
  if (asking.has(method) || !options.knows(url)) return refuse(response, 404)
  const body = await bodyOf(request)
  if (body === undefined) {
    turnAway(`a body of more than ${largestBody} bytes`)
    return refuse(response, 413)
  }
  const { status, headers } = options.answer({ method, target: url, headers: pairs(request.rawHeaders), body, at })
  response.writeHead(status, [...headers.flat(), ...(status === 204 ? [] : ['content-length', '0'])]).end()
}

const listening = (server: Server, { host, port }: ReceiverOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      // Nothing that goes wrong with somebody's connection is a reason to fall over.
      server.on('error', () => undefined)
      resolve((server.address() as AddressInfo).port)
    })
  })

/**
 * Opens a server for events, with bounds on connections, sizes and time. Rejects with what the system says when the
 * address cannot be listened on.
 */
export const openReceiver = async (options: ReceiverOptions): Promise<Receiver> => {
  let turnedAway: string | undefined
  const turnAway = (why: string): void => {
    turnedAway = why
  }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => undefined)
    serve(options, request, response, turnAway).catch(() => request.destroy())
  }
  const bounds = {
    maxHeaderSize: mostHeaderBytes,
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    connectionsCheckingInterval: lookEvery,
  }
  const server =
    options.tls === undefined
      ? createPlainServer(bounds, listener)
      : createServer(
          { ...bounds, ...options.tls, minVersion: 'TLSv1.2', handshakeTimeout: patience.handshake },
          listener,
        )
  server.maxConnections = mostConnections
  server.on('drop', () => turnAway(`a connection beyond the ${mostConnections} that were open`))
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket.unref())
    socket.on('close', () => open.delete(socket))
  })
  const port = await listening(server, options)
  server.unref()
  return {
    port,
    turnedAway: () => turnedAway,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // One that has not finished its handshake is no connection of HTTP yet.
        for (const socket of open) socket.destroy()
      }),
  }
}
