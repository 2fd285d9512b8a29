import { randomUUID } from 'node:crypto'
import type { HostProbed, Shaken } from '../../../../checks/handshakes.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type HandshakeOptions, Inconclusive, type Session } from '../../../../engine/session.ts'
import { consent } from '../../operations.ts'
import { endpointIn } from '../endpoints.ts'

type Offer = Omit<HandshakeOptions, 'url' | 'purpose'> & { readonly name: string }

/** Versions that RFC 8996 ended. Every host of the target refuses them. */
const oldVersions: readonly Offer[] = [
  { name: 'TLS 1.0', version: 'TLSv1' },
  { name: 'TLS 1.1', version: 'TLSv1.1' },
]

/** Suites of TLS 1.2 that RFC 9325 §4.1 and §4.2 advise against, for RSA and for EC certificates. Only endpoints for clients. */
const weakSuites: readonly Offer[] = [
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

const ofHost = async (session: Session, url: string, offers: readonly Offer[]): Promise<HostProbed> => {
  const { host } = new URL(url)
  const good = await shake(session, url, { name: 'good handshake' })
  if ('inconclusive' in good) return { host, good, probes: [] }
  const probes = await Promise.all(offers.map((offer) => shake(session, url, offer)))
  return { host, good: good.handshake, probes }
}

/** Addresses of one host each. */
const oneEach = (urls: readonly string[]): readonly string[] => [
  ...new Map(urls.map((url) => [new URL(url).host, url])).values(),
]

/** Shakes hands with every host of the target, offering only what is too weak. */
export const shakeHands = scenario({
  id: 'authorisation/shake-hands',
  title: 'offer old versions of TLS and weak suites',
  needs: ['consents'],
  operations: [consent],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<readonly HostProbed[]> {
    const discovered = await session.discovery()
    // Any answer tells where the resources are.
    const resource = await session.call(consent, {
      purpose: 'an unknown consent, to learn the host',
      token: 'client',
      path: { ConsentId: randomUUID() },
    })
    const named = (...names: readonly string[]) => names.flatMap((name) => endpointIn(discovered, name) ?? [])
    const forClients = oneEach([
      ...named('token_endpoint', 'pushed_authorization_request_endpoint', 'registration_endpoint'),
      resource.request.url,
    ])
    const known = new Set(forClients.map((url) => new URL(url).host))
    const forUsers = oneEach([discovered.request.url, ...named('authorization_endpoint')]).filter(
      (url) => !known.has(new URL(url).host),
    )
    return Promise.all([
      ...forClients.map((url) => ofHost(session, url, [...oldVersions, ...weakSuites])),
      ...forUsers.map((url) => ofHost(session, url, oldVersions)),
    ])
  },
})
