import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../../engine/exchange.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { accountBody, accountsBody, transaction, transactionsBody, uaeGiven } from '../../../../testing/uae-hub.ts'
import {
  account,
  balances,
  beneficiaries,
  directDebits,
  parties,
  partiesOfAccount,
  scheduledPayments,
  standingOrders,
  transactions,
} from '../../operations.ts'
import { formsOfAccounts } from './forms-of-accounts.ts'
import { formsOfArrangements } from './forms-of-arrangements.ts'
import { formsOfParties } from './forms-of-parties.ts'

const formsAreKept = [...formsOfAccounts, ...formsOfArrangements, ...formsOfParties]

type Members = Readonly<Record<string, unknown>>

const answer = (operation: string, Data: unknown): Exchange =>
  exchange({ operation, body: { Data, Links: { Self: 'https://rs1.bank.example/self' }, Meta: { TotalPages: 1 } } })
const list = (operation: string, name: string, ...records: readonly unknown[]): Exchange =>
  answer(operation, { AccountId: 'a1', [name]: records })

const amount = { Amount: '10.00', Currency: 'AED' }
const at = '2026-05-03T15:46:00+04:00'
const balance: Members = { CreditDebitIndicator: 'Credit', Type: 'ClosingBooked', DateTime: at, Amount: amount }
const beneficiary: Members = { BeneficiaryId: 'b1', BeneficiaryType: 'Activated', AddedViaOF: true }
const debit: Members = {
  DirectDebitId: 'd1',
  MandateIdentification: 'm1',
  DirectDebitStatusCode: 'Active',
  Name: 'Telecom',
  Frequency: 'Monthly',
}
const order: Members = {
  StandingOrderId: 's1',
  StandingOrderStatusCode: 'Active',
  Frequency: 'IntervalMonthDay:1:1',
  FirstPaymentDateTime: at,
  FirstPaymentAmount: amount,
}
const payment: Members = {
  ScheduledPaymentId: 'p1',
  ScheduledPaymentDateTime: at,
  ScheduledType: 'Execution',
  InstructedAmount: amount,
}
const claims = (TrustFramework = 'FI'): readonly unknown[] => [
  { Verification: { TrustFramework }, Claims: { IdentityType: 'Business', BusinessName: 'Any LLC' } },
]
const party: Members = { PartyId: 'p1', PartyCategory: 'SME', VerifiedClaims: claims() }
const partyOfAccount: Members = { ...party, PartyType: 'Sole', AccountRole: 'Principal' }
const without = (record: Members, name: string): Members => {
  const { [name]: _, ...rest } = record
  return rest
}

interface Samples {
  readonly holds: Exchange
  readonly breaks: Readonly<Record<string, readonly [Exchange, string]>>
  readonly silent?: Exchange
}

const lists = (operation: string, name: string, record: Members, member: string): Samples => ({
  holds: list(operation, name, record),
  breaks: {
    'a member is missing': [list(operation, name, without(record, member)), `/Data/${name}/0`],
    'a member too many, in a later record': [list(operation, name, record, { ...record, Foo: 1 }), `/Data/${name}/1`],
  },
  silent: list(operation, name),
})

