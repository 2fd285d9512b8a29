import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { pushedMembersAreKept } from './members.ts'

const pushed = {
  ConsentId: 'consent-1',
  ExpirationDateTime: '2026-06-02T08:00:00Z',
  Permissions: ['ReadAccountsBasic', 'ReadBalances'],
  FromDate: '2026-01-01',
  OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
}
const { push } = journeyOf()
const life = (change: object) => ({
  push: { ...push, claims: { authorization_details: [{ consent: pushed }] } },
  reads: [exchange({ id: 'x9', body: consentBody({ ...pushed, ...change }) })],
})

proves(pushedMembersAreKept, {
  holds: {
    'as pushed': life({}),
    'in another order, in another zone, with more about the billing': life({
      Permissions: ['ReadBalances', 'ReadAccountsBasic'],
      ExpirationDateTime: '2026-06-02T12:00:00.000+04:00',
      OpenFinanceBilling: { ...pushed.OpenFinanceBilling, IsLargeCorporate: false },
      FromDate: undefined,
    }),
  },
  breaks: {
    'another end': [
      life({ ExpirationDateTime: '2026-06-03T08:00:00Z' }),
      {
        at: '/Data/ExpirationDateTime',
        expected: '"2026-06-02T08:00:00Z"',
        got: '"2026-06-03T08:00:00Z"',
        exchange: 'x9',
      },
    ],
    'fewer permissions': [life({ Permissions: ['ReadBalances'] }), '/Data/Permissions'],
    'another purpose': [
      life({ OpenFinanceBilling: { UserType: 'Retail', Purpose: 'TaxFiling' } }),
      '/Data/OpenFinanceBilling/Purpose',
    ],
  },
  undecided: { 'never shown': { ...life({}), reads: [] } },
})
