import { from30, from31 } from '../convert.ts'
import type { Correction } from './correction.ts'

const doubled = /\\\\(?=[dDsSwWbB.+*?^$()[\]{}|/-])/g

/** What any document may have. */
export const everyContract: readonly Correction[] = [
  {
    id: 'UAE-SCH-011',
    contract: '*',
    reason: 'A pattern whose backslashes were escaped twice demands a backslash and matches nothing that is meant.',
    everywhere: (schema) =>
      typeof schema.pattern === 'string' && schema.pattern.search(doubled) !== -1
        ? { ...schema, pattern: schema.pattern.replace(doubled, '\\') }
        : schema,
  },
  {
    id: 'UAE-SCH-015',
    contract: '*',
    reason: 'The schemas of OpenAPI 3.0 are a dialect of their own and are read as JSON Schema 2020-12.',
    everywhere: (schema, openapi) => (openapi.startsWith('3.0.') ? from30(schema) : from31(schema)),
  },
]
