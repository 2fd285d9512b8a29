import { isObject, type Json, type JsonObject } from '../openapi.ts'
import { member, resolved } from './resolved.ts'

/** A value that a document names. */
export interface Named {
  readonly value: Json
}

const first = (value: Json | undefined): Named | undefined => (value === undefined ? undefined : { value })

/** What a schema itself names as one of its values: an example, its constant, its default, the first of its enum. */
export const namedBySchema = (schema: JsonObject): Named | undefined => {
  const { example, examples, const: constant, default: usual, enum: values } = schema
  const listed = Array.isArray(examples) ? examples[0] : undefined
  const one = Array.isArray(values) ? values[0] : undefined
  return first(example) ?? first(listed) ?? first(constant) ?? first(usual) ?? first(one)
}

/** What a parameter or media type names: its own example, else what its schema names. Values of other files are not read. */
export const namedBy = (document: JsonObject, holder: JsonObject): Named | undefined => {
  const { example, examples } = holder
  const listed = isObject(examples) ? resolved(document, Object.values(examples)[0])?.value : undefined
  const schema = member(document, holder, 'schema')
  return first(example) ?? first(listed) ?? (schema === undefined ? undefined : namedBySchema(schema))
}
