import { scenario } from '../../../../engine/scenario.ts'
import type { CallOptions } from '../../../../engine/session.ts'
import { baseline } from '../../../baseline/ask.ts'
import { usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'
import { type Attempt, type Tried, tryEach } from '../../tried.ts'

/** The headers of a customer who is present. The address is one of RFC 5737, which nobody has. */
const customer = (now: Date) => ({
  'x-fapi-auth-date': now.toUTCString(),
  'x-fapi-customer-ip-address': '203.0.113.7',
  'x-customer-user-agent': 'Mizan/1 (conformance)',
})

const none: CallOptions['headers'] = {
  'x-fapi-auth-date': undefined,
  'x-fapi-customer-ip-address': undefined,
  'x-fapi-interaction-id': undefined,
  'x-customer-user-agent': undefined,
}

const attempts: readonly Attempt[] = [
  { of: 'BH-HDR-005', name: 'no Accept', headers: { accept: undefined } },
  { of: 'BH-HDR-011', name: 'no optional header', headers: none },
  { of: 'BH-HDR-013', name: 'a header of no standard', headers: { 'x-conformance-probe': 'any' } },
  { of: 'BH-RSP-005', name: 'no interaction id', headers: { 'x-fapi-interaction-id': undefined } },
  { of: 'BH-RSP-005', name: 'no interaction id, again', headers: { 'x-fapi-interaction-id': undefined } },
  { of: 'BH-NEG-005', name: 'Accept: */*', headers: { accept: '*/*' } },
  { of: 'BH-NEG-005', name: 'Accept: application/json;q=0.5', headers: { accept: 'application/json;q=0.5' } },
]

/** Reads an account with all the headers that there are, with fewer, and with one that there is not. */
export const varyHeaders = scenario({
  id: 'headers/vary-headers',
  title: 'read an account with more headers and with fewer',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const { ids } = await usableAccounts(session)
    const usual = { path: { AccountId: ids[0] }, headers: customer(session.now()) }
    const good = await baseline(session, account, { ...usual, purpose: 'a customer who is present' })
    return { baseline: good, probes: await tryEach(session, account, usual, attempts) }
  },
})
