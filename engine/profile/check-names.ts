import { near } from '../near.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { Standard } from '../standard.ts'
import type { RawProfile } from './read.ts'
import { type AnyProfile, isPlain } from './schema.ts'

const unknown = (raw: RawProfile, path: readonly PropertyKey[], name: string, known: readonly string[]): SetUpFault => {
  const guess = near(name, known)
  const field = path.map(String).join('.')
  return new SetUpFault(
    raw.locate(path),
    `${field}: there is no ${name}`,
    guess ? `Did you mean ${guess}?` : `Known: ${known.join(', ')}.`,
  )
}

/** The standard that a profile names. Throws a `SetUpFault` with the known ones. */
export const standardOf = (raw: RawProfile, standards: readonly Standard[]): Standard => {
  const name = raw.values.standard
  const found = standards.find(({ id }) => id === name)
  if (found !== undefined) return found
  const known = standards.map(({ id }) => id)
  if (typeof name === 'string') throw unknown(raw, ['standard'], name, known)
  throw new SetUpFault(raw.locate([]), 'standard: missing', `Known: ${known.join(', ')}.`)
}

/** Names that the standard does not have are read by nobody: a payment would go elsewhere than was meant. */
const checkSamples = ({ samples }: AnyProfile, raw: RawProfile, known: Standard['samples']): void => {
  if (known === undefined) return
  for (const [name, value] of Object.entries(samples)) {
    const path = ['samples', name]
    const sample = Object.hasOwn(known, name) ? known[name] : undefined
    if (sample === undefined) throw unknown(raw, path, name, Object.keys(known))
    const { is, form } = sample
    if (form === undefined || form.pattern.test(value)) continue
    // The value may be personal and is not quoted.
    throw new SetUpFault(
      raw.locate(path),
      `samples.${name}: expected ${form.expected}`,
      `It is ${is}. See samples in docs/profile.md.`,
    )
  }
}

/** Checks what in a profile belongs to its standard: variant, claims, samples, API names. */
export const checkNames = (profile: AnyProfile, raw: RawProfile, standard: Standard): void => {
  if (profile.variant !== undefined && !standard.variants.includes(profile.variant)) {
    throw unknown(raw, ['variant'], profile.variant, standard.variants)
  }
  const capabilities = Object.keys(standard.capabilities)
  for (const [index, claim] of (profile.claims ?? []).entries()) {
    if (!capabilities.includes(claim)) throw unknown(raw, ['claims', index], claim, capabilities)
  }
  checkSamples(profile, raw, standard.samples)
  if (isPlain(profile)) return
  const contracts = standard.contracts(profile.variant ?? standard.variants[0]).map(({ name }) => name)
  for (const name of Object.keys(profile.resources)) {
    if (!contracts.includes(name)) throw unknown(raw, ['resources', name], name, contracts)
  }
}
