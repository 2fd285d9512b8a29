import { checkNames, standardOf } from '../engine/profile/check-names.ts'
import { checkProfile, type RawProfile, readProfile } from '../engine/profile/read.ts'
import type { AnyProfile } from '../engine/profile/schema.ts'
import type { Given } from '../engine/rule.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { Standard } from '../engine/standard.ts'
import { standards } from '../suites/index.ts'
import { loadOpenApi } from './openapi-target.ts'
import { placeholder, withOwnRules } from './profile.ts'

/** A profile as judging a recording takes it. */
export interface JudgeProfile {
  readonly profile: AnyProfile
  readonly standard: Standard
  /** What the profile itself says of the client; the rest may have been filled in. */
  readonly known: Partial<Pick<Given['profile'], 'clientId' | 'issuer' | 'redirectUri'>>
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const isUrl = (text: unknown): boolean => typeof text === 'string' && /^https?:/i.test(text)

/** How one gets in is nobody's concern here: what the profile says of it is checked, and what it leaves out is filled in. */
const filled = (raw: RawProfile): RawProfile => {
  const { embedded: _, ...values } = raw.values
  const client = values.client === undefined || values.client === null ? {} : values.client
  return {
    ...raw,
    values: {
      ...placeholder,
      ...values,
      client: client === record(client) ? { ...placeholder.client, ...record(client) } : client,
    },
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const knownIn = ({ values }: RawProfile): JudgeProfile['known'] => {
  const { id, redirectUri } = record(values.client)
  const all = { clientId: text(id), issuer: text(values.issuer), redirectUri: text(redirectUri) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/**
 * Loads a profile for judging: no key is read, no secret fetched, nothing started, and what says how one gets in may be
 * missing. Throws a `SetUpFault` naming file, line and field.
 */
export const loadJudgeProfile = async (file: string): Promise<JudgeProfile> => {
  const raw = readProfile(file)
  if (raw.values.standard === 'openapi') {
    if (isUrl(raw.values.contract))
      throw new SetUpFault(
        `${raw.locate(['contract'])}: contract`,
        'expected a file, for nothing is fetched when a recording is judged',
        'Save the document beside the profile and name it there.',
      )
    const { profile, standard } = await loadOpenApi(raw)
    return { profile, standard: await withOwnRules(profile, raw, standard), known: {} }
  }
  const published = standardOf(raw, standards)
  const profile = checkProfile(filled(raw))
  checkNames(profile, raw, published)
  return { profile, standard: await withOwnRules(profile, raw, published), known: knownIn(raw) }
}
