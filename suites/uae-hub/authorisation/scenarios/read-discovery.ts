import { scenario } from '../../../../engine/scenario.ts'
import { discovery } from '../../operations.ts'

/** The discovery document, as the run read it. */
export const readDiscovery = scenario({
  id: 'authorisation/read-discovery',
  title: 'read the discovery document',
  needs: [],
  operations: [discovery],
  effect: 'reads',
  run: (session) => session.discovery(),
})