const samples: Readonly<Record<string, Samples>> = {
  'UAE-BDS-002': {
    holds: list(beneficiaries, 'Beneficiary'),
    breaks: {
      'no Meta': [
        exchange({
          operation: beneficiaries,
          body: { Data: { AccountId: 'a1', Beneficiary: [] }, Links: { Self: 'https://rs1.bank.example/self' } },
        }),
        'body',
      ],
    },
  },
  'UAE-BDS-005': {
    holds: exchange({ operation: account, body: accountBody('a1') }),
    breaks: {
      'a list': [answer(account, { AccountId: 'a1', Account: [{ Status: 'Active' }] }), '/Data/Account'],
      'no id': [answer(account, { Account: { Status: 'Active' } }), '/Data'],
    },
  },
  'UAE-BDS-008': {
    holds: exchange({ body: accountsBody('a1') }),
    breaks: {
      'a state of no list': [
        answer('GET /accounts', { Account: [{ AccountId: 'a1', Status: 'Open' }] }),
        '/Data/Account/0/Status',
      ],
      'a kind of no list': [
        answer(account, { AccountId: 'a1', Account: { AccountSubType: 'Loan' } }),
        '/Data/Account/AccountSubType',
      ],
    },
  },
  'UAE-BDS-012': {
    holds: list(balances, 'Balance', balance),
    breaks: {
      none: [list(balances, 'Balance'), '/Data/Balance'],
      'no type': [list(balances, 'Balance', without(balance, 'Type')), '/Data/Balance/0'],
    },
  },
  'UAE-BDS-014': {
    holds: exchange({ operation: transactions, body: transactionsBody([transaction('t1', at)]) }),
    breaks: {
      'a kind of no list': [
        exchange({
          operation: transactions,
          body: transactionsBody([transaction('t1', at, { SubTransactionType: 'Lottery' })]),
        }),
        '/Data/Transaction/0/SubTransactionType',
      ],
    },
    silent: exchange({ operation: transactions, body: transactionsBody([]) }),
  },
  'UAE-BDS-020': lists(beneficiaries, 'Beneficiary', beneficiary, 'AddedViaOF'),
  'UAE-BDS-021': lists(directDebits, 'DirectDebit', debit, 'Frequency'),
  'UAE-BDS-022': lists(standingOrders, 'StandingOrder', order, 'StandingOrderStatusCode'),
  'UAE-BDS-023': lists(scheduledPayments, 'ScheduledPayment', payment, 'ScheduledType'),
  'UAE-BDS-025': {
    holds: list(partiesOfAccount, 'Party', partyOfAccount),
    breaks: {
      'one alone': [answer(partiesOfAccount, { AccountId: 'a1', Party: partyOfAccount }), '/Data/Party'],
      'no role': [list(partiesOfAccount, 'Party', without(partyOfAccount, 'AccountRole')), '/Data/Party/0'],
    },
    silent: list(partiesOfAccount, 'Party'),
  },
  'UAE-BDS-026': {
    holds: answer(parties, { Party: party }),
    breaks: {
      'a list': [answer(parties, { Party: [party] }), '/Data/Party'],
      'of an account': [answer(parties, { AccountId: 'a1', Party: party }), '/Data'],
    },
  },
  'UAE-BDS-027': {
    holds: answer(parties, { Party: party }),
    breaks: {
      'of no list': [
        answer(parties, { Party: { ...party, VerifiedClaims: claims('UAE') } }),
        '/Data/Party/VerifiedClaims/0/Verification/TrustFramework',
      ],
    },
    silent: list(partiesOfAccount, 'Party'),
  },
}

for (const rule of formsAreKept) {
  const { holds, breaks, silent } = samples[rule.id] ?? { holds: exchange(), breaks: {} }
  proves(
    rule,
    {
      holds: { 'as the contract has it': holds },
      breaks,
      silent: {
        'an error': exchange({ operation: holds.operation ?? null, status: 403, body: { Errors: [] } }),
        ...(silent && { 'no record': silent }),
      },
    },
    uaeGiven,
  )
}

describe('forms', () => {
  it('have a sample each', () => {
    expect(formsAreKept.map(({ id }) => id)).toEqual(Object.keys(samples))
  })

  it.each(
    Object.entries(samples).flatMap(([id, { breaks }]) =>
      Object.entries(breaks).map(([name, [one]]) => [id, name, one] as const),
    ),
  )('%s, %s: no other of them finds it', (id, _, one) => {
    const found = formsAreKept.filter((rule) => {
      const answered = rule.check(one, uaeGiven)
      return Array.isArray(answered) && answered.length > 0
    })
    expect(found.map((rule) => rule.id)).toEqual([id])
  })
})
