/** Values in a body beyond which not every fault of it is looked for: a page of a thousand entries has fewer. */
export const most = 50_000
/** Levels of nesting beyond which a value is not looked at: the JSON of an exchange has 100 at most. */
const deepest = 200
/** Items of a list that are looked at in a body of more values. */
const items = 100

/** Values in a value, itself included; Infinity for one that is nested too deeply. */
const count = (value: unknown, depth: number): number => {
  if (typeof value !== 'object' || value === null) return 1
  if (depth > deepest) return Number.POSITIVE_INFINITY
  let sum = 1
  if (Array.isArray(value)) for (const item of value) sum += count(item, depth + 1)
  else for (const name in value) sum += count((value as Readonly<Record<string, unknown>>)[name], depth + 1)
  return sum
}

/** How large a value of JSON is. */
export const sizeOf = (value: unknown): 'usual' | 'large' | 'deep' => {
  const values = count(value, 0)
  if (values === Number.POSITIVE_INFINITY) return 'deep'
  return values > most ? 'large' : 'usual'
}

/** What is looked at of a value: all of it, or of a large one the first items of its lists; undefined when even that is too much. */
export const partOf = (value: unknown, size = sizeOf(value)): { readonly value: unknown } | undefined => {
  if (size === 'deep') return undefined
  const part = size === 'large' ? shortened(value) : value
  return size === 'usual' || sizeOf(part) === 'usual' ? { value: part } : undefined
}

/** The same value with the first items of its lists only. */
const shortened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, items).map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member)]))
}
