import type { Part } from '../../../checks/contract-parts.ts'
import { values } from '../every-exchange/parts.ts'

type Parts = readonly [Part, ...Part[]]

/** What identifies a product. */
const identity: Parts = [
  { components: ['Product'], expected: 'member ProductId' },
  { components: ['Product'], expected: 'member ProductName' },
  { components: ['Product'], expected: 'member ProductCategory' },
  { members: ['ProductId', 'ProductName', 'ProductCategory'] },
]

/** For whom a product is. */
const eligibility: Parts = [
  { components: ['Eligibility'] },
  { components: ['AEProductResidencyStatusCodes'], members: ['Type'] },
  { components: ['Product'], members: ['Eligibility'] },
]

/** Addresses of a product. */
const links: Parts = [{ components: ['ProductLinks'], format: 'uri' }]

/** Parts of the answers of products for which there are rules of their own. */
export const parts = { identity, eligibility, links } as const

/** What the rule on whole answers of products leaves to others. */
export const owned: readonly Part[] = [
  ...values,
  { members: ['DenominationCurrency'] },
  ...identity,
  ...eligibility,
  ...links,
]
