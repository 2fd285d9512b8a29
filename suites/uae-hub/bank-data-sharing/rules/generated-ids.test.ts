import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { missingIdsAreMade } from './generated-ids.ts'

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const got = (value: string) => [exchange({ headers: { 'x-fapi-interaction-id': value } })]

proves(missingIdsAreMade, {
  holds: { 'a UUID': got(id) },
  breaks: {
    'no dashes': [
      got(id.replaceAll('-', '')),
      { at: 'header x-fapi-interaction-id', expected: 'a UUID', got: id.replaceAll('-', ''), exchange: 'x1' },
    ],
    'no id': [[exchange()], 'header x-fapi-interaction-id'],
  },
  undecided: { refused: [exchange({ status: 400 })] },
})
