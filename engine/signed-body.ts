import type { Headers } from './exchange.ts'
import type { Signer } from './jose.ts'
import { type CallOptions, Inconclusive } from './session.ts'

/** Makes the text of a body when its turn to be sent comes, with the headers that go with it. */
export type BodyMaker = (
  options: Pick<CallOptions, 'body' | 'signed'>,
) => Promise<{ readonly text?: string; readonly headers: Headers }>

/** Seconds for which a signed body holds. */
const life = 300

/** Makes bodies in the name of a client; where there is none nothing can be signed. */
export const bodyMaker =
  (client?: { readonly id: string; readonly signer: Signer; readonly issuer: string }): BodyMaker =>
  async ({ body, signed }) => {
    const given = signed ?? body
    if (given === undefined) return { headers: [] }
    const type = ['content-type', given.mediaType] as const
    if (signed === undefined && body?.detached === undefined) return { text: body?.text ?? '', headers: [type] }
    if (client === undefined) throw new Inconclusive('the target is reached with headers alone, and nothing is signed')
    const now = new Date()
    if (body?.detached !== undefined && signed === undefined) {
      const { header, signing, over = body.text } = body.detached
      const jws = await client.signer.detach(over, header({ now, clientId: client.id }), signing)
      return { text: body.text, headers: [type, ['x-jws-signature', jws]] }
    }
    const seconds = Math.floor(now.getTime() / 1000)
    const usual = {
      iss: client.id,
      aud: [client.issuer],
      iat: seconds,
      nbf: seconds,
      exp: seconds + life,
      message: signed?.message,
    }
    const jws = await client.signer.sign(signed?.claims?.(usual) ?? usual, signed?.signing)
    return { text: signed?.change?.(jws) ?? jws, headers: [type] }
  }
