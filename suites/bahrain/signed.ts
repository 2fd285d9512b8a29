import type { SentBody } from '../../engine/session.ts'

type Detached = NonNullable<SentBody['detached']>

/** Host of the private claims of a signature. No page that names it could be read; schemas of events have this one. */
const host = 'http://openbanking.org.bh'

/** The usual header of the detached signature: time, issuer and trust anchor are claims that a verifier has to know. */
const usualHeader: Detached['header'] = ({ now, clientId }) => ({
  typ: 'JOSE',
  cty: 'application/json',
  [`${host}/iat`]: Math.floor(now.getTime() / 1000),
  [`${host}/iss`]: clientId,
  [`${host}/tan`]: 'openbanking.org.bh',
  crit: [`${host}/iat`, `${host}/iss`, `${host}/tan`],
})

/** A JSON body with its signature as the header `x-jws-signature`; `spoiled` says in what the signature is not good. */
export const signedJson = (value: unknown, spoiled: Partial<Detached> = {}): SentBody => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { text, mediaType: 'application/json', detached: { header: usualHeader, ...spoiled } }
}
