import type { Part } from '../../../checks/contract-parts.ts'
import { values } from '../every-exchange/parts.ts'

type Parts = readonly [Part, ...Part[]]

/** What every cash machine has. */
const machine: Parts = [
  { expected: 'member ATMId' },
  { expected: 'member LFIId' },
  { expected: 'member LFIBrandId' },
  { expected: 'member SupportedCurrencies' },
  { expected: 'member Location' },
  { expected: 'member PostalAddress' },
  { expected: 'member GeoLocation' },
  { members: ['ATMId', 'LFIId', 'LFIBrandId'] },
]

const meta: Parts = [{ under: '/Meta' }]
const hours: Parts = [{ members: ['OpenTime', 'CloseTime'] }]

/** Parts of the list of cash machines for which there are rules of their own. */
export const parts = { machine, meta, hours } as const

/** What the rule on the whole answer leaves to others. */
export const owned: readonly Part[] = [...values, ...machine, ...meta, ...hours]
