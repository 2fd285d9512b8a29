import { CompactSign } from 'jose'
import type { RegisteredClient } from '../setting.ts'

/** Claims as a JWT that a client signed: what the bank does for it only where it misbehaves. */
export const signAs = ({ signing }: RegisteredClient, claims: Readonly<Record<string, unknown>>): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'PS256', kid: signing.kid })
    .sign(signing.privateKey)
