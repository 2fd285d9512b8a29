import { eventMessage } from '../../../../testing/delivery.ts'
import { followed, silence } from '../../../../testing/followed.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { proves } from '../../../../testing/proves.ts'
import { resourcesAreNamed } from './resources.ts'

const undecided = { 'none came': silence }

const message = (data?: Parameters<typeof eventMessage>[0], meta?: Parameters<typeof eventMessage>[1]) => ({
  message: eventMessage(data, meta),
})
proves(ruleNamed(resourcesAreNamed, 'UAE-EVT-007'), {
  holds: {
    'by its URL': followed({}),
    'by its path': followed(message({}, { EventResource: '/account-access-consents/consent-1' })),
    'by its path behind another base': followed(
      message({}, { EventResource: '/open-finance/v2.1/account-access-consents/consent-1/' }),
    ),
    relative: followed(message({}, { EventResource: 'account-access-consents/consent-1' })),
  },
  breaks: {
    'another resource': [
      followed(message({}, { EventResource: '/accounts/1' })),
      {
        at: '/message/Meta/EventResource',
        expected: 'the URL or path of the consent consent-1 at rs1.bank.example',
        got: '/accounts/1',
        exchange: 'x1',
      },
    ],
    'at the bank': [
      followed(message({}, { EventResource: 'https://lfi.example/account-access-consents/consent-1' })),
      '/message/Meta/EventResource',
    ],
    'a word': [followed(message({}, { EventResource: 'Consent' })), '/message/Meta/EventResource'],
  },
  silent: { 'none is the business of the schema': followed(message({}, { EventResource: undefined })) },
  undecided,
})

const at = (EventDateTime: string, Status = 'Revoked', id = 'x2') => ({ id, ...message({ Status }, { EventDateTime }) })

proves(ruleNamed(resourcesAreNamed, 'UAE-EVT-014'), {
  holds: {
    forward: followed({}, at('2026-06-01T08:01:00Z')),
    'within the tolerance': followed({}, at('2026-06-01T07:59:56Z')),
    'the first one again': followed({}, at('2026-06-01T08:01:00Z'), { id: 'x3' }),
    'overtaken by one of long before': followed(
      {},
      at('2026-06-01T07:58:00Z', 'AwaitingAuthorization'),
      at('2026-06-01T08:01:00Z', 'Revoked', 'x3'),
    ),
  },
  breaks: {
    back: [
      followed({}, at('2026-06-01T07:00:00Z')),
      {
        at: '/message/Meta/EventDateTime',
        expected: 'not before 2026-06-01T08:00:00Z, the time of the event before',
        got: '2026-06-01T07:00:00Z',
        exchange: 'x2',
      },
    ],
  },
  silent: { 'one alone': followed({}), 'the same one twice': followed({}, { id: 'x2' }) },
  undecided,
})
