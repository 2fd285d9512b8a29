/** A value of a body, and where it stands as a JSON Pointer (RFC 6901). */
export interface Place {
  readonly at: string
  readonly value: unknown
}

const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1')

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const below = ({ at, value }: Place, step: string): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return []
  if (step === '*')
    return Array.isArray(value) ? value.map((item, index) => ({ at: `${at}/${index}`, value: item })) : []
  return Object.hasOwn(value, step)
    ? [{ at: `${at}/${escaped(step)}`, value: (value as Readonly<Record<string, unknown>>)[step] }]
    : []
}

/** Every value to which a pointer leads; a step `*` is every item of a list. What is not there gives no place. */
export const placesAt = (value: unknown, pointer: string): readonly Place[] =>
  stepsOf(pointer).reduce<readonly Place[]>(
    (here, step) => here.flatMap((one) => below(one, step)),
    [{ at: '', value }],
  )

/** The value to which a pointer leads first; undefined when there is none. */
export const valueAt = (value: unknown, pointer: string): unknown => placesAt(value, pointer)[0]?.value

/** Every member of such a name, in the order of the text, however deep the body. */
export const membersNamed = (value: unknown, name: RegExp): readonly Place[] => {
  const found: Place[] = []
  const open: (Place & { readonly name?: string })[] = [{ at: '', value }]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { at, value: node } = here
    if (here.name !== undefined && name.test(here.name)) found.push({ at, value: node })
    if (typeof node !== 'object' || node === null) continue
    const inList = Array.isArray(node)
    for (const [step, child] of Object.entries(node).reverse())
      open.push({ at: `${at}/${escaped(step)}`, value: child, ...(inList ? {} : { name: step }) })
  }
  return found
}
