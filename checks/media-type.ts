import { type Exchange, type Headers, headerValues, json } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { declared } from './declared.ts'
import { finding } from './findings.ts'

/** Content-Type as it came; one that stands twice with the same value counts once. Undefined when it is missing. */
export const contentType = (message: { readonly headers: Headers }): string | undefined => {
  const values = headerValues(message, 'content-type').map((value) => value.trim())
  const different = values.filter((value, index) => values.findIndex((one) => sameText(one, value)) === index)
  return different.length === 0 ? undefined : different.join(', ')
}

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** The media type of a message without its parameters, in lower case. */
export const mediaTypeOf = (message: { readonly headers: Headers }): string | undefined =>
  contentType(message)?.split(';')[0]?.trim().toLowerCase()

const parameters = (label: string): readonly (readonly [string, string])[] =>
  label
    .split(';')
    .slice(1)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', value = ''] = one.split('=')
      return [
        name.trim().toLowerCase(),
        value
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .toLowerCase(),
      ] as const
    })

/**
 * A 200 or 201 whose body is JSON says `application/json`, with no other charset than UTF-8. Other parameters are no
 * finding. Operations in `except` belong to another rule.
 */
export const jsonIsLabelled =
  (options: { readonly except: readonly string[] }): Check =>
  (exchange, given) => {
    const { response, operation } = exchange
    if (declared(exchange, given) === undefined) return silent('no contract names this operation')
    if (operation !== undefined && options.except.includes(operation)) return silent('another rule owns this operation')
    if (response.status !== 200 && response.status !== 201) return silent('only 200 and 201 are judged')
    if (json(response) === undefined) return silent('the body is not JSON')
    const label = contentType(response)
    if (mediaTypeOf(response) !== 'application/json') return [finding('header content-type', 'application/json', label)]
    const charset = parameters(label ?? '').find(([name]) => name === 'charset')?.[1]
    return charset === undefined || charset === 'utf-8'
      ? []
      : [finding('header content-type', 'no charset other than utf-8', label)]
  }

/** Parameters of Content-Type other than charset. */
export const contentTypeParameters = ({ response }: Exchange): Observed => {
  const names = parameters(contentType(response) ?? '').flatMap(([name]) => (name === 'charset' ? [] : [name]))
  return names.length === 0 ? {} : { 'content-type parameters': names.join(', ') }
}
