import { loadContract } from '../../../../schemas/contract.ts'
import { eventMessage } from '../../../../testing/delivery.ts'
import { followed, silence, unopened } from '../../../../testing/followed.ts'
import { givenOver } from '../../../../testing/given.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { proves } from '../../../../testing/proves.ts'
import { contentsAreSound } from './content.ts'

const given = givenOver([loadContract('uae/v2.1', 'standards/webhook-template')])
const undecided = { 'none came': silence }

const message = (data?: Parameters<typeof eventMessage>[0], meta?: Parameters<typeof eventMessage>[1]) => ({
  message: eventMessage(data, meta),
})
const { Meta } = eventMessage()

proves(
  ruleNamed(contentsAreSound, 'UAE-EVT-005'),
  {
    holds: {
      'of a consent': followed(message()),
      'with a further member': followed(message({}, { Sequence: 1 })),
      'without Data': followed({ message: { Meta } }),
      'of an account, without Data': followed({
        message: { Meta: { ...(Meta as object), ConsentId: undefined, AccountId: 'a1' } },
      }),
    },
    breaks: {
      'a type of its own': [
        followed(message({}, { EventType: 'Resource.Changed' })),
        {
          at: '/message/Meta/EventType',
          expected: 'one of Resource.Created, Resource.Updated, Resource.Deleted',
          got: '"Resource.Changed"',
          exchange: 'x1',
        },
      ],
      'about nothing': [
        followed({
          message: {
            Meta: { EventDateTime: '2026-06-01T08:00:00Z', EventResource: 'x', EventType: 'Resource.Updated' },
          },
        }),
        { at: '/message/Meta', expected: 'member ConsentId', got: 'nothing', exchange: 'x1' },
      ],
      'a state that there is not': [followed(message({ Status: 'Paused' })), '/message/Data/Status'],
      'of an account with a state of none': [
        followed({
          message: {
            Data: { AccountId: 'a1', OpeningStatus: 'Done', OpeningStatusUpdateDateTime: '2026-06-01T08:00:00Z' },
            Meta: { ...(Meta as object), ConsentId: undefined, AccountId: 'a1' },
          },
        }),
        '/message/Data/OpeningStatus',
      ],
    },
    undecided: { ...undecided, 'not opened': followed(unopened) },
  },
  given,
)

proves(
  ruleNamed(contentsAreSound, 'UAE-EVT-006'),
  {
    holds: { 'with the consent': followed({}) },
    breaks: {
      'without it': [
        followed({ message: { Meta } }),
        { at: '/message/Data', expected: 'the resource', got: 'nothing', exchange: 'x1' },
      ],
    },
    silent: { deleted: followed({ message: { Meta: { ...(Meta as object), EventType: 'Resource.Deleted' } } }) },
    undecided: { ...undecided, 'not opened': followed(unopened) },
  },
  given,
)
