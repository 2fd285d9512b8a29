import type { Contract } from '../engine/contract.ts'
import { below } from '../engine/pointer.ts'
import { type Applied, declares } from './applicable.ts'
import { isObject } from './openapi.ts'

type Undeclared = ReturnType<Contract['undeclared']>[number]

const further = ['additionalProperties', 'unevaluatedProperties']

/** What the schemas that apply to one object say of its members together. */
interface Told {
  readonly undeclared: Set<string>
  /** One of them declares members, so that the others are worth a remark. */
  declaring: boolean
  /** One says something of all further members: that they may be, or that they may not, which is a fault of its own. */
  further: boolean
}

/** Collects the members of objects that no schema declares and none says anything about. */
export const collectUndeclared = (): {
  readonly visit: (applied: Applied) => undefined
  readonly undeclared: () => readonly Undeclared[]
} => {
  const objects = new Map<string, Told>()
  return {
    visit: ({ schema, value, at }) => {
      if (!isObject(value)) return undefined
      const told = objects.get(at) ?? { undeclared: new Set(Object.keys(value)), declaring: false, further: false }
      objects.set(at, told)
      if (isObject(schema.properties) || isObject(schema.patternProperties)) told.declaring = true
      if (further.some((keyword) => schema[keyword] !== undefined)) told.further = true
      for (const name of told.undeclared) {
        const { own, patterns } = declares(schema, name)
        if (own || patterns.length > 0) told.undeclared.delete(name)
      }
      return undefined
    },
    undeclared: () =>
      [...objects].flatMap(([at, told]) =>
        told.declaring && !told.further
          ? [...told.undeclared].map((name) => ({ at: below(at, name), got: `the member ${name}` }))
          : [],
      ),
  }
}
