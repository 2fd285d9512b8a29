import type { Contract, SchemaFault } from '../engine/contract.ts'
import { at, below } from '../engine/pointer.ts'
import { applicableIn, type EachApplicable } from './applicable.ts'
import { from30, from31 } from './convert.ts'
import { correct } from './corrections/correct.ts'
import { faultsFrom } from './faults.ts'
import { mapSchemas } from './grammar.ts'
import { judge } from './judge.ts'
import { judgeable } from './judgeable.ts'
import { loosen } from './loosen.ts'
import type { Facts, JsonObject, ManifestEntry } from './openapi.ts'
import { operationsOf } from './operations.ts'
import { placesIn } from './places.ts'
import { partOf } from './size.ts'
import { collectUndeclared } from './undeclared.ts'
import { makeValidators } from './validators.ts'
import { resolved } from './values/resolved.ts'
import { withoutWriteOnly } from './write-only.ts'

/** A contract with what only its loader and its maintainers ask for. */
export interface LoadedContract extends Contract {
  /** `/open-finance/account-information/v2.1`: the path of the first server; '' when the document has none. */
  readonly basePath: string
  /** The names that `faultsOf` and `places` know. */
  readonly components: readonly string[]
}

interface Readable {
  readonly facts: Facts
  readonly unjudged: readonly string[]
  /** Some schema has an `$id`: references are not pointers into the document alone. */
  readonly scopes: boolean
}

/** The schemas of a document as JSON Schema 2020-12, without what cannot be judged. */
const readable = (published: Facts): Readable => {
  const convert = published.openapi.startsWith('3.0.') ? from30 : from31
  const unjudged: string[] = []
  const doubtful = new Set<string>()
  const doubt = (pointer: string, problems: readonly string[]) => {
    for (const what of problems) unjudged.push(`${pointer}: ${what}`)
    if (problems.length > 0) doubtful.add(pointer)
  }
  const resolve = (schema: JsonObject): JsonObject | undefined => resolved(published as unknown as JsonObject, schema)
  const references = new Set<string>()
  let scopes = false
  const facts = mapSchemas(published, (schema, pointer) => {
    const known = judgeable(withoutWriteOnly(convert(schema), resolve))
    const { $id, $ref } = known.schema
    doubt(pointer, known.unjudged)
    if (typeof $id === 'string') scopes = true
    if (typeof $ref === 'string' && /^#(\/|$)/.test($ref)) references.add($ref)
    return known.schema
  })
  const lost = scopes ? [] : [...references].filter(($ref) => at(facts, $ref) === undefined)
  const whole =
    lost.length === 0
      ? facts
      : mapSchemas(facts, (schema, pointer) => {
          if (!lost.includes(String(schema.$ref))) return schema
          const { $ref, ...rest } = schema
          doubt(pointer, [`${$ref} leads nowhere`])
          return rest
        })
  return { facts: doubtful.size === 0 ? whole : loosen(whole, doubtful), unjudged, scopes }
}

/**
 * Makes a contract of the facts of a document. Nothing is compiled before the first value is judged. Throws when a
 * correction no longer fits. What cannot be judged is left out and named in `unjudged`.
 *
 * Of a body of media type `application/jwt` the value is the object of all its claims, `message` among them.
 */
export const makeContract = (
  source: Pick<ManifestEntry, 'version' | 'sha256'> & {
    readonly name: string
    /** As the manifest names it; none for a document of somebody else. */
    readonly document?: string | undefined
  },
  published: Facts,
): LoadedContract => {
  const { facts: corrected, applied } = correct(source.document, published)
  const { facts, unjudged, scopes } = readable(corrected)
  const validators = makeValidators(facts, scopes)
  const { all, response, request } = operationsOf(facts, (id) => {
    const names = [...all.keys()].slice(0, 50).join(', ')
    return new Error(`contract ${source.name} has no operation ${id}; it has ${names}`)
  })
  const faults = (pointer: string | undefined, value: unknown): readonly SchemaFault[] | undefined =>
    pointer === undefined || at(facts, pointer) === undefined ? undefined : judge(validators, pointer, value)
  const holds = (pointer: string, value: unknown) => validators.errors(pointer, value, { first: true }).length === 0
  const eachApplicable = applicableIn((pointer) => at(facts, pointer), holds)
  const walk = (pointer: string | undefined, body: unknown, visit: Parameters<EachApplicable>[2]) => {
    const part = partOf(body)
    if (pointer !== undefined && part) eachApplicable(pointer, part.value, visit)
  }
  const governed = placesIn(eachApplicable, (pointer) => at(facts, pointer))

  return {
    name: source.name,
    version: source.version,
    sha256: source.sha256,
    basePath: facts.servers[0]?.url ?? '',
    corrections: applied,
    unjudged,
    components: Object.keys(facts.components.schemas ?? {}),
    operations: all,
    faults: (id, status, mediaType, body) => faults(response(id, status, mediaType), body),
    requestFaults: (id, mediaType, body) => faults(request(id, mediaType), body),
    parameterFaults: (id, place, name, value) =>
      faults(all.get(id)?.parameters.find((one) => one.in === place && one.name === name)?.schema, value),
    faultsOf: (component, value) => {
      const found = faults(below('/components/schemas', component), value)
      if (found === undefined) throw new Error(`contract ${source.name} has no schema ${component}`)
      return found
    },
    places: (id, status, mediaType, body, governs) => {
      const pointer = response(id, status, mediaType)
      if (pointer === undefined) return []
      const { places, large } = governed.find(pointer, body, governs)
      if (!large) return places
      const [first] = faultsFrom(validators.errors(pointer, body, { first: true }), validators)
      const by = governs.formats?.find((format) => format === first?.format)
      return first && by ? [...places, { at: first.at, value: at(body, first.at), by }] : places
    },
    anyPlace: (id, status, mediaType, body, governs, holds) => {
      const pointer = response(id, status, mediaType)
      return pointer !== undefined && governed.any(pointer, body, governs, holds)
    },
    undeclared: (id, status, mediaType, body) => {
      const { visit, undeclared } = collectUndeclared()
      walk(response(id, status, mediaType), body, visit)
      return undeclared()
    },
  }
}
