import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import { anyTypeIsJson, optionalHeadersAreOptional, strangeHeadersAreIgnored } from './variations.ts'

const none = 'no optional header'
proves(optionalHeadersAreOptional, {
  holds: { served: tried('BH-HDR-011', { [none]: 200 }) },
  breaks: { refused: [tried('BH-HDR-011', { [none]: 400 }), status(none, 'a success', 400)] },
  undecided: {
    'the token ended': tried('BH-HDR-011', { [none]: 401 }),
    'rate limited': tried('BH-HDR-011', { [none]: 429 }),
    'another requirement was asked': tried('BH-HDR-013', { [none]: 400 }),
  },
})

const strange = 'a header of no standard'
proves(strangeHeadersAreIgnored, {
  holds: { served: tried('BH-HDR-013', { [strange]: 200 }) },
  breaks: { refused: [tried('BH-HDR-013', { [strange]: 400 }), status(strange, 'a success', 400)] },
  undecided: { 'a failure': tried('BH-HDR-013', { [strange]: 500 }) },
})

const any = 'Accept: */*'
proves(anyTypeIsJson, {
  holds: { JSON: tried('BH-NEG-005', { [any]: { body: {} } }) },
  breaks: {
    refused: [tried('BH-NEG-005', { [any]: 406 }), status(any, 'a success', 406)],
    'a page': [
      tried('BH-NEG-005', { [any]: { body: '<p>', headers: { 'content-type': 'text/html' } } }),
      { at: `${any}: body`, expected: 'JSON', got: 'text/html', exchange: 'x2' },
    ],
  },
})
