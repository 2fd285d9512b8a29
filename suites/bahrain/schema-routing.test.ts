import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SchemaFault } from '../../engine/contract.ts'
import { packageRoot } from '../../engine/package.ts'
import { requirementsOf } from '../catalogue.ts'
import { contractsOf } from './contracts.ts'
import { lastOwner, ownedBy, ownerOf } from './schema-routing.ts'

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>
const { responses } = JSON.parse(
  readFileSync(join(packageRoot, 'schemas', 'fixtures', 'bahrain', 'bodies.json'), 'utf8'),
) as { readonly responses: Bodies }
const contracts = new Map(contractsOf('bh-1.0.0').map((contract) => [contract.name, contract]))

const gone = Symbol('gone')

/** A copy of a body with another value at a place, or without it. */
const spoiled = (body: unknown, [step, ...rest]: readonly string[], value: unknown): unknown => {
  if (step === undefined) return value
  const members = Object.entries(body as object)
    .map(([name, each]) => [name, name === step ? spoiled(each, rest, value) : each] as const)
    .filter(([, each]) => each !== gone)
  return Array.isArray(body) ? members.map(([, each]) => each) : Object.fromEntries(members)
}

/** Every place of a body, from the whole to its leaves. */
const placesIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([name, each]) => placesIn(each).map((place) => [name, ...place]))]

const instead = (value: unknown): readonly unknown[] => {
  const other = [gone, -7.5, -7, 'x', true, [], {}]
  if (typeof value === 'string')
    return [...other, '', 'y'.repeat(600), '2026-11-20T09:30:00', '2026-11-20T09:30:00+0300', '2026-11-20']
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [...other, { ...value, Extra: 1 }]
  return other
}

/** All faults that spoiling good bodies in one place gives. */
const all: readonly SchemaFault[] = Object.entries(responses).flatMap(([api, bodies]) =>
  Object.entries(bodies).flatMap(([component, body]) =>
    placesIn(body).flatMap((place) => {
      const before = place.reduce((value, step) => (value as Record<string, unknown>)[step], body as unknown)
      return instead(before).flatMap((value) =>
        place.length === 0 && value === gone
          ? []
          : (contracts.get(api)?.faultsOf(component, spoiled(body, place, value)) ?? []),
      )
    }),
  ),
)

const kinds = (faults: readonly SchemaFault[]): readonly string[] =>
  [...new Set(faults.map(({ component, keyword }) => `${component} ${keyword}`))].sort()

describe('faults of the contracts', () => {
  it('are of many kinds', () => {
    expect(all.length).toBeGreaterThan(5_000)
    expect(kinds(all).length).toBeGreaterThan(150)
  })

  it('belong to requirements about banks', () => {
    const known = new Map(requirementsOf('bahrain').map((one) => [one.id, one]))
    const owners = [...new Set(all.map(ownerOf))].map((rule) => rule.split('/')[0] ?? '')
    expect(owners.filter((id) => known.get(id) === undefined)).toEqual([])
    expect(owners.filter((id) => known.get(id)?.subject?.includes('bank') === false)).toEqual([])
  })

  it.each([
    ['BH-AIS-002', ['ReadBalance minItems', 'ReadBalance required']],
    [
      'BH-AMT-001',
      [
        'Amount required',
        'Amount type',
        'AmountText pattern',
        'AmountText type',
        'CurrencyCode pattern',
        'CurrencyCode type',
      ],
    ],
    [
      'BH-CON-006',
      ['AccountAccessConsent required', 'AccountAccessConsent type', 'Permissions minItems', 'Permissions type'],
    ],
    ['BH-ENU-005', ['Namespaced pattern']],
    ['BH-ENV-002', ['Links additionalProperties', 'Links format', 'Links type']],
    ['BH-ENV-004', ['Meta additionalProperties', 'Meta minimum', 'Meta type']],
    [
      'BH-ERR-020',
      [
        'ErrorResponse additionalProperties',
        'ErrorResponse maxLength',
        'ErrorResponse minItems',
        'ErrorResponse minLength',
        'ErrorResponse required',
        'ErrorResponse type',
      ],
    ],
    [
      'BH-ERR-021',
      [
        'Error additionalProperties',
        'Error maxLength',
        'Error minLength',
        'Error required',
        'Error type',
        'ErrorCode type',
      ],
    ],
    ['BH-ERR-022', ['ErrorCode pattern']],
    ['BH-PIS-004', ['PaymentStatus enum', 'PaymentStatus type']],
    ['BH-PIS-005', ['FilePaymentStatus enum', 'FilePaymentStatus type', 'OrderStatus enum', 'OrderStatus type']],
    ['BH-PIS-008', ['FundsAvailableResult required', 'FundsAvailableResult type']],
  ])('%s owns these kinds, and no others', (rule, expected) => {
    expect(kinds(all.filter(ownedBy(rule)))).toEqual(expected)
  })

  it('of dates go to the rules of dates, whatever resource they are in', () => {
    const formats = all.filter(({ keyword, format }) => keyword === 'format' && format !== 'absolute-http-uri')
    expect(new Set(formats.map(ownerOf))).toEqual(new Set(['BH-DAT-001', 'BH-DAT-002']))
    const without = formats.filter(({ got }) => got === '"2026-11-20T09:30:00"')
    expect(new Set(without.map(ownerOf))).toEqual(new Set(['BH-DAT-001']))
    expect(all.filter((fault) => /^BH-DAT/.test(ownerOf(fault)) && fault.keyword !== 'format')).toEqual([])
  })

  it('of enumerations go to one rule, but for the states of payments', () => {
    const owners = all.filter(({ keyword }) => keyword === 'enum').map(ownerOf)
    expect(new Set(owners)).toEqual(new Set(['BH-ENU-001', 'BH-PIS-004', 'BH-PIS-005']))
    expect(all.filter((fault) => ownedBy('BH-ENU-001')(fault) && fault.keyword !== 'enum')).toEqual([])
  })

  it('of the length of an id go to one rule', () => {
    const members = all.filter(ownedBy('BH-UID-004')).map(({ at }) => at.slice(at.lastIndexOf('/') + 1))
    expect([...new Set(members)].sort()).toEqual([
      'AccountID',
      'AccountId',
      'BeneficiaryId',
      'ConsentId',
      'DirectDebitId',
      'DomesticFutureDatedPaymentId',
      'DomesticPaymentId',
      'DomesticStandingOrderId',
      'EventSubscriptionId',
      'FilePaymentId',
      'FutureDatedPaymentId',
      'InternationalPaymentId',
      'OfferId',
      'PartyId',
      'PaymentTransactionId',
      'StandingOrderId',
      'StatementId',
      'TransactionId',
      'TransactionReference',
    ])
  })

  it('of the envelope go to one rule, of answers that have one', () => {
    const told = new Set(all.filter(ownedBy('BH-ENV-001')).map(({ at, expected }) => `${at} ${expected}`))
    expect([...told].sort()).toEqual([
      ' an object',
      ' member Data',
      ' member Links',
      '/Data an object',
      '/Links member Self',
    ])
  })

  it('that no other rule owns are about the form of a resource', () => {
    const left = all.filter(ownedBy(lastOwner))
    const keywords = ['additionalProperties', 'format', 'maxLength', 'minLength', 'pattern', 'required', 'type']
    expect([...new Set(left.map(({ keyword }) => keyword))].sort()).toEqual(keywords)
    const closed = left.filter(({ keyword }) => keyword === 'additionalProperties')
    expect(kinds(closed)).toEqual(['EventPollingResponse additionalProperties'])
    const formats = left.filter(({ keyword }) => keyword === 'format')
    expect(formats.filter(({ at }) => !at.endsWith('/CallbackUrl'))).toEqual([])
    const patterns = left.filter(({ keyword }) => keyword === 'pattern')
    expect([...new Set(patterns.map(({ at }) => at.slice(at.lastIndexOf('/') + 1)))].sort()).toEqual([
      'DestinationCountryCode',
      'Frequency',
      'Mobile',
      'NumberOfTransactions',
      'Phone',
      'Rate',
    ])
  })
})

