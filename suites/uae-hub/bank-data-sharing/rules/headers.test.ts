import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { uaeGiven } from '../../../../testing/uae-hub.ts'
import type { Refused } from '../../../baseline/scenarios.ts'
import { generatedIdsAreUnique, unacceptableTypes } from './headers.ts'

const sent = { accept: 'application/xml' }
const asked = (sample: Sample): Refused => ({
  operation: 'GET /accounts',
  probes: [{ name: 'Accept: application/xml', exchange: exchange({ sent, ...sample }) }],
})

proves(
  unacceptableTypes,
  {
    holds: {
      '406': asked({ status: 406 }),
      'JSON nevertheless': asked({
        body: '{}',
        headers: { 'content-type': 'Application/json; charset=utf-8' },
      }),
    },
    breaks: {
      '400': [
        asked({ status: 400 }),
        { at: 'status', expected: '406, or a success in a declared media type', got: '400' },
      ],
      XML: [asked({ body: '<a/>', headers: { 'content-type': 'application/xml' } }), 'header content-type'],
    },
  },
  uaeGiven,
)

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const got = (from: string, value: string) => exchange({ id: from, headers: { 'x-fapi-interaction-id': value } })

proves(generatedIdsAreUnique, {
  holds: { 'two ids': [got('x1', id), got('x2', '00000000-0000-4000-8000-000000000000')] },
  breaks: {
    'one id twice': [
      [got('x1', id), got('x2', id)],
      { at: 'header x-fapi-interaction-id', expected: 'another id than in x1', got: id, exchange: 'x2' },
    ],
  },
  undecided: { 'none came back': [exchange(), exchange()] },
})
