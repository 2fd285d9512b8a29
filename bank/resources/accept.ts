/** Media types of answers with a body. */
export type Offered = 'application/json' | 'application/jwt'

interface Range {
  readonly type: string
  readonly quality: number
}

const ranges = (accept: string): readonly Range[] =>
  accept.split(',').flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return type === '' ? [] : [{ type, quality: weight === undefined ? 1 : Number(weight.slice(2)) || 0 }]
  })

/** How much a type is wanted: the range that names it most closely decides (RFC 9110 §12.5.1). */
const wanted = (type: Offered, given: readonly Range[]): number => {
  for (const name of [type, 'application/*', '*/*']) {
    const match = given.find((range) => range.type === name)
    if (match !== undefined) return match.quality
  }
  return 0
}

/**
 * The media type for an `Accept` header: JSON unless a JWS is wanted more; undefined where neither will do. Some APIs have
 * no signed answers.
 */
export const offerFor = (accept: string | undefined, signs = true): Offered | undefined => {
  if (accept === undefined || accept.trim() === '') return 'application/json'
  const given = ranges(accept)
  const json = wanted('application/json', given)
  const jwt = signs ? wanted('application/jwt', given) : 0
  if (json === 0 && jwt === 0) return undefined
  return jwt > json ? 'application/jwt' : 'application/json'
}
