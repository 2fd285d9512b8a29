import type { Probe } from '../../../engine/rule.ts'
import type { SignedBody } from '../../../engine/session.ts'
import type { opening } from './opening.ts'

type Options = NonNullable<Parameters<typeof opening>[1]>

/** One thing in which a request is not signed as it has to be. */
interface Row {
  readonly name: string
  /** `observed`: either answer is good. */
  readonly about: 'signature' | 'form' | 'header' | 'end' | 'media type' | 'observed'
  readonly spoil: (message: unknown) => Options
}

const signed = (about: Row['about'], name: string, differs: Partial<SignedBody>): Row => ({
  name,
  about,
  spoil: () => ({ signed: differs }),
})

/** Claims that lie so many seconds after the moment of the signature; undefined leaves one out. */
const times = (seconds: Readonly<Record<string, number | undefined>>): Partial<SignedBody> => ({
  claims: (usual) => ({
    ...usual,
    ...Object.fromEntries(
      Object.entries(seconds).map(([name, later]) => [
        name,
        later === undefined ? undefined : Number(usual.iat) + later,
      ]),
    ),
  }),
})

const claims = (change: Readonly<Record<string, unknown>>): Partial<SignedBody> => ({
  claims: (usual) => ({ ...usual, ...change }),
})

const unsigned = (about: Row['about'], name: string, mediaType: string): Row => ({
  name,
  about,
  spoil: (message) => ({ body: { text: JSON.stringify(message), mediaType } }),
})

const stranger = 'https://nobody.example'

/** Requests that are not signed as they have to be. */
export const spoiledSignatures: readonly Row[] = [
  signed('signature', 'one bit of the signature changed', { signing: 'broken' }),
  signed('signature', 'the key of somebody else', { signing: 'foreign-key' }),
  signed('form', 'two segments', { change: (jws) => jws.split('.').slice(0, 2).join('.') }),
  unsigned('form', 'JSON that is called a JWT', 'application/jwt'),
  signed('header', 'RS256', { signing: 'RS256' }),
  signed('header', 'alg none', { signing: 'none' }),
  signed('header', 'HS256 with the public key', { signing: 'HS256' }),
  signed('header', 'unknown kid', { signing: 'unknown-kid' }),
  signed('end', 'no exp', times({ exp: undefined })),
  signed('end', 'exp five minutes ago', times({ iat: -600, nbf: -600, exp: -300 })),
  unsigned('media type', 'JSON', 'application/json'),
  signed('observed', 'nbf in five minutes', times({ nbf: 300, exp: 600 })),
  signed('observed', 'another iss', claims({ iss: stranger })),
  signed('observed', 'another aud', claims({ aud: [stranger] })),
]

/** The probes of rows that are about the same. */
export const about = (what: Row['about'], probes: readonly Probe[]): readonly Probe[] =>
  probes.filter((probe) => spoiledSignatures.some((row) => row.about === what && row.name === probe.name))
