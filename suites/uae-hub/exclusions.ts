import type { Rule } from '../../engine/rule.ts'
import type { Exclusion, Requirement } from '../../engine/standard.ts'

const state =
  (name: Exclusion['state']) =>
  (requirement: string, reason: string): Exclusion => ({ requirement, state: name, reason })

const [kept, observed] = [state('kept'), state('observed')]

/** Requirements that are not planned: they bind this tool, or nothing can break them. */
const settled: readonly Exclusion[] = [
  kept('UAE-DSC-007', 'endpoints are read from discovery: suites/uae-hub/endpoints.test.ts'),
  kept('UAE-RTL-006', 'a 429 is waited out, and is no finding when it stays: engine/calls.test.ts'),
  kept('UAE-HDR-027', 'header names are compared without letter case: checks/interaction-id.test.ts'),
  kept('UAE-SCH-001', 'of a JWS the claim message is judged, by the unsigned schema: checks/contract.test.ts'),
  ...['002', '003', '004', '008', '011', '014', '015'].map((number) =>
    kept(`UAE-SCH-${number}`, 'corrected when a contract is loaded: schemas/corrections/corrections.test.ts'),
  ),
  observed('UAE-RTL-001', 'an API may limit a burst or not; UAE-RTL-004 reports how it did'),
  observed('UAE-ERR-008', 'UAE-PAG-014 judges the refusal of bad filters; this one has no finding of its own'),
  observed('UAE-BDS-034', 'UAE-HDR-019 judges unacceptable media types; this one has no finding of its own'),
]

/** Every requirement that none of the rules serves, with its state. `titles` says what each area is about. */
export const exclusionsOf = (
  requirements: readonly Requirement[],
  rules: readonly Rule[],
  titles: Readonly<Record<string, string>>,
): readonly Exclusion[] => {
  const served = new Set(rules.flatMap((rule) => rule.requirements))
  return requirements
    .filter(({ id }) => !served.has(id))
    .map(
      ({ id, area }) =>
        settled.find(({ requirement }) => requirement === id) ?? {
          requirement: id,
          state: 'planned',
          reason: `not asked yet: ${titles[area] ?? area}`,
        },
    )
}
