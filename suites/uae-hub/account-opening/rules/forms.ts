import { at, carried } from '../../../../checks/body.ts'
import { declared } from '../../../../checks/declared.ts'
import { finding } from '../../../../checks/findings.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { SchemaFault } from '../../../../engine/contract.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Check, type ExchangeRule, type Given, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { everywhere } from '../../row.ts'
import { final, stateOf } from '../opening.ts'
import { olderOpening, openAccount } from '../operations.ts'
import { accountNumbers, tells } from './numbers.ts'

/** Judges the faults of what is told of an account that is being opened. */
const ofOpening =
  (judge: (faults: readonly SchemaFault[], exchange: Exchange, given: Given) => readonly SchemaFault[]): Check =>
  (exchange, given): Answer => {
    const facts = tells.includes(exchange.operation ?? '') ? declared(exchange, given) : undefined
    const content = carried(exchange)
    if (facts === undefined || content === undefined || !succeeded(exchange))
      return silent('nothing is told of an account that is being opened')
    // The document declares the JWT alone as an answer to the request; what it wraps is the same object.
    const faults = facts.contract.faultsOf('AEReadAccountResponseBody1', content.value)
    return judge(faults, exchange, given).map((one) =>
      finding(`${content.at}${one.at}` || 'body', one.expected, one.got),
    )
  }

const under = (faults: readonly SchemaFault[], pointer: string): readonly SchemaFault[] =>
  faults.filter((one) => one.at === pointer || one.at.startsWith(`${pointer}/`))

/** Members that a state brings with it or forbids: UAE-AOP-004. */
const ofState = /^(member|the member) (Currency|AccountIdentifiers|CreationDateTime)$/

const isOfState = ({ at, expected, got }: SchemaFault): boolean =>
  (at === '/Data' && (ofState.test(expected) || got === 'the member AccountIdentifiers')) ||
  /^\/Data\/AccountIdentifiers\/\d+\/SchemeName$/.test(at)

/** The document of version 2.0 closes the data without an AccountId, and its guide shows one. */
const contradicted = (variant: string, { at, got }: SchemaFault): boolean =>
  variant === olderOpening && at === '/Data' && got === 'the member AccountId'

/** UAE-DAT-001 judges date-times wherever the contract has the answer as JSON: of the request's own it has not. */
const ofDates = ({ keyword, format }: SchemaFault, { operation }: Exchange): boolean =>
  keyword === 'format' && format === 'date-time' && operation !== openAccount

/** A link that is no absolute URI is UAE-PAG-002's matter. */
const ofSelf = ({ at, keyword }: SchemaFault): boolean => at === '/Links/Self' && keyword === 'format'

const rows: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-AOP-003',
    level: 'MUST',
    about: 'bank',
    title: 'An account that is being opened has an id, a state of the list, and the time of that state',
    cites: [cite.accountOpening('AEAccount, AEAccountOpeningStatusCodes')],
    defect: 'opening-state-of-its-own',
    check: ofOpening((faults, exchange, { variant }) => {
      const whole = faults.filter((one) => one.at === '' && exchange.operation !== openAccount)
      return [...whole, ...under(faults, '/Data')].filter(
        (one) => !isOfState(one) && !contradicted(variant, one) && !ofDates(one, exchange),
      )
    }),
    example: {
      breaks: 'GET /accounts/{AccountId}/status\n\n200\n{"Data":{"AccountId":"o1","OpeningStatus":"Started", … }, … }',
      findings: [
        {
          at: '/Data/OpeningStatus',
          expected: 'one of Pending, AwaitingUserInput, AwaitingLFIProcesses, Rejected',
          got: '"Started"',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-AOP-004',
    level: 'MUST',
    about: 'bank',
    title: 'An account has its IBAN, currency and date once it is opened, and no number before',
    cites: [cite.accountOpening('AEAccount, both branches')],
    defect: 'number-before-the-account',
    check: accountNumbers,
    example: {
      breaks: `GET /accounts/{AccountId}/status\n\n200
{"Data":{"AccountId":"o1","OpeningStatus":"Pending","AccountIdentifiers":[ … ], … }, … }`,
      findings: [
        { at: '/Data/AccountIdentifiers', expected: 'nothing while OpeningStatus is Pending', got: 'the member' },
      ],
    },
  }),
  everywhere({
    id: 'UAE-AOP-006',
    level: 'MUST',
    about: 'bank',
    title: 'An account that is being opened links to itself, and where its user has to go on, by an absolute URI',
    cites: [cite.accountOpening('AEAccountOpeningLinks1')],
    defect: 'opening-without-self',
    check: ofOpening((faults) => under(faults, '/Links').filter((one) => !ofSelf(one))),
    observe: (exchange): Readonly<Record<string, string>> => {
      const state = stateOf(exchange) ?? ''
      const redirect = at(carried(exchange)?.value, 'Links', 'AccountOpeningRedirectUrl')
      return redirect !== undefined && final.includes(state)
        ? { AccountOpeningRedirectUrl: `there while ${state}` }
        : {}
    },
    example: {
      breaks: 'GET /accounts/{AccountId}/status\n\n200\n{"Data":{ … },"Links":{},"Meta":{}}',
      findings: [{ at: '/Links', expected: 'member Self', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'UAE-AOP-007',
    level: 'MUST',
    about: 'bank',
    title: 'The Meta of an account that is being opened is empty',
    cites: [cite.accountOpening('Meta')],
    defect: 'opening-with-pages',
    check: ofOpening((faults) => under(faults, '/Meta')),
    example: {
      breaks: 'GET /accounts/{AccountId}/status\n\n200\n{"Data":{ … },"Links":{ … },"Meta":{"TotalPages":1}}',
      findings: [{ at: '/Meta', expected: 'no further member', got: 'the member TotalPages' }],
    },
  }),
]

/**
 * What is told of an account that is being opened, in the answer to the request, which always comes, and afterwards, at
 * whatever address.
 */
export const openingsKeepTheContract: readonly ExchangeRule[] = rows.map((one) => ({
  ...one,
  operations: [openAccount],
}))
