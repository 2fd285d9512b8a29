import type { Contract, SchemaFault } from '../engine/contract.ts'
import { type Applied, correct } from './corrections/correct.ts'
import { faultsFrom } from './faults.ts'
import { unknownTo } from './lint.ts'
import type { Facts, ManifestEntry } from './openapi.ts'
import { operationsOf, responseFor, schemaFor } from './operations.ts'
import { placesIn } from './places.ts'
import { below } from './pointer.ts'
import { makeValidate } from './validators.ts'
import { mapDocument } from './walk.ts'

/** A contract with what only its loader and its maintainers ask for. */
export interface LoadedContract extends Contract {
  /** `/open-finance/account-information/v2.1`: the path of the first server; '' when the document has none. */
  readonly basePath: string
  /** Corrections that changed the published document. */
  readonly corrections: readonly Applied[]
  /** Faults of a request body; undefined when the contract declares no schema for that media type. */
  readonly requestFaults: (operation: string, mediaType: string, body: unknown) => readonly SchemaFault[] | undefined
  /** The names that `faultsOf` and `places` know. */
  readonly components: readonly string[]
}

/**
 * Makes a contract of a derived document. Nothing is compiled before the first value is judged. Throws, naming every
 * place, when the document uses a keyword or format that would not be judged, and when a correction no longer fits.
 *
 * Of a body of media type `application/jwt` the value is the object of all its claims, `message` among them.
 */
export const makeContract = (
  source: Pick<ManifestEntry, 'name' | 'version' | 'sha256'>,
  published: Facts,
): LoadedContract => {
  const { facts: corrected, applied } = correct(source.name, published)
  const pointers = new WeakMap<object, string>()
  const problems: string[] = []
  const facts = mapDocument(corrected, (schema, pointer) => {
    pointers.set(schema, pointer)
    problems.push(...unknownTo(schema).map((problem) => `${pointer}: ${problem}`))
    return schema
  })
  if (problems.length > 0)
    throw new Error(`contract ${source.name} cannot be judged by in full:\n  ${problems.join('\n  ')}`)

  const pointerOf = (schema: object): string | undefined => pointers.get(schema)
  const validate = makeValidate(facts, pointerOf)
  const operations = operationsOf(facts)
  const operation = (id: string) => {
    const found = operations.get(id)
    if (!found)
      throw new Error(`contract ${source.name} has no operation ${id}; it has ${[...operations.keys()].join(', ')}`)
    return found
  }
  const faults = (pointer: string | undefined, value: unknown): readonly SchemaFault[] | undefined =>
    pointer === undefined ? undefined : faultsFrom(validate(pointer, value), pointerOf)

  return {
    name: source.name,
    version: source.version,
    sha256: source.sha256,
    basePath: facts.servers[0]?.url ?? '',
    corrections: applied,
    components: Object.keys(facts.components.schemas ?? {}),
    operations: new Map([...operations].map(([id, each]) => [id, each.facts])),
    faults: (id, status, mediaType, body) => faults(schemaFor(responseFor(operation(id), status), mediaType), body),
    requestFaults: (id, mediaType, body) => faults(schemaFor(operation(id).request, mediaType), body),
    faultsOf: (component, value) => {
      if (facts.components.schemas?.[component] === undefined)
        throw new Error(`contract ${source.name} has no schema ${component}`)
      return faultsFrom(validate(below('/components/schemas', component), value), pointerOf)
    },
    places: (id, status, mediaType, body, governs) => {
      const pointer = schemaFor(responseFor(operation(id), status), mediaType)
      const holds = (branch: string, value: unknown) => validate(branch, value).length === 0
      return pointer === undefined ? [] : placesIn(facts, governs, holds)(pointer, body)
    },
  }
}
