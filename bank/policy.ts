import { clientRows } from './policy/client-rows.ts'
import { consentRows } from './policy/consent-rows.ts'
import { requestObjectRows } from './policy/request-object-rows.ts'
import type { PolicyRow, Refusal, RequestFacts } from './policy/row.ts'

/** What the standard refuses and the library behind the authorization server does not, in the order of the checks. */
export const policy: readonly PolicyRow[] = [...clientRows, ...requestObjectRows, ...consentRows]

/** Name of the defect that switches a row off. */
export const withoutRow = (row: PolicyRow): string => `without-${row.name}`

/** The first refusal of the rows that are on. */
export const refusedBy = (
  facts: RequestFacts,
  isOn: (defect: string) => boolean = () => false,
): Refusal | undefined => {
  for (const row of policy) {
    const refused = isOn(withoutRow(row)) ? undefined : row.refuses(facts)
    if (refused !== undefined) return refused
  }
  return undefined
}
