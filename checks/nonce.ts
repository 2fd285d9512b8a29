import type { Exchange } from '../engine/exchange.ts'
import { type Answer, silent } from '../engine/rule.ts'
import { finding, nothing } from './findings.ts'

/** The `nonce` of the id_token is exactly that of the request, and there is none where none was sent (OpenID Connect Core §2). */
export const idTokenNonce = (token: Exchange, sent: unknown): Answer => {
  const { idToken } = token.facts
  if (idToken === undefined) return silent('no id_token came')
  const { nonce } = idToken.claims
  return nonce === sent ? [] : [finding('id_token nonce', typeof sent === 'string' ? sent : nothing, nonce, token)]
}
