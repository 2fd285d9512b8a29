/** Values in a body beyond which not every fault of it is looked for: a page of a thousand entries has fewer. */
export const most = 50_000
/** Levels of nesting beyond which a value is not looked at: the JSON of an exchange has 100 at most. */
const deepest = 200
/** Items of a list that are looked at in a body of more values. */
const items = 100

/** How large a value is. */
export const sizeOf = (value: unknown): 'usual' | 'large' | 'deep' => {
  const waiting: (readonly [value: unknown, depth: number])[] = [[value, 0]]
  let count = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [each, depth] = next
    count += 1
    if (depth > deepest) return 'deep'
    if (typeof each === 'object' && each !== null)
      for (const member of Object.values(each)) {
        if (typeof member === 'object' && member !== null) waiting.push([member, depth + 1])
        else count += 1
      }
  }
  return count > most ? 'large' : 'usual'
}

/** What is looked at of a value: all of it, or of a large one the first items of its lists; undefined when even that is too much. */
export const partOf = (value: unknown): { readonly value: unknown } | undefined => {
  const size = sizeOf(value)
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
