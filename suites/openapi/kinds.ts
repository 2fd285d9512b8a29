import { redirected } from '../../checks/status.ts'
import type { Difference, Kind } from '../baseline/scenarios.ts'
import type { Asking } from './asking.ts'
import { foreignBody, foreignType, spoiledBodies, spoiledParameters, unknownName } from './infer/differences.ts'
import { foreignMethods } from './infer/foreign-method.ts'
import type { Inferred } from './infer/rows.ts'
import { securedBy } from './infer/security.ts'
import type { Kinds } from './rules/refusal-rule.ts'

/** A redirect tells nothing where the good call is answered with one, too. */
const sameRedirect: NonNullable<Difference['void']> = (probe, good) =>
  redirected(probe) && good.status >= 300 ? 'a good call is redirected, too' : undefined

const noCredential: Difference = {
  name: 'no credential',
  change: { token: 'none' },
  void: (probe, good) =>
    probe.request.headers.length < good.fields ? sameRedirect(probe, good) : 'no header of this run is a credential',
}

const badCredentials: readonly Difference[] = [
  { name: 'unknown credential', change: { token: 'unknown' }, void: sameRedirect },
  { name: 'changed credential', change: { token: 'tampered' }, void: sameRedirect },
]

/** What one kind of refusal makes of an operation: differences, why there are none, or undefined where it is not about it. */
export type Making = (inferred: Inferred) => readonly Difference[] | string | undefined

/** Every kind of refusal, and what it makes of an operation. */
export const kindsOf = ({
  contract,
  document,
  headers,
  write,
}: Asking): Readonly<Record<keyof Kinds, { readonly kind: Kind; readonly making: Making }>> => {
  const method = foreignMethods(contract, write)
  const names = headers?.map((one) => one.toLowerCase())
  const secured =
    (differences: readonly Difference[]): Making =>
    ({ facts }) => {
      const answer = securedBy(document, facts, names)
      return answer === undefined ? undefined : answer === true ? differences : answer.lacking
    }
  const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined => (list?.length === 0 ? undefined : list)
  return {
    noToken: { kind: { name: 'no credential', title: 'without a credential' }, making: secured([noCredential]) },
    badTokens: { kind: { name: 'bad credentials', title: 'with bad credentials' }, making: secured(badCredentials) },
    foreignType: {
      kind: { name: 'foreign media type', title: 'asked for in a media type that it does not have' },
      making({ facts }) {
        const type = foreignType(facts)
        return type && [{ name: `Accept: ${type}`, change: { headers: { accept: type } } }]
      },
    },
    foreignMethod: {
      kind: { name: 'foreign method', title: 'by a method that it does not have', notInProduction: true },
      making({ facts }) {
        const found = method(facts.path)
        return found && [{ name: found, change: { method: found, search: '', query: {} } }]
      },
    },
    spoiledParameter: {
      kind: { name: 'broken parameter', title: 'with a parameter that breaks its schema' },
      making: (inferred) => some(spoiledParameters(document, inferred)),
    },
    unknownName: {
      kind: { name: 'unknown name', title: 'for a name that nobody has' },
      making: (inferred) => unknownName(contract, inferred),
    },
    spoiledBody: {
      kind: { name: 'broken body', title: 'with a body that breaks its schema' },
      making: (inferred) => spoiledBodies(contract, document, inferred),
    },
    foreignBody: {
      kind: { name: 'foreign body', title: 'with a body of a media type that it does not take' },
      making: foreignBody,
    },
  }
}
