import { memory } from '../engine/memory.ts'
import { below, steps } from '../engine/pointer.ts'

/** A value of a body, and where it stands as a JSON Pointer (RFC 6901). */
export interface Place {
  readonly at: string
  readonly value: unknown
}

/** Whether a text stands there. */
export const hasText = <T extends Pick<Place, 'value'>>(place: T): place is T & { readonly value: string } =>
  typeof place.value === 'string'

const read = new Map<string, readonly string[]>()
/** Pointers that are remembered: those of rules are few, those of faults as many as answers have. */
const mostRead = 1000

const stepsOf = (pointer: string): readonly string[] => {
  const known = read.get(pointer)
  if (known !== undefined) return known
  const found = steps(pointer)
  if (read.size < mostRead) read.set(pointer, found)
  return found
}

const partsOf = ({ at, value }: Place, step: string): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return []
  if (step === '*')
    return Array.isArray(value) ? value.map((item, index) => ({ at: `${at}/${index}`, value: item })) : []
  return Object.hasOwn(value, step)
    ? [{ at: below(at, step), value: (value as Readonly<Record<string, unknown>>)[step] }]
    : []
}

/** Every value to which a pointer leads; a step `*` is every item of a list. What is not there gives no place. */
export const placesAt = (value: unknown, pointer: string): readonly Place[] =>
  stepsOf(pointer).reduce<readonly Place[]>(
    (here, step) => here.flatMap((one) => partsOf(one, step)),
    [{ at: '', value }],
  )

/** The value to which a pointer leads first; undefined when there is none. */
export const valueAt = (value: unknown, pointer: string): unknown => placesAt(value, pointer)[0]?.value

/** A value on the way to others; its pointer is only written where it is asked for. */
class Step implements Place {
  readonly step: string
  readonly value: unknown
  readonly above: Step | undefined
  /** Of a member: how many stand before it. */
  order = 0

  constructor(step: string, value: unknown, above: Step | undefined) {
    this.step = step
    this.value = value
    this.above = above
  }

  get at(): string {
    let pointer = ''
    for (let here: Step = this; here.above !== undefined; here = here.above)
      pointer = `${below('', here.step)}${pointer}`
    return pointer
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Many rules look for members of one body, one after the other. */
const known = memory<object, ReadonlyMap<string, readonly Step[]>>()

const membersOf = (body: object): ReadonlyMap<string, readonly Step[]> => {
  const before = known.get(body)
  if (before !== undefined) return before
  const found = new Map<string, Step[]>()
  const open: Step[] = [new Step('', body, undefined)]
  let order = 0
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { step: name, value: node, above } = here
    if (above !== undefined && !Array.isArray(above.value)) {
      order += 1
      here.order = order
      const same = found.get(name)
      if (same === undefined) found.set(name, [here])
      else same.push(here)
    }
    if (typeof node !== 'object' || node === null) continue
    if (Array.isArray(node)) {
      for (let index = node.length - 1; index >= 0; index -= 1)
        if (isNested(node[index])) open.push(new Step(String(index), node[index], here))
      continue
    }
    const names = Object.keys(node)
    for (let index = names.length - 1; index >= 0; index -= 1) {
      const step = names[index] ?? ''
      open.push(new Step(step, (node as Readonly<Record<string, unknown>>)[step], here))
    }
  }
  known.set(body, found)
  return found
}

/** Whether there is a member of such a name, with a value that `holds`. */
export const anyMember = (value: unknown, name: RegExp, holds: (value: unknown) => boolean = () => true): boolean =>
  isNested(value) &&
  [...membersOf(value)].some(([each, members]) => name.test(each) && members.some((one) => holds(one.value)))

/**
 * Every member of such a name, in the order of the text, however deep the body, which is not to change afterwards. Where
 * one stands is worked out when `at` is read: of the many that are right nobody asks.
 */
export const membersNamed = (value: unknown, name: RegExp): readonly Place[] => {
  if (!isNested(value)) return []
  const groups = [...membersOf(value)].flatMap(([each, members]) => (name.test(each) ? [members] : []))
  const [only = []] = groups
  return groups.length < 2 ? only : groups.flat().sort((one, other) => one.order - other.order)
}
