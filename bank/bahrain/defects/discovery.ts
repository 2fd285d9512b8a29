import { type Defect, wire } from '../../defects/defect.ts'
import { isDiscovery, onObject } from '../../defects/reading.ts'

/** Wire defects of the discovery document. */
export const discoveryDefects: readonly Defect[] = [
  wire(
    'bh-discovery-without-ps256',
    'id_tokens are not said to be signed with PS256',
    'BH-SEC-002',
    onObject(isDiscovery, [200], (body) => ({ ...body, id_token_signing_alg_values_supported: ['RS256'] })),
  ),
]
