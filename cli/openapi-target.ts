import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { NetworkFault } from '../engine/network-fault.ts'
import { packageVersion } from '../engine/package.ts'
import { readPlainCredentials } from '../engine/profile/credentials.ts'
import { checkPlainProfile, type RawProfile } from '../engine/profile/read.ts'
import type { PlainProfile } from '../engine/profile/schema.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { Standard } from '../engine/standard.ts'
import { openTransport } from '../engine/transport.ts'

/** Flags that stand for a profile of the standard `openapi`. */
export interface OpenApiFlags {
  readonly contract?: string
  readonly baseUrl?: string
  readonly header?: readonly string[]
  readonly param?: readonly string[]
  readonly positive?: true
  readonly strict?: true
  readonly write?: true
}

const flagOf: Readonly<Record<string, string>> = {
  contract: '--contract',
  baseUrl: '--base-url',
  headers: '--header',
  params: '--param',
}

/** `NAME=VALUE` pairs as an object. Throws a `SetUpFault` for one that is none. */
const pairs = (flag: string, all: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    all.map((one) => {
      const [, name, value] = /^([^=:\s]+)\s*[=:]\s*([\s\S]*)$/.exec(one) ?? []
      // The text itself may be a credential and is not quoted.
      if (name === undefined || value === undefined)
        throw new SetUpFault(flag, 'expected NAME=VALUE', `Write ${flag} "NAME=VALUE".`)
      return [name, value]
    }),
  )

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** Addresses of this machine: nobody else is burdened by a run against them. */
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Requests in a second that no loopback server minds. */
const unhurried = 10_000

/** The profile that flags stand for; undefined when there are none of them. Throws a `SetUpFault` for half of one. */
export const profileOfFlags = (flags: OpenApiFlags & { readonly profile?: string }): RawProfile | undefined => {
  const { contract, baseUrl, header, param } = flags
  if (contract === undefined && baseUrl === undefined) {
    const [alone] = [
      header && '--header',
      param && '--param',
      flags.positive && '--positive',
      flags.strict && '--strict',
      flags.write && '--write',
    ].filter((one) => typeof one === 'string')
    if (alone === undefined) return undefined
    throw new SetUpFault(
      alone,
      'it belongs to --contract and --base-url, and there is neither',
      'See mizan run --help.',
    )
  }
  if (flags.profile !== undefined)
    throw new SetUpFault('--contract', 'it stands for a profile, and --profile names another', 'Give one of the two.')
  if (contract === undefined)
    throw new SetUpFault('--contract', 'missing', 'Name an OpenAPI document, a file or a URL.')
  if (baseUrl === undefined || !URL.canParse(baseUrl) || !isUrl(baseUrl))
    throw new SetUpFault(
      '--base-url',
      baseUrl === undefined ? 'missing' : `expected an http or https URL, got ${baseUrl}`,
      'Say what stands before the paths of the document: --base-url https://api.example.com/v1',
    )
  const { host, hostname } = new URL(baseUrl)
  return {
    path: resolve('flags'),
    fromFlags: true,
    locate: ([field]) => flagOf[String(field)] ?? '--contract',
    values: {
      name: host,
      standard: 'openapi',
      contract,
      baseUrl,
      headers: pairs('--header', header),
      params: pairs('--param', param),
      positive: flags.positive ?? false,
      strict: flags.strict ?? false,
      write: flags.write ?? false,
      ...(loopback.test(hostname) ? { limits: { requestsPerSecond: unhurried, concurrency: 8 } } : {}),
    },
  }
}

/** The flags that name the target again; values of headers are left to the reader, for they may be credentials. */
export const targetOf = (flags: OpenApiFlags & { readonly profile?: string }): string | undefined => {
  const { contract, baseUrl, header = [], profile } = flags
  if (profile !== undefined) return `--profile ${profile}`
  if (contract === undefined) return undefined
  const names = header.map((one) => `--header "${one.split(/[=:]/)[0]?.trim()}=…"`)
  return [`--contract ${contract}`, `--base-url ${baseUrl}`, ...names].join(' ')
}

const mostRedirects = 5

/** Reads a document that a profile names by its URL; redirects are followed, for that is how documents are published. */
const fetchText = async (profile: PlainProfile, raw: RawProfile, where: string): Promise<string> => {
  const { ca } = readPlainCredentials(profile, raw, new Date())
  const { timeout, bodyBytes } = profile.limits
  const transport = openTransport({ ...(ca && { ca }), certificates: {}, timeout, bodyBytes, connections: 1 })
  const fault = (what: string, cause?: unknown): SetUpFault =>
    new SetUpFault(where, what, 'Check the address; a file works as well.', { cause })
  try {
    let url = profile.contract
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const headers = [['user-agent', `mizan/${packageVersion}`]] as const
      const { response } = await transport.send({ method: 'GET', url, headers }, 'none')
      if (response.status === 200) return response.body
      const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
      if (response.status < 300 || response.status > 399 || location === undefined)
        throw fault(`the document was answered with ${response.status}`)
      url = new URL(location, url).href
    }
    throw fault(`the document was not reached after ${mostRedirects} redirects`)
  } catch (cause) {
    if (cause instanceof NetworkFault) throw fault(cause.message, cause)
    throw cause
  } finally {
    await transport.close()
  }
}

/** The name of a contract by its file: `petstore` of `petstore.yaml`. */
const nameOf = (contract: string): string =>
  basename(isUrl(contract) ? new URL(contract).pathname : contract).replace(/\.(ya?ml|json)$/i, '') || 'api'

const textOf = async (profile: PlainProfile, raw: RawProfile, where: string) => {
  if (isUrl(profile.contract)) return { text: await fetchText(profile, raw, where), base: profile.contract }
  const path = resolve(raw.fromFlags ? process.cwd() : dirname(raw.path), profile.contract)
  try {
    return { text: readFileSync(path), base: path }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${code})`
    throw new SetUpFault(where, why, 'Name an OpenAPI document, a file or a URL.', { cause })
  }
}

/** Reads a profile of the standard `openapi` and its document. Throws a `SetUpFault` naming file, line and place. */
export const loadOpenApi = async (
  raw: RawProfile,
): Promise<{ readonly profile: PlainProfile; readonly standard: Standard }> => {
  const profile = checkPlainProfile(raw)
  const where = `${raw.locate(['contract'])}${raw.fromFlags ? '' : ': contract'}`
  const source = await textOf(profile, raw, where)
  const [{ openContract }, { SourceFault }, { openApiStandard }] = await Promise.all([
    import('../schemas/open-contract.ts'),
    import('../schemas/derive/source-fault.ts'),
    import('../suites/openapi/index.ts'),
  ])
  try {
    const { contract, document } = await openContract({ ...source, name: nameOf(profile.contract) })
    const { params, positive, strict, write } = profile
    const headers = Object.keys(profile.headers)
    return { profile, standard: openApiStandard({ contract, document, params, positive, strict, write, headers }) }
  } catch (cause) {
    if (!(cause instanceof SourceFault)) throw cause
    throw new SetUpFault(where, cause.message, 'Mend the document; nothing was sent.', { cause })
  }
}
