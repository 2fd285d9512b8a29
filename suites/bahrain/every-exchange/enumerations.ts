import { finding } from '../../../checks/findings.ts'
import { anyMember, membersNamed, type Place } from '../../../checks/places.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, type Finding, type Given, type Observed, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { holds, isSuccess, nothingOwnedBy, successOf } from './answers.ts'
import { errorOf } from './error-body.ts'
import { listOf, partsOf } from './namespaced.ts'

/** Members whose values are static lists, by the ends of their names. */
const listed = /(?:Status|StatusCode|Type|SubType|Indicator|Permissions?|ReadRefundAccount|PaymentContextCode)$/

/** Members whose values have a namespace; of frequencies only those of direct debits. */
const named = /^(?:SchemeName|LocalInstrument|AccountRole|LegalStructure)$/
const namedOfDebits = /^(?:SchemeName|Frequency)$/

interface Named extends Place {
  readonly value: string
  readonly list: ReadonlySet<string> | undefined
}

/** The namespaced values of an answer, and of an error its codes, with the lists of the framework. */
const namespacedIn = (exchange: Exchange, given: Given): readonly Named[] => {
  const success = successOf(exchange, given)
  const found = isSuccess(success)
    ? membersNamed(success.value, success.row.list === 'DirectDebit' ? namedOfDebits : named)
    : membersNamed(errorOf(exchange, given)?.value, /^ErrorCode$/)
  return found.flatMap(({ at, value }) =>
    typeof value === 'string' ? [{ at, value, list: listOf(at.slice(at.lastIndexOf('/') + 1)) }] : [],
  )
}

const eachValue =
  (judge: (value: Named) => readonly Finding[]): Check =>
  (exchange, given) => {
    const values = namespacedIn(exchange, given)
    return values.length === 0 ? silent('the answer holds no namespaced value') : values.flatMap(judge)
  }

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Codes of ISO 3166-1 alpha-2; ZZ stands for an unknown one. */
const isCountry = (code: string): boolean => /^(?!ZZ)[A-Z]{2}$/.test(code) && countries.of(code) !== undefined

const ofTheFramework = ({ country, owner }: { readonly country: string; readonly owner: string }): boolean =>
  owner === 'OBF' && (country === 'BH' || country === 'XYZ')

const unlisted = (exchange: Exchange, given: Given): Observed => {
  const strange = namespacedIn(exchange, given).flatMap(({ value, list }) => {
    const parts = partsOf(value)
    return parts !== undefined && ofTheFramework(parts) && list !== undefined && !list.has(value) ? [value] : []
  })
  return strange.length === 0 ? {} : { 'values that no list of the framework has': [...new Set(strange)].join(', ') }
}

const scheme = (name: string): string =>
  `GET /accounts\n\n200\n{"Data":{"Account":[{ …,"Account":[{"SchemeName":"${name}","Identification":"…"}]}]}, …}`

/** Values of lists, static ones and those to which banks may add their own. */
export const enumerations: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-ENU-001',
    level: levels('BH-ENU-001'),
    about: 'bank',
    title: 'A static list has no other values than its own',
    cites: [cite.questions('enumerations'), cite.schemas('every member with enum')],
    defect: 'bh-account-status-unlisted',
    check: nothingOwnedBy('BH-ENU-001', holds(listed)),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{ …,"AccountType":"Private"}]}, …}',
      findings: [{ at: '/Data/Account/0/AccountType', expected: 'one of Business, Personal', got: '"Private"' }],
    },
  }),
  // A value of the framework that no list has is observed: pages call the lists indicative.
  everywhere({
    id: 'BH-ENU-003',
    level: levels('BH-ENU-003'),
    about: 'bank',
    title: "A value of the bank's own begins with a code of ISO 3166-1",
    cites: [cite.questions('enumerations'), cite.own('the name of the bank is not known to the suite')],
    defect: 'bh-scheme-of-no-country',
    check: eachValue(({ at, value, list }) => {
      const parts = partsOf(value)
      if (parts === undefined || list?.has(value) || ofTheFramework(parts)) return []
      return isCountry(parts.country) ? [] : [finding(at, 'a value that begins with the code of a country', value)]
    }),
    observe: unlisted,
    example: {
      breaks: scheme('QQ.Bank.Wallet'),
      findings: [
        {
          at: '/Data/Account/0/Account/0/SchemeName',
          expected: 'a value that begins with the code of a country',
          got: 'QQ.Bank.Wallet',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-ENU-004',
    level: levels('BH-ENU-004'),
    about: 'bank',
    title: "A value of the bank's own repeats none that the framework has",
    cites: [cite.questions('enumerations')],
    defect: 'bh-scheme-of-the-framework-renamed',
    check: eachValue(({ at, value, list }) => {
      const parts = partsOf(value)
      if (parts?.country !== 'BH' || parts.owner === 'OBF') return []
      const known = `BH.OBF.${parts.value}`
      return list?.has(known) ? [finding(at, known, value)] : []
    }),
    example: {
      breaks: scheme('BH.Bank.BBAN'),
      findings: [{ at: '/Data/Account/0/Account/0/SchemeName', expected: 'BH.OBF.BBAN', got: 'BH.Bank.BBAN' }],
    },
  }),
  everywhere({
    id: 'BH-ENU-005',
    also: ['BH-PIS-006'],
    level: levels('BH-ENU-005'),
    about: 'bank',
    title: 'Schemes, local instruments and their like have a namespace',
    cites: [cite.questions('enumerations'), cite.schemas('x-namespaced-enum')],
    defect: 'bh-scheme-without-namespace',
    check: nothingOwnedBy('BH-ENU-005', ({ value, row }) =>
      anyMember(value, row.list === 'DirectDebit' ? namedOfDebits : named),
    ),
    example: {
      breaks: scheme('IBAN'),
      findings: [
        {
          at: '/Data/Account/0/Account/0/SchemeName',
          expected: 'a string of the pattern ^[A-Z]{2,3}\\.[^.]+\\.(\\S|\\S.*\\S)$',
          got: '"IBAN"',
        },
      ],
    },
  }),
]
