import type { ErrorObject } from 'ajv'

const deciding = ['type', 'enum', 'const']
const rank = (keyword: string): number => (deciding.includes(keyword) ? deciding.indexOf(keyword) : deciding.length)

const ids = new WeakMap<object, number>()
let last = 0

const idOf = (schema: unknown): string => {
  if (typeof schema !== 'object' || schema === null) return String(schema)
  const known = ids.get(schema)
  if (known !== undefined) return String(known)
  last += 1
  ids.set(schema, last)
  return String(last)
}

const detail = ({ params }: ErrorObject): string =>
  String(params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName ?? '')

/** Equal for errors that say the same about values at any place: the schema, its keyword, the member that is missing. */
export const kindOf = (error: ErrorObject): string =>
  [idOf(error.parentSchema), error.keyword, error.params.missingProperty ?? ''].join('\n')

/** Equal for errors that say the same about the same value. */
export const identityOf = (error: ErrorObject): string =>
  [error.instancePath, idOf(error.parentSchema), error.keyword, detail(error)].join('\n')

const isUnevaluated = ({ keyword }: ErrorObject): boolean => keyword.startsWith('unevaluated')

const ancestors = (paths: Iterable<string>): ReadonlySet<string> => {
  const all = new Set<string>()
  for (const path of paths)
    for (
      let end = path.length;
      end >= 0 && !all.has(path.slice(0, end));
      end = end === 0 ? -1 : path.lastIndexOf('/', end - 1)
    )
      all.add(path.slice(0, end))
  return all
}

/**
 * The errors that do not follow from another: of a wrong type or enum only that is said, and where a member is at fault
 * nothing is said of members that no schema evaluated, as one that failed evaluates none.
 */
export const causes = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const least = new Map<string, number>()
  const place = ({ instancePath, parentSchema }: ErrorObject) => `${instancePath}\n${idOf(parentSchema)}`
  const own = errors.filter((error) => error.keyword !== 'if' && error.propertyName === undefined)
  for (const error of own) least.set(place(error), Math.min(least.get(place(error)) ?? 9, rank(error.keyword)))
  const others = own.some(isUnevaluated)
    ? ancestors(own.filter((error) => !isUnevaluated(error)).map(({ instancePath }) => instancePath))
    : new Set<string>()
  return own.filter(
    (error) =>
      rank(error.keyword) === least.get(place(error)) && !(isUnevaluated(error) && others.has(error.instancePath)),
  )
}
