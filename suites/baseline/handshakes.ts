import type { HostProbed, Shaken } from '../../checks/handshakes.ts'
import { type HandshakeOptions, Inconclusive, type Session } from '../../engine/session.ts'

/** What is offered in a handshake. */
export type Offer = Omit<HandshakeOptions, 'url' | 'purpose'> & { readonly name: string }

/** Versions that RFC 8996 ended. Every host of the target refuses them. */
export const oldVersions: readonly Offer[] = [
  { name: 'TLS 1.0', version: 'TLSv1' },
  { name: 'TLS 1.1', version: 'TLSv1.1' },
]

/** Suites of TLS 1.2 that RFC 9325 §4.1 and §4.2 advise against, for RSA and for EC certificates. Only endpoints for clients. */
export const weakSuites: readonly Offer[] = [
  {
    name: 'suites with CBC',
    version: 'TLSv1.2',
    ciphers: ['ECDHE-RSA-AES128-SHA', 'ECDHE-ECDSA-AES128-SHA', 'ECDHE-RSA-AES256-SHA384', 'ECDHE-ECDSA-AES256-SHA384'],
  },
  {
    name: 'suites with RSA key exchange',
    version: 'TLSv1.2',
    ciphers: ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA'],
  },
]

const shake = async (session: Session, url: string, { name, ...offer }: Offer): Promise<Shaken> => {
  try {
    return { name, handshake: await session.handshake({ purpose: name, url, ...offer }) }
  } catch (cause) {
    if (cause instanceof Inconclusive) return { name, inconclusive: cause.message }
    throw cause
  }
}

/** Shakes hands with the host of an address: well, and then with each offer. */
export const shakeHandsWith = async (session: Session, url: string, offers: readonly Offer[]): Promise<HostProbed> => {
  const { host } = new URL(url)
  const good = await shake(session, url, { name: 'good handshake' })
  if ('inconclusive' in good) return { host, good, probes: [] }
  const probes = await Promise.all(offers.map((offer) => shake(session, url, offer)))
  return { host, good: good.handshake, probes }
}

/** Addresses of one host each. */
export const oneEach = (urls: readonly string[]): readonly string[] => [
  ...new Map(urls.map((url) => [new URL(url).host, url])).values(),
]
