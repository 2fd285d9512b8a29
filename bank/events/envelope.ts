import { randomUUID } from 'node:crypto'
import { CompactEncrypt, CompactSign } from 'jose'
import type { CommonSetting } from '../setting.ts'
import type { BankEvent } from './event.ts'

type Bank = Pick<CommonSetting, 'issuer' | 'signing' | 'encryption' | 'misbehaves'>
type Json = Readonly<Record<string, unknown>>

/** Seconds for which an event holds, and for which the right to deliver it does. */
const life = { event: 300, delivery: 30 }

const hour = 3_600_000

const now = (): number => Math.floor(Date.now() / 1000)

const sign = ({ signing }: Bank, claims: Json): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'PS256', kid: signing.kid })
    .sign(signing.privateKey)

const withoutSignature = (jws: string): string => {
  const [header, payload, signature = ''] = jws.split('.')
  return [header, payload, Buffer.from(signature, 'base64url').reverse().toString('base64url')].join('.')
}

/** What an event says: the same each time it is delivered. */
export const messageOf = ({ misbehaves }: Bank, event: BankEvent): Json => {
  const back = misbehaves('event-times-go-back') && event.data.Status === 'Revoked' ? hour : 0
  return {
    ...(misbehaves('event-without-data') ? {} : { Data: event.data }),
    Meta: {
      EventDateTime: new Date(Date.now() - back).toISOString(),
      EventResource: misbehaves('event-of-another-resource') ? `${event.resource}/parties` : event.resource,
      EventType: misbehaves('event-of-unknown-type') ? 'Resource.Changed' : 'Resource.Updated',
      ...event.id,
    },
  }
}

/** An event as it travels: a JWS of the bank inside a JWE for its client. */
export const sealed = async (bank: Bank, clientId: string, message: Json): Promise<string> => {
  const at = now()
  const claims = { iss: bank.issuer, aud: [clientId], iat: at, nbf: at, exp: at + life.event, message }
  const jws = await sign(bank, claims)
  const text = bank.misbehaves('event-signature-broken') ? withoutSignature(jws) : jws
  const enc = bank.misbehaves('event-in-a-short-cipher') ? 'A128GCM' : 'A256GCM'
  return new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc, kid: bank.encryption.kid, cty: 'JWT' })
    .encrypt(bank.encryption.publicKey)
}

/** The bank's right to deliver something to an address, good for one delivery. */
export const permit = (bank: Bank, url: string): Promise<string> => {
  const at = now()
  return sign(bank, {
    iss: bank.issuer,
    sub: bank.issuer,
    aud: bank.misbehaves('event-permit-for-another') ? 'https://events.tpp.example' : url,
    iat: at,
    nbf: at,
    exp: at + life.delivery,
    jti: randomUUID(),
  })
}
