import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  DEFAULT_CIPHERS,
  type SecureContextOptions,
} from 'node:tls'
import type { Credentials } from './exchange.ts'
import { goesThroughProxy } from './proxy.ts'
import { type Handshake, type HandshakeOptions, Inconclusive } from './session.ts'
import { type ClientCertificate, trusted } from './transport.ts'

/** What handshakes of a run have in common. */
interface Given {
  /** PEM of authorities to trust beside the public ones. */
  readonly ca?: string
  readonly certificates: Partial<Record<Credentials['certificate'], ClientCertificate>>
  /** Seconds. */
  readonly timeout: number
}

/** Errors of a handshake that the other side ended by an alert, as Node names them. */
const byAlert = /ALERT/
/** The connection ended after our hello and before the handshake did. */
const byClose: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE'])
/** What Node says of a certificate that does not hold: the names of X.509 verification results. */
const untrusted =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|UNABLE_TO_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|PATH_LENGTH_|HOSTNAME_)/

const isUsual = (version: HandshakeOptions['version'], ciphers: HandshakeOptions['ciphers']): boolean =>
  version === undefined && ciphers === undefined

const optionsOf = ({ version, ciphers, certificate = 'own' }: HandshakeOptions, given: Given): SecureContextOptions => {
  const old = version === 'TLSv1' || version === 'TLSv1.1'
  const offered = ciphers?.join(':') ?? (old ? DEFAULT_CIPHERS : undefined)
  return {
    ...given.certificates[certificate],
    // Only a usual handshake asks whether the server is trusted: a hundred authorities are not read for each offer.
    ...(isUsual(version, ciphers) ? given.ca !== undefined && { ca: trusted(given.ca) } : { ca: [] }),
    ...(version === undefined ? { minVersion: 'TLSv1.2' } : { minVersion: version, maxVersion: version }),
    // OpenSSL itself refuses old versions and weak suites above level 0, and then nothing would be asked of the server.
    ...(offered === undefined ? {} : { ciphers: old || ciphers !== undefined ? `${offered}:@SECLEVEL=0` : offered }),
  }
}

/**
 * Makes the function that shakes hands: it opens a connection, says how the handshake went, and sends nothing. Whether the
 * certificate of the server holds is looked at only where no version and no suites are named. Throws
 * `Inconclusive` through a proxy, where the host is not there, and where our own TLS library cannot offer what is wanted.
 */
export const makeHandshaker =
  (given: Given) =>
  (wanted: HandshakeOptions): Promise<Handshake> => {
    const { hostname, port, host } = new URL(wanted.url)
    const { purpose } = wanted
    if (goesThroughProxy(wanted.url)) {
      return Promise.reject(new Inconclusive('a proxy stands between: no handshake with the server itself is seen'))
    }
    let offer: ConnectionOptions
    try {
      offer = { secureContext: createSecureContext(optionsOf(wanted, given)) }
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException
      return Promise.reject(new Inconclusive(`our own TLS library does not offer that (${code})`, { cause }))
    }
    return new Promise((resolve, reject) => {
      let connected = false
      const socket = connect({
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || 443),
        ...(/^[\d.]+$|:/.test(hostname) ? {} : { servername: hostname }),
        ALPNProtocols: ['http/1.1'],
        rejectUnauthorized: isUsual(wanted.version, wanted.ciphers),
        ...offer,
      })
      const end = (result: Omit<Handshake, 'host' | 'purpose'>): void => {
        socket.destroy()
        resolve({ host, purpose, ...result })
      }
      const cannot = (why: string): void => {
        socket.destroy()
        reject(new Inconclusive(`${host}: ${why}`))
      }
      socket.setTimeout(given.timeout * 1000, () => cannot('the handshake did not end in time'))
      socket.once('connect', () => {
        connected = true
      })
      socket.once('secureConnect', () => {
        const protocol = socket.getProtocol()
        end({ outcome: 'agreed', ...(protocol === null ? {} : { protocol }), cipher: socket.getCipher().name })
      })
      socket.once('error', (error: NodeJS.ErrnoException) => {
        const reason = error.code ?? error.message
        if (byAlert.test(reason) || (connected && byClose.has(reason))) return end({ outcome: 'refused', reason })
        if (untrusted.test(reason)) return end({ outcome: 'untrusted', reason })
        cannot(connected ? `the handshake went wrong on our side (${reason})` : `nothing answers (${reason})`)
      })
    })
  }
