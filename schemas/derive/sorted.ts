/** The same plain data with the members of every object in code-unit order. Lists keep their order. */
export const sorted = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map((each) => sorted(each)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)])) as T
}
