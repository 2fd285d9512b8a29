import type { Headers } from './exchange.ts'
import type { Signer } from './jose.ts'
import { type CallOptions, Inconclusive, type SentBody, type SignedBody } from './session.ts'

/** A body as it goes onto the wire, with the headers that belong to it. */
interface Made {
  readonly text?: string
  readonly headers: Headers
}

/** Makes the body of a call when its turn to be sent comes: what is signed does not grow old in a queue. */
export type BodyMaker = (options: Pick<CallOptions, 'body' | 'signed'>) => Promise<Made>

interface BodyClient {
  readonly id: string
  readonly signer: Signer
  readonly issuer: string
}

/** Seconds for which a signed body holds. */
const life = 300

const contentType = ({ mediaType }: { readonly mediaType: string }) => ['content-type', mediaType] as const

const signedBody = async (signed: SignedBody, { id, signer, issuer }: BodyClient): Promise<Made> => {
  const now = Math.floor(Date.now() / 1000)
  const usual = { iss: id, aud: [issuer], iat: now, nbf: now, exp: now + life, message: signed.message }
  const jws = await signer.sign(signed.claims?.(usual) ?? usual, signed.signing)
  return { text: signed.change?.(jws) ?? jws, headers: [contentType(signed)] }
}

const withSignature = async (
  body: SentBody,
  { header, signing, over = body.text }: NonNullable<SentBody['detached']>,
  { id, signer }: BodyClient,
): Promise<Made> => {
  const jws = await signer.detach(over, header({ now: new Date(), clientId: id }), signing)
  return { text: body.text, headers: [contentType(body), ['x-jws-signature', jws]] }
}

/** Makes bodies in the name of a client. Where there is none, nothing can be signed: it throws `Inconclusive`. */
export const bodyMaker = (client?: BodyClient): BodyMaker => {
  const signing = (): BodyClient => {
    if (client === undefined) throw new Inconclusive('the target is reached with headers alone, and nothing is signed')
    return client
  }
  return async ({ body, signed }) => {
    if (signed !== undefined) return signedBody(signed, signing())
    if (body === undefined) return { headers: [] }
    if (body.detached !== undefined) return withSignature(body, body.detached, signing())
    return { text: body.text, headers: [contentType(body)] }
  }
}
