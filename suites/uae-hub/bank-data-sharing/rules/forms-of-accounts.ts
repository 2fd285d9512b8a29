import type { ExchangeRule } from '../../../../engine/rule.ts'
import { account, accounts, balances, dataReads, transactions } from '../../operations.ts'
import { parts } from '../parts.ts'
import { excerpt, form } from './form.ts'

/** UAE-BDS-002 to UAE-BDS-014: the form of accounts, balances and transactions. */
export const formsOfAccounts: readonly ExchangeRule[] = [
  form({
    id: 'UAE-BDS-002',
    title: 'An answer has its data, its links and what there is to say about them',
    operations: dataReads,
    parts: parts.envelope,
    schema: 'AEReadAccount and its like: Data, Links, Meta',
    defect: 'beneficiaries-without-meta',
    breaks: 'GET /accounts/{AccountId}/beneficiaries\n\n200\n{"Data":{ … },"Links":{ … }}',
    finding: ['body', 'member Meta', 'nothing'],
  }),
  form({
    id: 'UAE-BDS-005',
    title: 'One account comes as an object beside its id',
    operations: [account],
    parts: parts.oneAccount,
    schema: 'AEReadAccountId',
    defect: 'one-account-as-list',
    breaks: excerpt(account, '{"AccountId":"a1","Account":[{"Status":"Active"}]}'),
    finding: ['/Data/Account', 'an object', 'an array of 1 item'],
  }),
  form({
    id: 'UAE-BDS-008',
    title: 'The state and the kind of an account are values of the lists',
    operations: [accounts, account],
    parts: parts.kindsOfAccount,
    schema: 'AEAccountStatusCode, AEExternalAccountTypeCode, AEExternalAccountSubTypeCode',
    defect: 'account-in-unknown-state',
    breaks: excerpt(accounts, '{"Account":[{"AccountId":"a1","Status":"Open"}]}'),
    finding: [
      '/Data/Account/0/Status',
      'one of Active, Inactive, Dormant, Unclaimed, Deceased, Suspended, Closed',
      '"Open"',
    ],
  }),
  form({
    id: 'UAE-BDS-012',
    title: 'An account has at least one balance, each with its sign, type, date-time and amount',
    operations: [balances],
    parts: parts.balance,
    holds: '/Data/Balance',
    schema: 'AEReadBalance, AEBalance',
    defect: 'no-balance',
    breaks: excerpt(balances, '{"AccountId":"a1","Balance":[]}'),
    finding: ['/Data/Balance', 'at least 1 item', '0 items'],
  }),
  form({
    id: 'UAE-BDS-014',
    title: 'A transaction has what the contract demands, of the lists that it gives',
    operations: [transactions],
    parts: parts.transaction,
    holds: '/Data/Transaction',
    schema: 'AETransaction, AEEntryStatusCode, TransactionType, AESubTransactionType, Flags, PaymentMode',
    defect: 'transaction-of-unknown-kind',
    breaks: excerpt(transactions, '{"AccountId":"a1","Transaction":[{ …,"SubTransactionType":"Lottery"}]}'),
    finding: [
      '/Data/Transaction/0/SubTransactionType',
      'one of Purchase, Reversal, Refund, Withdrawal, WithdrawalReversal, Deposit, DepositReversal, MoneyTransfer, Repayments, Interest, … (19 values)',
      '"Lottery"',
    ],
  }),
]