describe('one fault', () => {
  const fault: SchemaFault = {
    at: '/Data/CreationDateTime',
    keyword: 'format',
    format: 'date-time',
    component: 'AccountAccessConsent',
    expected: 'a date-time of RFC 3339',
    got: '',
  }

  it.each([
    ['"2019-07-15T16:59:32"', 'BH-DAT-001'],
    ['"2019-07-15 16:59:32.123"', 'BH-DAT-001'],
    ['"2019-07-15T16:59"', 'BH-DAT-001'],
    ['"2019-07-15T16:59:32"; 3 more places like it', 'BH-DAT-001'],
    ['"2019-07-15T16:59:32+0000"', 'BH-DAT-002'],
    ['"2019-07-15T16:59:32+03"', 'BH-DAT-002'],
    ['"2019-07-15T16:59Z"', 'BH-DAT-002'],
    ['"2019-07-15 16:59:32 +03:00"', 'BH-DAT-002'],
    ['"2019-02-30T16:59:32Z"', 'BH-DAT-002'],
    ['"2019-07-15"', 'BH-DAT-002'],
    ['"yesterday"', 'BH-DAT-002'],
    ['a string of 600 characters', 'BH-DAT-002'],
  ])('of a time %s goes to %s', (got, rule) => {
    expect(ownerOf({ ...fault, got })).toBe(rule)
  })

  it.each([
    ['a consent without its id', { at: '/Data', keyword: 'required', expected: 'member ConsentId' }, 'BH-CON-006'],
    ['a ConsentId that is a number', { at: '/Data/ConsentId', keyword: 'type' }, 'BH-CON-006'],
    ['a ConsentId that is too long', { at: '/Data/ConsentId', keyword: 'maxLength' }, 'BH-UID-004'],
    ['a status that there is not', { at: '/Data/Status', keyword: 'enum' }, 'BH-ENU-001'],
    ['a bound that is a number', { at: '/Data/TransactionToDateTime', keyword: 'type' }, lastOwner],
    ['a time that is a number, elsewhere', { at: '/Data/Statement/0/StartDateTime', keyword: 'type' }, lastOwner],
    ['a body beyond all depth', { at: '', keyword: 'depth' }, lastOwner],
  ])('of %s has its owner', (_, other, rule) => {
    const { format: _format, ...rest } = fault
    const component = other.at.startsWith('/Data/Statement') ? 'Statement' : 'AccountAccessConsent'
    expect(ownerOf({ ...rest, component, ...other })).toBe(rule)
  })
})
