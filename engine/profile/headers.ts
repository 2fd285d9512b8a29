import type { Headers } from '../exchange.ts'
import { packageVersion } from '../package.ts'
import type { Redactor } from '../redact/redactor.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { secretsOfHeader } from './credential-parts.ts'
import type { RawProfile } from './read.ts'
import type { PlainProfile } from './schema.ts'
import { readSecret } from './secrets.ts'

/** Names of headers that hold a credential: to be masked, and left out where a call is to go without. */
const credentialName = /^(proxy-)?authorization$|^cookie$|key|token|secret|credential|password|session/i

/** A header field name (RFC 9110 §5.1), and a value that is one line of it. */
const fieldName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/

/** The headers of every request, apart by whether they are a credential. */
export interface PlainHeaders {
  readonly usual: Headers
  readonly credentials: Headers
}

/**
 * Headers of a target that is reached with headers alone, secrets fetched and made known to the redactor. `schemes` are
 * names of headers that the API itself calls credentials. Throws a `SetUpFault`.
 */
export const plainHeaders = (
  profile: PlainProfile,
  raw: RawProfile,
  redactor: Redactor,
  schemes: readonly string[] = [],
): PlainHeaders => {
  const usual: [string, string][] = []
  const credentials: [string, string][] = []
  for (const [name, given] of Object.entries(profile.headers)) {
    const path = ['headers', name]
    const where = `${raw.locate(path)}: ${raw.fromFlags ? name : `headers.${name}`}`
    const fault = (what: string): SetUpFault => new SetUpFault(where, what, 'Write NAME=VALUE as HTTP has them.')
    if (!fieldName.test(name)) throw fault('expected the name of a header')
    const secret = credentialName.test(name) || schemes.some((one) => one.toLowerCase() === name.toLowerCase())
    if (typeof given === 'string' && secret && raw.fromFlags !== true) {
      throw new SetUpFault(
        where,
        'this is a credential, and a profile never holds a secret',
        'Say where it lies: { env: … }, { file: … } or { command: … }.',
      )
    }
    const value = typeof given === 'string' ? given : readSecret(given, raw.path, where).toString('utf8').trimEnd()
    if (!fieldValue.test(value)) throw fault('expected a value of one line')
    if (secret || typeof given !== 'string')
      for (const part of secretsOfHeader(name, value)) redactor.secret(part, name.toLowerCase())
    if (secret) credentials.push([name, value])
    else usual.push([name, value])
  }
  // Some gateways answer nobody who does not say who is asking.
  const named = usual.some(([name]) => name.toLowerCase() === 'user-agent')
  return { usual: named ? usual : [['user-agent', `mizan/${packageVersion}`], ...usual], credentials }
}

/** Names of parameters that hold a credential. */
const secretParameter = /api.?key|access.?key|subscription.?key|token|secret|credential|password|signature/i

/** Makes the values of parameters that are credentials known to the redactor; `schemes` as of `plainHeaders`. */
export const keepParameters = (
  { params }: Pick<PlainProfile, 'params'>,
  redactor: Redactor,
  schemes: readonly string[] = [],
): void => {
  for (const [name, value] of Object.entries(params))
    if (secretParameter.test(name) || schemes.includes(name.toLowerCase())) redactor.secret(value, name.toLowerCase())
}
