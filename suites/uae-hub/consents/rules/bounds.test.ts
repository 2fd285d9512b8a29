import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import type { Narrowed } from '../scenarios/read-narrowly.ts'
import {
  basicShowsNoDetail,
  boundsOfDaysAreIncluded,
  nothingOutsideOfTheDays,
  onlyKindsOfTheConsent,
} from './bounds.ts'

const page = exchange({ id: 'x7' })
const dated = (id: string, day: string) => ({ id, at: `2026-05-${day}T10:00:00+04:00`, from: page })
const whole = [dated('t1', '02'), dated('t2', '03'), dated('t3', '04'), dated('t4', '05'), dated('t5', '06')]
const accounts = (...list: readonly object[]) => exchange({ id: 'x9', body: { Data: { Account: list } } })
const current = { AccountId: 'a1', AccountSubType: 'CurrentAccount' }
const savings = { AccountId: 'a2', AccountSubType: 'Savings' }

const evidence = (change: Partial<Narrowed> = {}): Narrowed => ({
  push: journeyOf().push,
  reads: [],
  from: '2026-05-03',
  to: '2026-05-05',
  whole,
  clipped: whole.slice(1, 4),
  again: whole,
  kinds: ['CurrentAccount'],
  wide: accounts({ ...current, AccountIdentifiers: [] }, savings),
  narrow: accounts(current),
  ...change,
})

proves(nothingOutsideOfTheDays, {
  holds: { 'the days alone': evidence() },
  breaks: {
    'a day before': [
      evidence({ clipped: whole.slice(0, 4) }),
      {
        at: 'the record t1',
        expected: 'a day from 2026-05-03 to 2026-05-05',
        got: '2026-05-02T10:00:00+04:00',
        exchange: 'x7',
      },
    ],
  },
  undecided: { 'nothing at all': evidence({ clipped: [] }) },
})

proves(boundsOfDaysAreIncluded, {
  holds: { both: evidence() },
  breaks: {
    'without the last': [
      evidence({ clipped: whole.slice(1, 3) }),
      {
        at: 'the record t4 of 2026-05-05T10:00:00+04:00',
        expected: 'to be there: 2026-05-03 to 2026-05-05 is asked for',
        got: 'nothing',
        exchange: 'x7',
      },
    ],
  },
  undecided: { 'gone since': evidence({ clipped: whole.slice(1, 3), again: whole.slice(0, 3) }) },
})

proves(onlyKindsOfTheConsent, {
  holds: {
    'that kind alone': evidence(),
    'one that does not tell': evidence({ narrow: accounts(current, { AccountId: 'a9' }) }),
  },
  breaks: {
    'another kind': [
      evidence({ narrow: accounts(current, savings) }),
      { at: '/Data/Account/1/AccountSubType', expected: 'CurrentAccount', got: 'Savings', exchange: 'x9' },
    ],
  },
  silent: {
    'no account tells its kind': evidence({ kinds: [] }),
    'the user has no other kind': evidence({ wide: accounts(current) }),
  },
  undecided: {
    refused: evidence({ narrow: exchange({ status: 403 }) }),
  },
})

proves(basicShowsNoDetail, {
  holds: { neither: evidence() },
  breaks: {
    identifiers: [
      evidence({ narrow: accounts({ ...current, AccountIdentifiers: [] }) }),
      { at: '/Data/Account/0/AccountIdentifiers', expected: 'nothing', got: 'the member', exchange: 'x9' },
    ],
  },
  silent: { 'the bank never shows them': evidence({ wide: accounts(current, savings) }) },
  undecided: {
    'no account': evidence({ narrow: accounts() }),
    refused: evidence({ narrow: exchange({ status: 403 }) }),
  },
})
