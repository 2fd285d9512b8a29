/** A value of a body, and where it stands as a JSON Pointer (RFC 6901). */
export interface Place {
  readonly at: string
  readonly value: unknown
}

const escaped = (step: string): string => (/[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step)

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

/** A value on the way to others; its pointer is only written where it is asked for. */
interface Step {
  readonly step: string
  readonly value: unknown
  readonly above?: Step
}

interface Member extends Step {
  /** How many members stand before it. */
  readonly order: number
}

const pointerOf = (place: Step): string => {
  let pointer = ''
  for (let here: Step | undefined = place; here?.above !== undefined; here = here.above)
    pointer = `/${escaped(here.step)}${pointer}`
  return pointer
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Many rules look for members of one body, one after the other. */
const known = new WeakMap<object, ReadonlyMap<string, readonly Member[]>>()

const membersOf = (body: object): ReadonlyMap<string, readonly Member[]> => {
  const before = known.get(body)
  if (before !== undefined) return before
  const found = new Map<string, Member[]>()
  const open: (Step & { order?: number })[] = [{ step: '', value: body }]
  let order = 0
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { step: name, value: node } = here
    if (here.order !== undefined) {
      order += 1
      here.order = order
      const same = found.get(name)
      if (same === undefined) found.set(name, [here as Member])
      else same.push(here as Member)
    }
    if (typeof node !== 'object' || node === null) continue
    const inList = Array.isArray(node)
    const names = Object.keys(node)
    for (let index = names.length - 1; index >= 0; index -= 1) {
      const step = names[index] ?? ''
      const value = (node as Readonly<Record<string, unknown>>)[step]
      if (!inList) open.push({ step, value, above: here, order: 0 })
      else if (isNested(value)) open.push({ step, value, above: here })
    }
  }
  known.set(body, found)
  return found
}

/** Every member of such a name, in the order of the text, however deep the body. The body is not to change afterwards. */
export const membersNamed = (value: unknown, name: RegExp): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return []
  return [...membersOf(value)]
    .flatMap(([each, members]) => (name.test(each) ? members : []))
    .sort((one, other) => one.order - other.order)
    .map((member) => ({ at: pointerOf(member), value: member.value }))
}
