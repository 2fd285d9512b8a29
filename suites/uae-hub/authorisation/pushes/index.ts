import { clientAuthentication } from './client-authentication.ts'
import { consentBounds } from './consent-bounds.ts'
import { consents } from './consents.ts'
import { details } from './details.ts'
import { type PushRule, pushRule } from './push-rule.ts'
import { requestClaims } from './request-claims.ts'
import { requestObjects } from './request-objects.ts'

/** The table: every way in which a push differs from a good one, with what is to come of it. */
export const table: readonly PushRule[] = [
  ...requestObjects,
  ...requestClaims,
  ...clientAuthentication,
  ...details,
  ...consents,
  ...consentBounds,
]

/** Its rules, one for each entry. */
export const pushRules = table.map(pushRule)

const waits = ({ rows }: PushRule): boolean => rows.some(({ twice }) => twice === true)

/** Its scenarios, one for each rule. Those that wait a while come first. */
export const pushScenarios = [table.filter(waits), table.filter((entry) => !waits(entry))].flatMap((entries) =>
  entries.flatMap((entry) => pushRules[table.indexOf(entry)]?.on ?? []),
)
