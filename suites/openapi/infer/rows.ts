import type { OperationFacts, ParameterFacts } from '../../../engine/contract.ts'
import type { Row, Taken } from '../../baseline/row.ts'
import { bodyOf } from './body.ts'
import { type Described, described } from './described.ts'
import { acceptOf, redirects } from './good-answers.ts'
import { isFixed, type Known, parametersOf } from './parameters.ts'
import { servedElsewhere } from './servers.ts'
import { type Sources, sourcesOf } from './sources.ts'
import { takeName } from './take.ts'

/** An operation with the row that was inferred for it. */
export interface Inferred extends Described {
  readonly row: Row
}

const reading = ['GET', 'HEAD']

/** Methods that change one thing that is there, and are to meet only what the run itself made. */
const changing = ['PUT', 'PATCH', 'DELETE']

const notOurs = 'it would change what the run did not make'

const lastParameter = (path: string): string | undefined => /\{([^}/]+)\}$/.exec(path)?.[1]

/** Operations that delete one thing, by the path of its collection. */
const removers = (all: ReadonlyMap<string, Described>): ReadonlyMap<string, OperationFacts> =>
  new Map(
    [...all.values()].flatMap(({ facts }) =>
      facts.method === 'DELETE' && lastParameter(facts.path) !== undefined
        ? [[facts.path.slice(0, facts.path.lastIndexOf('/')), facts] as const]
        : [],
    ),
  )

/** How what a POST made is removed: by DELETE of the item below its path. */
const undoOf = ({ method, path }: OperationFacts, items: ReadonlyMap<string, OperationFacts>): Row['undo'] => {
  const item = method === 'POST' ? items.get(path) : undefined
  const parameter = item && lastParameter(item.path)
  if (item === undefined || parameter === undefined) return undefined
  return { operation: item.id, parameter, take: takeName(parameter, path.split('/').at(-1) ?? '') }
}

/** What rows are inferred from. */
interface Ground {
  readonly known: Known & { readonly write: boolean }
  readonly sources: Sources
  readonly items: ReadonlyMap<string, OperationFacts>
  /** Operations that the base URL does not serve. */
  readonly elsewhere: ReadonlySet<string>
}

/**
 * A row for every operation of a contract. What changes something is reached only with `write`; PUT, PATCH and DELETE
 * only for things that the run makes itself. OPTIONS and TRACE are never asked.
 */
export const inferRows = (known: Known & { readonly write: boolean }): readonly Inferred[] => {
  const all = new Map([...known.contract.operations].map(([id, facts]) => [id, described(known.document, facts)]))
  const ground = {
    known,
    sources: sourcesOf(known.document, all),
    items: removers(all),
    elsewhere: servedElsewhere(known.document, all),
  }
  const rows = new Map<string, Row>()
  const underWay = new Set<string>()

  const rowOf = (id: string): Row | undefined => {
    const done = rows.get(id)
    const one = all.get(id)
    if (done !== undefined || one === undefined || underWay.has(id)) return done
    underWay.add(id)
    const row = infer(ground, one, (taken) => taken.find(({ operation }) => isReached(rowOf(operation))))
    underWay.delete(id)
    rows.set(id, row)
    return row
  }
  return [...all].flatMap(([id, one]) => {
    const row = rowOf(id)
    return row === undefined ? [] : [{ ...one, row }]
  })
}

const isReached = (row: Row | undefined): boolean => row !== undefined && row.unreachable === undefined

const infer = (
  { known, sources, items, elsewhere: away }: Ground,
  one: Described,
  firstReached: (candidates: readonly Taken[]) => Taken | undefined,
): Row => {
  const { facts } = one
  const elsewhere = away.has(facts.id)
  const reads = reading.includes(facts.method)
  const base = { operation: facts.id, effect: reads ? 'reads' : 'changes' } as const
  const unreachable = (reason: string): Row => ({ ...base, unreachable: reason })
  if (['OPTIONS', 'TRACE'].includes(facts.method)) return unreachable(`${facts.method} is never asked`)
  if (elsewhere) return unreachable('the document names another server for it (servers)')
  if (!reads && !known.write) return unreachable('it changes something (--write)')
  const item = changing.includes(facts.method) ? lastParameter(facts.path) : undefined
  if (changing.includes(facts.method) && item === undefined) return unreachable(notOurs)

  const making = (name: string): Taken | undefined => {
    const found = known.write ? sources.making(one, name) : undefined
    return found && firstReached([found])
  }
  if (item !== undefined && making(item) === undefined)
    return unreachable(`${notOurs}, and nothing that is reached makes one`)
  const sourceOf = ({ in: place, name }: ParameterFacts): Taken | undefined => {
    if (place === 'path' && !reads) return making(name)
    return firstReached(place === 'path' ? sources.ofPath(one, name) : sources.ofName(name)) ?? making(name)
  }
  const ofUser = item === undefined ? known : { ...known, params: without(known.params, item) }
  const made = parametersOf(ofUser, one, sourceOf)
  if ('lacking' in made) return unreachable(made.lacking)
  const strange = reads ? undefined : strangers(ofUser, one, made.path)[0]
  if (strange !== undefined) return unreachable(`${notOurs}: name what it is to change with --param ${strange}=VALUE`)
  const body = bodyOf(known.contract, known.document, one)
  if (body !== undefined && 'lacking' in body) return unreachable(body.lacking)
  const undo = known.write ? undoOf(facts, items) : undefined
  const alsoGood = redirects(facts)
  const accept = acceptOf(facts)
  return {
    ...base,
    ...made,
    ...(accept === undefined || known.headers.includes('accept') ? {} : { headers: { accept, ...made.headers } }),
    ...(body === undefined ? {} : { body }),
    ...(undo === undefined ? {} : { undo }),
    ...(alsoGood.length === 0 ? {} : { alsoGood }),
  }
}

/** Parameters of a path whose values the document alone names: a thing that is there and is somebody's. */
const strangers = ({ params, document }: Known, { parameters }: Described, path: Row['path'] = {}): readonly string[] =>
  Object.entries(path).flatMap(([name, value]) => {
    const ofUser = Object.keys(params).some((key) => key.toLowerCase() === name.toLowerCase())
    return typeof value !== 'string' || ofUser || isFixed(document, parameters.get(`path ${name}`) ?? {}) ? [] : [name]
  })

const without = (params: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).filter(([key]) => key.toLowerCase() !== name.toLowerCase()))
