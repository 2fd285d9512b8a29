import { isObject, type JsonObject } from '../openapi.ts'
import type { Correction } from './correction.ts'

const doubled = /\\\\(?=[dDsSwWbB.+*?^$()[\]{}|/-])/g

const stringOrList = { type: ['string', 'array'], items: { type: 'string' } }

/** Only a JWT has an issuer and an instant beside it. */
const isJwt = (properties: JsonObject): boolean =>
  'iss' in properties && ['exp', 'nbf', 'iat'].some((claim) => claim in properties)

/** What one schema object is read as. The same object where nothing is to be changed. */
export const everywhere: Readonly<Record<NonNullable<Correction['everywhere']>, (schema: JsonObject) => JsonObject>> = {
  'doubled-backslashes': (schema) =>
    typeof schema.pattern === 'string' && schema.pattern.search(doubled) !== -1
      ? { ...schema, pattern: schema.pattern.replace(doubled, '\\') }
      : schema,
  'registered-claims': (schema) => {
    const { properties } = schema
    if (!isObject(properties) || !isJwt(properties)) return schema
    const { additionalProperties, ...open } = schema
    const closed = additionalProperties === false
    const aud = isObject(properties.aud) && (properties.aud.type === 'array' || properties.aud.type === 'string')
    if (!closed && !aud) return schema
    return { ...(closed ? open : schema), properties: aud ? { ...properties, aud: stringOrList } : properties }
  },
}
