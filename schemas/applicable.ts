import { below } from '../engine/pointer.ts'
import { isObject, type Json, type JsonObject } from './openapi.ts'
import { patternOf } from './patterns.ts'

/** A schema object that applies to a value inside a body. */
export interface Applied {
  readonly schema: JsonObject
  /** JSON Pointer of the schema in the document. */
  readonly pointer: string
  readonly value: unknown
  /** JSON Pointer of the value in the body. */
  readonly at: string
}

const branches = (schema: JsonObject, pointer: string, keyword: string): readonly string[] =>
  Array.isArray(schema[keyword])
    ? schema[keyword].map((_: Json, index: number) => below(`${pointer}/${keyword}`, index))
    : []

/** Names of the members that a schema object declares, and its patterns of such names. */
export const declares = (
  schema: JsonObject,
  name: string,
): { readonly own: boolean; readonly patterns: readonly string[] } => ({
  own: isObject(schema.properties) && Object.hasOwn(schema.properties, name),
  patterns: Object.keys(isObject(schema.patternProperties) ? schema.patternProperties : {}).filter((source) =>
    patternOf(source)?.test(name),
  ),
})

/** What a schema object leads to, worked out once: pointers of the schemas that apply beside it and below it. */
interface Node {
  readonly schema: JsonObject
  readonly pointer: string
  readonly ref?: string
  readonly allOf: readonly string[]
  readonly alternatives: readonly (readonly string[])[]
  readonly conditional: boolean
  readonly dependent: readonly string[]
  readonly first: number
  /** Nothing else applies to a value beside it. */
  readonly alone: boolean
  /** By the name of a member: where the schemas of it stand that are walked into. */
  readonly members: WeakMap<Leads, Map<string, readonly string[]>>
}

/** Whether a schema, by its pointer, is walked into. */
export type Leads = (pointer: string) => boolean

const everywhere: Leads = () => true

/** Names of members that are remembered for one schema: answers may make up new ones. */
const mostNames = 1000

const nodeOf = (schema: JsonObject, pointer: string): Node => {
  const beside = {
    ...(typeof schema.$ref === 'string' &&
      schema.$ref.startsWith('#') && { ref: decodeURIComponent(schema.$ref.slice(1)) }),
    allOf: branches(schema, pointer, 'allOf'),
    alternatives: ['oneOf', 'anyOf']
      .map((keyword) => branches(schema, pointer, keyword))
      .filter((one) => one.length > 0),
    conditional: schema.if !== undefined,
    dependent: isObject(schema.dependentSchemas) ? Object.keys(schema.dependentSchemas) : [],
  }
  const { ref, allOf, alternatives, conditional, dependent } = beside
  return {
    schema,
    pointer,
    ...beside,
    alone: ref === undefined && !conditional && [allOf, alternatives, dependent].every(({ length }) => length === 0),
    first: Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0,
    members: new WeakMap(),
  }
}

const membersOf = ({ members }: Node, leads: Leads): Map<string, readonly string[]> => {
  const known = members.get(leads) ?? new Map<string, readonly string[]>()
  members.set(leads, known)
  return known
}

const memberPointers = ({ schema, pointer }: Node, name: string): readonly string[] => {
  const { own, patterns } = declares(schema, name)
  if (!own && patterns.length === 0) return [`${pointer}/additionalProperties`]
  return [
    ...(own ? [below(`${pointer}/properties`, name)] : []),
    ...patterns.map((pattern) => below(`${pointer}/patternProperties`, pattern)),
  ]
}

/** Says for the schemas of a document which of them apply to a value; what a schema leads to is worked out once. */
export type EachApplicable = (
  start: string,
  body: unknown,
  /** Says when it has seen enough. */
  visitor: (applied: Applied) => 'enough' | undefined,
  /** Schemas that are walked into; all of them unless said. */
  leads?: Leads,
) => void

/**
 * Visits every schema object that applies to a value or to a part of it: along references, members, items and all that
 * applies at once. Of alternatives those count that hold; where none does, all.
 */
export const applicableIn = (
  schemaAt: (pointer: string) => unknown,
  holds: (pointer: string, value: unknown) => boolean,
): EachApplicable => {
  const nodes = new Map<string, Node | undefined>()
  const nodeAt = (pointer: string): Node | undefined => {
    const known = nodes.get(pointer)
    if (known !== undefined || nodes.has(pointer)) return known
    const schema = schemaAt(pointer)
    const node = isObject(schema) ? nodeOf(schema, pointer) : undefined
    nodes.set(pointer, node)
    return node
  }

  return (start, body, visitor, leads = everywhere) => {
    const seen = new Map<object, Node[]>()

    /** What was visited of a value: of a list or an object by itself, of others on the way that leads to it. */
    const visitedOf = (value: unknown, onTheWay: Node[] | undefined): Node[] | undefined =>
      typeof value === 'object' && value !== null ? seen.get(value) : onTheWay

    const begin = (value: unknown, node: Node): Node[] => {
      const visited = [node]
      if (typeof value === 'object' && value !== null) seen.set(value, visited)
      return visited
    }

    const visit = (pointer: string, value: unknown, at: string, onTheWay?: Node[]): boolean => {
      if (!leads(pointer)) return false
      const node = nodeAt(pointer)
      if (node === undefined) return false
      const isPlain = typeof value !== 'object' || value === null
      if (onTheWay === undefined && node.alone && isPlain)
        return visitor({ schema: node.schema, pointer, value, at }) === 'enough'
      const before = visitedOf(value, onTheWay)
      if (before?.includes(node)) return false
      before?.push(node)
      const here = before ?? begin(value, node)
      if (visitor({ schema: node.schema, pointer, value, at }) === 'enough') return true
      const beside = (each: string): boolean => visit(each, value, at, here)
      if (node.ref !== undefined && beside(node.ref)) return true
      if (node.allOf.some(beside)) return true
      for (const list of node.alternatives) {
        const holding = list.filter((branch) => holds(branch, value))
        if ((holding.length > 0 ? holding : list).some(beside)) return true
      }
      if (node.conditional && beside(`${pointer}/${holds(`${pointer}/if`, value) ? 'then' : 'else'}`)) return true
      if (isPlain) return false
      if (Array.isArray(value)) return items(node, value, at)
      for (const name of node.dependent)
        if (Object.hasOwn(value, name) && beside(below(`${pointer}/dependentSchemas`, name))) return true
      return members(node, value, at)
    }

    const members = (node: Node, value: object, at: string): boolean => {
      const known = membersOf(node, leads)
      for (const name of Object.keys(value)) {
        let pointers = known.get(name)
        if (pointers === undefined) {
          pointers = memberPointers(node, name).filter(leads)
          if (known.size < mostNames) known.set(name, pointers)
        }
        if (pointers.length === 0) continue
        const here = below(at, name)
        for (const pointer of pointers)
          if (visit(pointer, (value as Readonly<Record<string, unknown>>)[name], here)) return true
      }
      return false
    }

    const items = ({ pointer, first }: Node, value: readonly unknown[], at: string): boolean =>
      value.some((item, index) =>
        visit(index < first ? below(`${pointer}/prefixItems`, index) : `${pointer}/items`, item, below(at, index)),
      )

    visit(start, body, '')
  }
}
