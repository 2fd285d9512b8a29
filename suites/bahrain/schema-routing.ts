import type { SchemaFault } from '../../engine/contract.ts'

/** The rule that owns what no other one does: members that are missing, of a wrong type, or too long. */
export const lastOwner = 'BH-ENV-001/schema'

type Owns = (fault: SchemaFault) => boolean

const below = (at: string, place: string): boolean => at === place || at.startsWith(`${place}/`)
const nameOf = ({ at }: SchemaFault): string => at.slice(at.lastIndexOf('/') + 1)
const misses = ({ keyword, expected }: SchemaFault, ...names: readonly string[]): boolean =>
  keyword === 'required' && names.some((name) => expected === `member ${name}`)

const stands =
  (...components: readonly string[]): Owns =>
  ({ component = '' }) =>
    components.includes(component)

/** A date-time, or a day where either is allowed. */
const isOfTime: Owns = ({ keyword, format, component }) =>
  keyword === 'format' && (format === 'date-time' || component === 'DateOrDateTime')

/** A text with a time that ends neither in Z nor in an offset of whatever form. A day alone is none. */
const hasNoZone = (got: string): boolean => {
  const text = /^"((?:[^"\\]|\\.)*)"/.exec(got)?.[1] ?? ''
  return /\d{2}:\d{2}/.test(text) && !/\d ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/.test(text)
}

const isLength: Owns = ({ keyword }) => keyword === 'minLength' || keyword === 'maxLength'

const required = ['ConsentId', 'CreationDateTime', 'Status', 'StatusUpdateDateTime', 'Permissions']

const ofConsent: Owns = (fault) =>
  stands('Permissions')(fault) ||
  (stands('AccountAccessConsent')(fault) &&
    (misses(fault, ...required) || (fault.keyword === 'type' && required.includes(nameOf(fault)))))

const isEnvelope: Owns = (fault) =>
  !stands('EventPollingResponse')(fault) &&
  ((fault.at === '' && (misses(fault, 'Data', 'Links') || fault.keyword === 'type')) ||
    (fault.at === '/Data' && fault.keyword === 'type'))

/** In this order: the first that owns a fault has it. */
const owners: readonly (readonly [rule: string, owns: Owns])[] = [
  ['BH-ERR-020', stands('ErrorResponse')],
  ['BH-ERR-022', (fault) => stands('ErrorCode')(fault) && fault.keyword === 'pattern'],
  ['BH-ERR-021', stands('Error', 'ErrorCode')],
  ['BH-ENV-001', (fault) => isEnvelope(fault) || (fault.at === '/Links' && misses(fault, 'Self'))],
  ['BH-ENV-002', ({ at }) => below(at, '/Links')],
  ['BH-DAT-001', (fault) => isOfTime(fault) && hasNoZone(fault.got)],
  ['BH-DAT-002', isOfTime],
  ['BH-ENV-004', ({ at }) => below(at, '/Meta')],
  ['BH-ENU-005', (fault) => stands('Namespaced')(fault) && fault.keyword === 'pattern'],
  ['BH-AMT-001', stands('Amount', 'AmountText', 'CurrencyCode')],
  ['BH-PIS-004', stands('PaymentStatus')],
  ['BH-PIS-005', stands('OrderStatus', 'FilePaymentStatus')],
  ['BH-PIS-008', stands('FundsAvailableResult')],
  ['BH-ENU-001', ({ keyword }) => keyword === 'enum'],
  ['BH-UID-004', (fault) => isLength(fault) && /(?:Id|ID|TransactionReference)$/.test(nameOf(fault))],
  ['BH-AIS-002', (fault) => misses(fault, 'Balance') || (fault.keyword === 'minItems' && fault.at === '/Data/Balance')],
  ['BH-CON-006', ofConsent],
]

/**
 * The one rule that tells a fault of a response body, by the fault alone: its place, keyword and component of a contract of
 * the framework. Every fault has one, so that none is told twice and none is lost.
 */
export const ownerOf = (fault: SchemaFault): string => owners.find(([, owns]) => owns(fault))?.[0] ?? lastOwner

/** Picks the faults that a rule owns. */
export const ownedBy =
  (rule: string) =>
  (fault: SchemaFault): boolean =>
    ownerOf(fault) === rule
