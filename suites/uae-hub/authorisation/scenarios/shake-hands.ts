import { randomUUID } from 'node:crypto'
import type { HostProbed } from '../../../../checks/handshakes.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { oldVersions, oneEach, shakeHandsWith, weakSuites } from '../../../baseline/handshakes.ts'
import { consent } from '../../operations.ts'
import { endpointIn } from '../endpoints.ts'

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
      ...forClients.map((url) => shakeHandsWith(session, url, [...oldVersions, ...weakSuites])),
      ...forUsers.map((url) => shakeHandsWith(session, url, oldVersions)),
    ])
  },
})
