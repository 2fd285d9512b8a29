import { createHash } from 'node:crypto'
import { byteOrderMark, type Exchange, type Facts, header, json, type Response } from '../exchange.ts'
import { detachedFacts, jwsFacts } from '../jose.ts'
import type { Entry } from './entry.ts'

/** What a request of another tool's recording was for: nobody knows. */
const purpose = 'recorded'

const idTokenIn = (response: Response): string | undefined => {
  if (!response.body.includes('"id_token"')) return undefined
  const found = (json(response) as { readonly id_token?: unknown } | undefined)?.id_token
  return typeof found === 'string' ? found : undefined
}

/** Signatures are read and never checked: a recording comes without keys. */
const signed = async (response: Response): Promise<Pick<Facts, 'jws' | 'detached' | 'idToken'>> => {
  const signature = header(response, 'x-jws-signature')
  const idToken = idTokenIn(response)
  const [jws, detached, token] = await Promise.all([
    jwsFacts(response.body, undefined),
    signature === undefined ? undefined : detachedFacts(signature, response.body, undefined),
    idToken === undefined ? undefined : jwsFacts(idToken, undefined),
  ])
  return { ...(jws && { jws }), ...(detached && { detached }), ...(token && { idToken: token }) }
}

/** Recordings of runs before it was a fact have only the hash of the bytes, which still knows the mark. */
const hadMark = ({ facts }: NonNullable<Entry['ours']>, text: string): boolean =>
  facts.byteOrderMark ?? createHash('sha256').update(`${byteOrderMark}${text}`).digest('hex') === facts.bodySha256

/**
 * The exchange of an entry, as a run would have recorded it. What only a run of ours tells is taken from there; else the
 * client is taken to have shown its own certificate, and `id` is the number of the entry.
 */
export const exchangeOf = async (
  { number, ours, request, startedAt, durationMs }: Entry,
  { status, headers, body }: NonNullable<Entry['response']>,
  given: { readonly operation: string | undefined; readonly id?: string | undefined; readonly at: Date },
): Promise<Exchange> => {
  const response: Response = { status, headers, body: body.text }
  const { bytes, bodySha256, validUtf8 } = ours?.facts ?? body
  const marked = ours === undefined ? body.byteOrderMark : hadMark(ours, body.text)
  const when = { startedAt: startedAt ?? given.at.toISOString(), durationMs, request, response }
  const told = { bytes, bodySha256, validUtf8, ...(marked && { byteOrderMark: true as const }) }
  const facts: Facts = { ...told, ...(await signed(response)) }
  if (ours !== undefined) return { ...ours, ...when, facts, id: given.id ?? ours.id }
  return {
    id: given.id ?? `e${number}`,
    ...(given.operation !== undefined && { operation: given.operation }),
    suite: 'recorded',
    scenario: 'recorded',
    purpose,
    credentials: { token: 'other', certificate: 'own' },
    ...when,
    facts,
  }
}
