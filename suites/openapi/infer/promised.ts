import type { OperationFacts } from '../../../engine/contract.ts'
import type { JsonObject } from '../../../schemas/openapi.ts'
import { member, resolved } from '../../../schemas/values/resolved.ts'
import { isJsonType } from './body.ts'
import { described } from './described.ts'

/** The Response Objects of all successes that a document declares of an operation; of the default where it names none. */
const successes = (document: JsonObject, facts: OperationFacts): readonly JsonObject[] => {
  const responses = member(document, described(document, facts).operation, 'responses') ?? {}
  const named = Object.keys(responses).filter((status) => /^2/.test(status))
  return (named.length > 0 ? named : ['default']).flatMap((status): readonly JsonObject[] => {
    const one = member(document, responses, status)
    return one === undefined ? [] : [one]
  })
}

const isDescribedJson = (document: JsonObject, response: JsonObject): boolean => {
  const content = Object.entries(member(document, response, 'content') ?? {})
  return (
    content.length > 0 &&
    content.every(
      ([type, media]) =>
        isJsonType(type.split(';')[0]?.trim() ?? '') && resolved(document, media)?.schema !== undefined,
    )
  )
}

const hasRequiredHeader = (document: JsonObject, response: JsonObject): boolean => {
  const headers = member(document, response, 'headers') ?? {}
  return Object.keys(headers).some(
    (name) => name.toLowerCase() !== 'content-type' && member(document, headers, name)?.required === true,
  )
}

const always =
  (holds: (document: JsonObject, response: JsonObject) => boolean) =>
  (document: JsonObject, facts: OperationFacts): boolean => {
    const all = successes(document, facts)
    return all.length > 0 && all.every((one) => holds(document, one))
  }

const describedBody = always(isDescribedJson)

/** Whether every success that the document declares of an operation has a body in JSON with a schema. */
export const promisesBody = (document: JsonObject, facts: OperationFacts): boolean =>
  facts.method !== 'HEAD' && describedBody(document, facts)

/** Whether every success that the document declares of an operation has a header that it requires. */
export const promisesHeader = always(hasRequiredHeader)
