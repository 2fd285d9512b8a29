import { expect, it } from 'vitest'
import { bahrainExchange, bahrainGiven } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { consent, createConsent } from '../operations.ts'
import { permissions } from './permissions.ts'

const at = 'request /Data/Permissions → status'
const asked = (Permissions: unknown, status = 201) =>
  bahrainExchange(createConsent, { status, asked: { Data: { Permissions } } })
const basic = (...more: readonly string[]) => ['ReadAccountsBasic', ...more]

const cases = {
  'BH-PRM-001': { wrong: [], right: basic(), told: 'no permission' },
  'BH-PRM-002': { wrong: basic('ReadNonsense'), right: basic('ReadPAN'), told: 'ReadNonsense unknown' },
  'BH-PRM-003': {
    wrong: basic('ReadTransactionsBasic'),
    right: basic('ReadTransactionsBasic', 'ReadTransactionsCredits'),
    told: 'ReadTransactionsBasic without Credits or Debits',
  },
  'BH-PRM-004': {
    wrong: basic('ReadTransactionsCredits'),
    right: basic('ReadTransactionsDetail', 'ReadTransactionsCredits', 'ReadTransactionsDebits'),
    told: 'ReadTransactionsCredits without Basic or Detail',
  },
}

for (const [id, { wrong, right, told }] of Object.entries(cases))
  proves(
    ruleNamed(permissions, id),
    {
      holds: { refused: asked(wrong, 400), 'refused in another way': asked(wrong, 422) },
      breaks: { accepted: [asked(wrong), { at, expected: `400 (${told})`, got: '201' }] },
      silent: {
        'good ones': asked(right),
        'no list': asked('all'),
        'another operation': bahrainExchange(consent, { asked: { Data: { Permissions: wrong } } }),
      },
      undecided: { failed: asked(wrong, 500), 'no token': asked(wrong, 401), 'too often': asked(wrong, 429) },
    },
    bahrainGiven,
  )

it('another refusal than 400 is observed', () => {
  const { observe } = ruleNamed(permissions, 'BH-PRM-001')
  expect(observe?.(asked([], 422), bahrainGiven)).toEqual({ 'refused with': '422' })
  expect(observe?.(asked([], 400), bahrainGiven)).toEqual({})
})

it('all that is lacking is told', () => {
  const wrong = asked(['ReadTransactionsDetail', 'ReadTransactionsBasic'])
  expect(ruleNamed(permissions, 'BH-PRM-003').check(wrong, bahrainGiven)).toEqual([
    { at, expected: '400 (ReadTransactionsBasic and Detail without Credits or Debits)', got: '201' },
  ])
})
