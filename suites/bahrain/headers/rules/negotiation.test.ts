import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import { encryptionIsNotPassedOver, otherMethodsAreRefused, unacceptableTypesAreRefused } from './negotiation.ts'

const xml = 'Accept: application/xml'
proves(unacceptableTypesAreRefused, {
  holds: {
    '406': tried('BH-NEG-001', { [xml]: 406 }),
    'XML of a bank that has it': tried('BH-NEG-001', {
      [xml]: { sent: { accept: 'application/xml' }, headers: { 'content-type': 'application/xml; charset=utf-8' } },
      'Accept: text/html': 406,
    }),
  },
  breaks: {
    JSON: [tried('BH-NEG-001', { [xml]: 200 }), status(xml, '406', 200)],
    '400': [tried('BH-NEG-001', { [xml]: 400 }), status(xml, '406', 400)],
    'a failure': [tried('BH-NEG-001', { [xml]: 500 }), status(xml, '406', 500)],
  },
  undecided: {
    'the token ended': tried('BH-NEG-001', { [xml]: 401 }),
    'rate limited': tried('BH-NEG-001', { [xml]: 429 }),
    'no answer': tried('BH-NEG-001', { [xml]: 'closed' }),
  },
})

const jwe = 'Accept: application/jose+jwe'
const of = (type: string) => ({ headers: { 'content-type': type }, body: 'a.b.c.d.e' })
proves(encryptionIsNotPassedOver, {
  holds: {
    '406': tried('BH-NEG-003', { [jwe]: 406 }),
    '415': tried('BH-NEG-003', { [jwe]: 415 }),
    'a JWE': tried('BH-NEG-003', { [jwe]: of('application/jwe') }),
    'a JWE by its other name': tried('BH-NEG-003', { [jwe]: of('application/jose+jwe;charset=utf-8') }),
  },
  breaks: {
    'in the clear': [
      tried('BH-NEG-003', { [jwe]: { body: {} } }),
      {
        at: `${jwe}: header content-type`,
        expected: '406, or an encrypted body',
        got: 'application/json',
        exchange: 'x2',
      },
    ],
  },
  undecided: {
    'a failure': tried('BH-NEG-003', { [jwe]: 500 }),
    'rate limited': tried('BH-NEG-003', { [jwe]: 429 }),
    'no answer': tried('BH-NEG-003', { [jwe]: 'closed' }),
  },
})

proves(otherMethodsAreRefused, {
  holds: {
    '405': tried('BH-NEG-006', { DELETE: 405 }),
    '404': tried('BH-NEG-006', { DELETE: 404 }),
    '501': tried('BH-NEG-006', { DELETE: 501 }),
  },
  breaks: {
    'a failure': [tried('BH-NEG-006', { DELETE: 500 }), status('DELETE', '405 or 501, and no data', 500)],
    'a success': [tried('BH-NEG-006', { DELETE: 204 }), status('DELETE', '405 or 501, and no data', 204)],
  },
  undecided: { 'a gateway': tried('BH-NEG-006', { DELETE: 503 }) },
})
