import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import { checkNames, standardOf } from '../engine/profile/check-names.ts'
import { ownRules } from '../engine/profile/own-rules.ts'
import { checkProfile, type RawProfile, readProfile } from '../engine/profile/read.ts'
import type { AnyProfile } from '../engine/profile/schema.ts'
import type { Standard } from '../engine/standard.ts'
import { loadOpenApi } from './openapi-target.ts'

/** The profile of the embedded bank: what a run takes when none is named. */
export const defaultProfile: string = join(packageRoot, 'profiles', 'embedded-uae-hub.yaml')

/** A profile ready for a run, and how to let go of what was started for it. */
export interface Loaded {
  readonly profile: AnyProfile
  readonly raw: RawProfile
  readonly standard: Standard
  readonly close: () => Promise<void>
}

/** Starts the embedded bank and says what it fills into the profile. */
export type StartEmbedded = (wish: {
  /** Id of the standard that it has to speak. */
  readonly standard: string
  readonly variant?: string
  readonly now?: string
  readonly defects: readonly string[]
}) => Promise<{ readonly fill: Readonly<Record<string, unknown>>; readonly close: () => Promise<void> }>

const embeddedWish = (raw: RawProfile): Parameters<StartEmbedded>[0] | undefined => {
  const { embedded, standard, variant } = raw.values
  if (typeof embedded !== 'object' || embedded === null) return undefined
  const { now, defects } = embedded as { now?: unknown; defects?: unknown }
  return {
    standard: String(standard),
    ...(typeof variant === 'string' ? { variant } : {}),
    ...(typeof now === 'string' ? { now } : {}),
    defects: Array.isArray(defects) ? defects.filter((one) => typeof one === 'string') : [],
  }
}

/** Fields that the embedded bank would fill in, for commands that send nothing. */
export const placeholder = {
  issuer: 'https://localhost',
  resources: {},
  client: {
    id: 'embedded',
    redirectUri: 'https://localhost/callback',
    signing: { key: { file: '-' }, kid: '-' },
    transport: { certificate: { file: '-' }, key: { file: '-' } },
    encryption: { key: { file: '-' } },
  },
  events: { url: 'https://localhost', listen: { port: 0 }, plain: true },
  second: {
    id: 'embedded-2',
    signing: { key: { file: '-' }, kid: '-' },
    transport: { certificate: { file: '-' }, key: { file: '-' } },
  },
  authorisation: { mode: 'headless', forms: [{}] },
}

/** The same for a standard: the embedded bank offers all of its APIs, and its users decline when they are to. */
const placeholderOf = ({ capabilities }: Standard): Readonly<Record<string, unknown>> => ({
  ...placeholder,
  resources: Object.fromEntries(
    Object.values(capabilities).flatMap(({ api }) => (api === undefined ? [] : [[api, placeholder.issuer]])),
  ),
  authorisation: { ...placeholder.authorisation, decline: [{}] },
})

/** All standards: loaded only by a run that may want another than that of an OpenAPI document. */
const allStandards = async (): Promise<readonly Standard[]> => (await import('../suites/index.ts')).standards

/** The standard with the rules of one's own that the profile names. */
export const withOwnRules = async (profile: AnyProfile, raw: RawProfile, standard: Standard): Promise<Standard> => {
  if (profile.rules === undefined) return standard
  const own = await ownRules(profile, raw, [...(await allStandards()), standard])
  return own.length === 0 ? standard : { ...standard, rules: [...standard.rules, ...own] }
}

/** Loads a profile (a file, or what flags stand for) and starts the embedded bank if it asks for it. Throws a `SetUpFault` naming file, line and field. */
export const loadProfile = async (from: string | RawProfile, startEmbedded?: StartEmbedded): Promise<Loaded> => {
  const raw = typeof from === 'string' ? readProfile(from) : from
  if (raw.values.standard === 'openapi') {
    const { profile, standard } = await loadOpenApi(raw)
    checkNames(profile, raw, standard)
    return { profile, raw, standard: await withOwnRules(profile, raw, standard), close: () => Promise.resolve() }
  }
  const published = standardOf(raw, await allStandards())
  const wish = embeddedWish(raw)
  // Checked before the bank starts: a typing error costs no second.
  const early = checkProfile(raw, wish === undefined ? {} : placeholderOf(published))
  checkNames(early, raw, published)
  const standard = await withOwnRules(early, raw, published)
  if (wish === undefined || startEmbedded === undefined)
    return { profile: early, raw, standard, close: () => Promise.resolve() }
  const { fill, close } = await startEmbedded(wish)
  return { profile: checkProfile(raw, fill), raw, standard, close }
}
