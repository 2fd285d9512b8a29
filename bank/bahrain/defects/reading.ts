import type { Asked } from '../../defects/answered.ts'
import { pathOf } from '../../places.ts'
import { bases } from '../places.ts'

/** The path below the base of one of the two APIs; '' for what is no resource. */
export const resourceOf = ({ url }: Asked): string => {
  const path = pathOf(url)
  const base = Object.values(bases).find((one) => path.startsWith(`${one}/`))
  return base === undefined ? '' : path.slice(base.length)
}

/** Whether a request goes to a resource of either API. */
export const isResource = (asked: Asked): boolean => resourceOf(asked) !== ''

/** Whether a request is one of an operation, named as the contract names it: `GET /accounts/{AccountId}`. */
export const isOperation = (operation: string): ((asked: Asked) => boolean) => {
  const [method, template = ''] = operation.split(' ')
  const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`)
  return (asked) => asked.method === method && pattern.test(resourceOf(asked))
}
