import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { methodsTellNothing, otherMethodsAreRefused, refusedMethodsAreExplained } from './methods.ts'

const refused: Sample = { operation: null, status: 405, headers: { allow: 'GET' } }
const asked = (method: string, odd: Sample) => ({
  baseline: exchange(),
  probes: ['PUT', 'DELETE', 'OPTIONS', 'TRACE'].map((name) => ({
    name,
    exchange: exchange(name === method ? { operation: null, ...odd } : refused),
  })),
})

proves(otherMethodsAreRefused, {
  holds: {
    '405': asked('', {}),
    '404': asked('PUT', { status: 404 }),
    'not implemented': asked('PUT', { status: 501 }),
  },
  breaks: {
    'a deletion': [
      asked('DELETE', { status: 204 }),
      { at: 'DELETE: status', expected: '405 or 501, and no data', got: '204', exchange: 'x1' },
    ],
    'a failure': [asked('PUT', { status: 500 }), 'PUT: status'],
  },
  undecided: { 'a gateway': asked('PUT', { status: 502 }) },
})

proves(refusedMethodsAreExplained, {
  holds: { Allow: asked('', {}), 'an empty Allow': asked('PUT', { status: 405, headers: { allow: '' } }) },
  breaks: {
    'no Allow': [
      asked('PUT', { status: 405 }),
      {
        at: 'PUT: header allow',
        expected: 'the methods of the resource, PUT not among them',
        got: 'nothing',
        exchange: 'x1',
      },
    ],
    'the method itself': [asked('PUT', { status: 405, headers: { allow: 'GET, PUT' } }), 'PUT: header allow'],
  },
  undecided: { 'no 405': { baseline: exchange(), probes: [{ name: 'PUT', exchange: exchange({ status: 404 }) }] } },
})

proves(methodsTellNothing, {
  holds: { refused: asked('', {}), 'the methods': asked('OPTIONS', { status: 204, headers: { allow: 'GET' } }) },
  breaks: {
    'an echo': [
      asked('TRACE', { status: 200, body: 'TRACE /accounts HTTP/1.1' }),
      { at: 'TRACE: status', expected: 'a refusal', got: '200', exchange: 'x1' },
    ],
    'the data': [asked('OPTIONS', { body: { Data: { Account: [] } } }), 'OPTIONS: /Data'],
  },
  undecided: { nothing: { baseline: exchange(), probes: [] } },
})
