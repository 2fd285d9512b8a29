import type { Part } from '../../../checks/contract-parts.ts'
import {
  account,
  accounts,
  balances,
  beneficiaries,
  dataReads,
  directDebits,
  parties,
  partiesOfAccount,
  scheduledPayments,
  standingOrders,
  statements,
  transactions,
} from '../operations.ts'

/** What is at fault in a trust framework. */
const trust = { members: ['TrustFramework'] } as const

type Parts = readonly [Part, ...Part[]]

const records = (operation: string, under: string): Parts => [{ operations: [operation], under }]

/** Parts of the answers of bank data sharing for which there are rules of their own, by what they are about. */
export const parts = {
  envelope: [
    { operations: dataReads, at: '', expected: 'member Data' },
    { operations: dataReads, at: '', expected: 'member Links' },
    { operations: dataReads, at: '', expected: 'member Meta' },
  ],
  oneAccount: [
    { operations: [account], at: '/Data', expected: 'member AccountId' },
    { operations: [account], at: '/Data', expected: 'member Account' },
    { operations: [account], at: '/Data/Account', expected: 'an object' },
  ],
  kindsOfAccount: [
    {
      operations: [accounts, account],
      components: [
        'AEAccountStatusCode',
        'AEBankDataSharing.AEExternalAccountTypeCode',
        'AEBankDataSharing.AEExternalAccountSubTypeCode',
      ],
    },
  ],
  balance: records(balances, '/Data/Balance'),
  transaction: records(transactions, '/Data/Transaction'),
  beneficiary: records(beneficiaries, '/Data/Beneficiary'),
  directDebit: records(directDebits, '/Data/DirectDebit'),
  standingOrder: records(standingOrders, '/Data/StandingOrder'),
  scheduledPayment: records(scheduledPayments, '/Data/ScheduledPayment'),
  statement: [
    { operations: [statements], under: '/Data/Statements' },
    { operations: [statements], under: '/Data/AccountSubType' },
    { operations: [statements], at: '/Data', expected: 'member AccountSubType' },
  ],
  trustFramework: [{ operations: [partiesOfAccount, parties], under: '/Data/Party', ...trust }],
  partyOfAccount: [
    { operations: [partiesOfAccount], under: '/Data/Party' },
    { operations: [partiesOfAccount], at: '/Data', expected: 'member Party' },
  ],
  user: [
    { operations: [parties], under: '/Data/Party' },
    { operations: [parties], at: '/Data' },
  ],
} as const satisfies Readonly<Record<string, Parts>>

/** All of them: rules on whole bodies leave these to the rules that own them. */
export const everyPart: readonly Part[] = Object.values(parts).flat()
