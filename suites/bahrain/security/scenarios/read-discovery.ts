import { scenario } from '../../../../engine/scenario.ts'

/** The discovery document, as the run read it. */
export const readDiscovery = scenario({
  id: 'security/read-discovery',
  title: 'read the discovery document',
  needs: [],
  operations: ['GET /.well-known/openid-configuration'],
  effect: 'reads',
  run: (session) => session.discovery(),
})
