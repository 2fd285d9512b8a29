import { expect, test } from 'vitest'
import { policy } from '../bank/policy.ts'
import { rulesOf } from '../cli/catalogue.ts'
import { broken, needsOf, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { uaeHub } from '../suites/uae-hub/index.ts'

const seconds = 1000

/** A 429 comes only where the machine is quick. */
const ofChance = 'UAE-RTL-002'

/** Rules that rest on an RFC or on FAPI: what a certified server keeps, whatever the market says. */
const ofRfcOrigin = rulesOf(uaeHub)
  .filter(({ cites }) => cites.some(({ source }) => source === 'RFC' || source === 'FAPI' || source === 'OIDC'))
  .filter(({ id, on }) => {
    const { slow, burst } = needsOf(typeof on === 'string' ? [] : on)
    return !slow && !burst && id !== ofChance
  })
  .map(({ id }) => id)

/**
 * Everything that a server breaks which keeps the RFCs and knows nothing of the market, and what of the market it is: RFC
 * 9396 §2 leaves how many authorization details there are and what is in them to whoever defines their type.
 */
const ofTheMarket: Readonly<Record<string, string>> = {
  'UAE-PAR-016': 'RFC 9396 §2 takes a list of any length, and RFC 6749 none at all; the market takes one element',
  'UAE-PAR-018': 'RFC 9396 §3.1 leaves it to the market how scope and authorization details go together',
  'UAE-PAR-019': 'which members the type has is said by the OpenAPI document of the market',
  'UAE-PAR-025': 'ConsentId is a member of the market',
  'UAE-PAR-027': 'so is ExpirationDateTime, with its year',
  'UAE-PAR-028': 'and its offset',
  'UAE-PAR-029': 'Permissions are a list of the market',
  'UAE-PAR-030': 'and so is what they rest on',
  'UAE-PAR-031': 'OpenFinanceBilling is a member of the market',
  'UAE-PAR-032': 'FromDate and ToDate are members of the market',
  'UAE-PAR-033': 'and so is their order',
  'UAE-PAR-034': 'kinds of account are lists of the market',
  'UAE-PAR-035': 'the webhook is a member of the market',
}

test('oidc-provider without our layers breaks what the market alone asks for', { timeout: 60 * seconds }, async () => {
  const run = await runAgainst({ defects: [], slow: false, burst: false, bare: true })
  const found = broken(run)
  expect(found).toEqual(Object.keys(ofTheMarket))
  expect(found.filter((id) => ofRfcOrigin.includes(id))).toEqual([])
  expect(undecided(run)).toEqual([])
  const passed = new Set(run.report.verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule))
  expect(ofRfcOrigin.length).toBeGreaterThan(30)
  expect(ofRfcOrigin.filter((id) => !passed.has(id))).toEqual([])
})

test('each of these is a row of the policy that stands before the library', () => {
  const rows = new Set(policy.map(({ requirement }) => requirement))
  expect(Object.keys(ofTheMarket).filter((id) => !rows.has(id))).toEqual([])
})
