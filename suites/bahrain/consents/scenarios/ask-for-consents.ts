import { scenario } from '../../../../engine/scenario.ts'
import type { SentBody } from '../../../../engine/session.ts'
import { baseline } from '../../../baseline/ask.ts'
import { createConsent } from '../../operations.ts'
import { type Attempt, type Tried, tryEach } from '../../tried.ts'

const json = (value: unknown, mediaType = 'application/json'): SentBody => ({ text: JSON.stringify(value), mediaType })

const asking = (...Permissions: readonly string[]): SentBody => json({ Data: { Permissions } })

const reading = ['ReadAccountsBasic', 'ReadTransactionsBasic', 'ReadTransactionsCredits', 'ReadTransactionsDebits']

/** A consent to read transactions from an instant on. */
const from = (instant: string): SentBody => json({ Data: { Permissions: reading, TransactionFromDateTime: instant } })

/** The day before yesterday, in the ways in which it can be written. */
const forms = (now: Date): readonly Attempt[] => {
  const second = new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 19)
  return [`${second}Z`, `${second}.000Z`, `${second}+03:00`, `${second}.000+03:00`].map((instant) => ({
    of: 'BH-DAT-003',
    name: `TransactionFromDateTime ${instant.slice(19)}`,
    body: from(instant),
  }))
}

/** A body of five parts that no key opens. */
const locked: SentBody = { text: 'e30.AA.AA.AA.AA', mediaType: 'application/jose+jwe' }

const attempts: readonly Attempt[] = [
  { of: 'BH-PRM-001', name: 'no permission', body: asking() },
  { of: 'BH-PRM-002', name: 'an unknown permission', body: asking('ReadAccountsBasic', 'ReadNonsense') },
  ...[['ReadTransactionsBasic'], ['ReadTransactionsDetail'], ['ReadTransactionsBasic', 'ReadTransactionsDetail']].map(
    (some) => ({ of: 'BH-PRM-003', name: some.join(' and '), body: asking('ReadAccountsBasic', ...some) }),
  ),
  ...['ReadTransactionsCredits', 'ReadTransactionsDebits'].map((one) => ({
    of: 'BH-PRM-004',
    name: one,
    body: asking('ReadAccountsBasic', one),
  })),
  { of: 'BH-PRM-005', name: 'ReadBalances alone', body: asking('ReadBalances') },
  { of: 'BH-PRM-006', name: 'Basic beside Detail', body: asking('ReadAccountsBasic', 'ReadAccountsDetail') },
  { of: 'BH-ERR-003', name: 'no JSON', body: { text: '{"Data":', mediaType: 'application/json' } },
  { of: 'BH-ERR-003', name: 'no Data', body: json({}) },
  { of: 'BH-ERR-003', name: 'Permissions as a text', body: json({ Data: { Permissions: 'ReadAccountsBasic' } }) },
  {
    of: 'BH-HDR-002',
    name: 'text/plain',
    body: json({ Data: { Permissions: ['ReadAccountsBasic'] } }, 'text/plain'),
  },
  { of: 'BH-NEG-004', name: 'application/jose+jwe', body: locked },
  // Of a kind that nothing else of a run asks for, and one right after the other.
  ...['a request', 'the same once more'].map((name) => ({
    of: 'BH-IDM-003',
    name,
    body: asking('ReadAccountsBasic', 'ReadBalances'),
  })),
]

/** Asks for consents of all kinds, good and bad. Nobody is ever asked to give one of them. */
export const askForConsents = scenario({
  id: 'consents/ask-for-consents',
  title: 'ask for consents, with good bodies and with bad ones',
  needs: ['consents'],
  operations: [createConsent],
  effect: 'changes',
  async run(session): Promise<Tried> {
    const good = await baseline(session, createConsent, {
      body: asking('ReadAccountsBasic'),
      purpose: 'a good consent',
    })
    const all = [...attempts, ...forms(session.now())]
    return { baseline: good, probes: await tryEach(session, createConsent, {}, all) }
  },
})
