import type { Part } from '../../../checks/contract-parts.ts'
import { everyPart } from '../bank-data-sharing/parts.ts'
import { lists } from '../lists.ts'
import { partiesOfAccount } from '../operations.ts'

/** Amounts of bank data sharing. */
export const amounts = { components: ['AEActiveCurrencyAndAmount_SimpleType'] } as const satisfies Part

/** The offset of a transaction's place from UTC. */
export const timeZones: Part = { components: ['LocalTimeZone'] }

/** The lists that are judged as lists. That the parties of an account are one belongs to the rule about them. */
export const judgedLists = lists.filter(({ operation }) => operation !== partiesOfAccount)

/** Single values, links and lists, for which there are rules of their own wherever they stand. */
export const values: readonly Part[] = [
  amounts,
  timeZones,
  { components: ['ActiveOrHistoricCurrencyCode_0', 'ActiveOrHistoricCurrencyCode_1'] },
  { format: 'date' },
  { members: ['Self', 'First', 'Prev', 'Next', 'Last'], format: 'uri' },
  // A member of the name of a list may be a single object elsewhere, which stays with the whole body.
  ...judgedLists.map(({ list }): Part => ({ members: [list.slice(list.lastIndexOf('/') + 1)], expected: 'an array' })),
]

/** Parts of a body for which there are rules of their own: the rules on whole bodies leave them to those. */
export const owned: readonly Part[] = [...values, ...everyPart]
