/** A step as a pointer writes it. */
const escaped = (step: string): string => (/[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step)

/** One more step of a JSON Pointer (RFC 6901). */
export const below = (pointer: string, step: string | number): string => `${pointer}/${escaped(String(step))}`

/** The steps of a JSON Pointer; of '' none. A URI fragment (`#/a%20b`) is read too. */
export const steps = (pointer: string): readonly string[] => {
  const plain = pointer.startsWith('#') ? decodeURIComponent(pointer.slice(1)) : pointer
  if (plain === '') return []
  return plain
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What stands at a JSON Pointer; undefined when nothing does. */
export const at = (whole: unknown, pointer: string): unknown => {
  let value = whole
  for (const step of steps(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}
