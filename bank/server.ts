import { constants } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificates } from './certificates.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** A server that listens; requests wait until `serve` says who answers them. */
export interface Listening {
  readonly port: number
  readonly serve: (listener: Listener) => void
  readonly close: () => Promise<void>
}

/** Suites that RFC 9325 recommends for TLS 1.2, as far as an EC certificate can use them. */
const ciphers = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
].join(':')

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

/**
 * Listens on 127.0.0.1 with TLS 1.2 or later and asks every client for a certificate. Browsers have none, so a missing or
 * a foreign one is let in here; the endpoints that need one look at `socket.authorized`. `oldToo` lets TLS 1.0 and 1.1 in.
 */
export const listen = async (
  { ca, server: { certificate, key } }: Certificates,
  port: number,
  { oldToo = false }: { readonly oldToo?: boolean } = {},
): Promise<Listening> => {
  let serve: (listener: Listener) => void = () => {}
  const ready = new Promise<Listener>((resolve) => {
    serve = resolve
  })
  const server = createServer(
    {
      ca,
      cert: certificate,
      key,
      ciphers: oldToo ? `${ciphers}:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0` : ciphers,
      minVersion: oldToo ? 'TLSv1' : 'TLSv1.2',
      honorCipherOrder: true,
      requestCert: true,
      rejectUnauthorized: false,
      // Every connection shows its certificate anew: a resumed one would not.
      secureOptions: constants.SSL_OP_NO_TICKET,
    },
    (request, response) => {
      void ready.then((listener) => listener(request, response))
    },
  )
  return {
    port: await listening(server, port),
    serve,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
