import { type DeliveryFacts, type Headers, header } from '../exchange.ts'
import { jwsFacts, type Opener } from '../jose.ts'

/** The keys of the target, and how to read them anew when an event names one that is not among them. */
export interface Keys {
  readonly now: () => unknown
  readonly again: () => Promise<void>
}

/** Said of a JWS whose `kid` no key of the set has. */
const noSuchKey = 'ERR_JWKS_NO_MATCHING_KEY'

/** Facts of a JWS of the target; a key that is not known is looked for once more in what the target publishes now. */
const judged = async (text: string, keys: Keys) => {
  const first = await jwsFacts(text, keys.now())
  if (first?.reason !== noSuchKey) return first
  await keys.again()
  return jwsFacts(text, keys.now())
}

/** Opens an event: decrypts the JWE, verifies the JWS inside, and that of the `Authorization` header where it is a JWT. */
export const openDelivery = async (
  request: { readonly headers: Headers; readonly body: string },
  { opener, keys }: { readonly opener: Opener; readonly keys: Keys },
): Promise<DeliveryFacts> => {
  const text = request.body.trim()
  const sealed = await opener.open(text)
  const [, token] = /^Bearer +(\S+)$/i.exec(header(request, 'authorization') ?? '') ?? []
  const authorization = token === undefined ? undefined : await judged(token, keys)
  const common = {
    ...(sealed && { jwe: sealed.header }),
    ownKid: sealed?.header.kid !== undefined && sealed.header.kid === opener.kid,
    decrypted: sealed !== undefined && 'text' in sealed,
    ...(authorization && { authorization }),
  }
  if (sealed !== undefined && 'failed' in sealed) return { ...common, opened: { failed: sealed.failed } }
  const opened = await judged(sealed?.text.trim() ?? text, keys)
  const failed = sealed === undefined ? 'the body is no compact JWE' : 'the JWE holds no compact JWS'
  return { ...common, opened: opened ?? { failed } }
}
