import { iban } from '../counterparties.ts'
import type { AccountFacts, AccountStatus } from '../shapes.ts'
import type { Opened } from './opened.ts'
import * as parties from './parties.ts'

type Quiet = readonly [
  last: string,
  status: AccountStatus,
  subType: 'CurrentAccount' | 'Savings',
  nickname: string,
  opening: number,
]

const quiet: readonly Quiet[] = [
  ['08', 'Inactive', 'Savings', 'Left alone', 41_250],
  ['09', 'Dormant', 'Savings', 'Forgotten', 12_345],
  ['10', 'Suspended', 'CurrentAccount', 'Suspended', 70_000],
  ['11', 'Closed', 'CurrentAccount', 'Old account', 0],
  ['12', 'Unclaimed', 'Savings', 'Unclaimed', 9_900],
  ['13', 'Deceased', 'Savings', 'Of my father', 150_000],
]

type Hers = Omit<
  AccountFacts,
  'id' | 'status' | 'subType' | 'identifier' | 'description' | 'nickname' | 'opening' | 'limit'
>

/** Accounts on which nothing happened in years: one in each state beside Active. */
export const quietAccounts = (hers: Hers): readonly Opened[] =>
  quiet.map(([last, status, subType, nickname, opening]) => ({
    ...hers,
    id: `1001000000${last}`,
    status,
    subType,
    identifier: iban(`00001001000000${last}`),
    description: subType === 'Savings' ? 'Savings account' : 'Current account',
    nickname,
    opening,
    months: 26,
    age: 90,
    habits: [],
    parties:
      status === 'Deceased' ? [{ party: parties.salma, role: 'SuccessorOnDeath', type: 'Delegate' }] : hers.parties,
  }))
