import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { InBulk } from '../scenarios/read-in-bulk.ts'
import { beneficiariesNameTheirAccount, bulkHasTheSameAccounts } from './bulk.ts'

const records = (list: string, ...of: readonly (string | undefined)[]) => ({
  body: { Data: { [list]: of.map((AccountId) => ({ AccountId })) } },
})
const bulk = (
  list: string,
  all: Parameters<typeof exchange>[0],
  singles: Readonly<Record<string, Parameters<typeof exchange>[0]>>,
): InBulk => ({
  list,
  bulk: exchange({ id: 'b1', ...all }),
  singles: Object.entries(singles).map(([name, sample]) => ({
    account: name,
    exchange: exchange({ id: `s-${name}`, ...sample }),
  })),
})
const [a1, a2] = [records('Balance', 'a1'), records('Balance', 'a2')]
proves(bulkHasTheSameAccounts, {
  holds: {
    'both accounts': bulk('Balance', records('Balance', 'a2', 'a1'), { a1, a2 }),
    'one that has none': bulk('Balance', a1, { a1, a2: records('Balance') }),
  },
  breaks: {
    'one is missing': [
      bulk('Balance', a1, { a1, a2 }),
      { at: '/Data/Balance', expected: 'records of the account a2', got: 'nothing', exchange: 'b1' },
    ],
  },
  undecided: {
    'further pages': bulk('Balance', { body: { ...a1.body, Links: { Next: 'https://x' } } }, { a1, a2 }),
    'one was refused': bulk('Balance', a1, { a1, a2: { status: 403 } }),
  },
})

const unnamed = records('Beneficiary', undefined)
proves(beneficiariesNameTheirAccount, {
  holds: {
    'named for the account': bulk('Beneficiary', unnamed, { a1: records('Beneficiary', 'a1') }),
    'null and an empty text': bulk(
      'Beneficiary',
      { body: { Data: { Beneficiary: [{ AccountId: null }] } } },
      {
        a1: records('Beneficiary', 'a1'),
      },
    ),
  },
  breaks: {
    'never named': [
      bulk('Beneficiary', unnamed, { a1: unnamed }),
      { at: '/Data/Beneficiary/0/AccountId', expected: 'a1', got: 'nothing', exchange: 's-a1' },
    ],
  },
  silent: { 'named in bulk': bulk('Beneficiary', records('Beneficiary', 'a1'), { a1: records('Beneficiary', 'a1') }) },
  undecided: { 'none for any account': bulk('Beneficiary', unnamed, { a1: records('Beneficiary') }) },
})
