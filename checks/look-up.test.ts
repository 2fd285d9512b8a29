import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { lookUpKeepsItsValue } from './look-up.ts'

const ask = (query: string, status: number, body?: unknown) =>
  exchange({ operation: 'GET /things', url: `https://rs1.bank.example/things${query}`, status, body })
const thing = (Base?: string) => ({ Data: { Base } })

proves(lookUpKeepsItsValue({ operation: 'GET /things', parameter: 'base', path: ['Data', 'Base'] }), {
  holds: {
    'all of them': ask('?base=b1', 200, [thing('b1'), thing('b1')]),
    none: ask('?base=b1', 200, []),
    'no list, which the schema tells': ask('?base=b1', 200, {}),
    'refused without a value': ask('', 400),
    'as a JWS': {
      ...ask('?base=b1', 200, 'a.b.c'),
      facts: { ...ask('', 200).facts, jws: { header: {}, claims: { message: [thing('b1')] }, verified: true } },
    },
  },
  breaks: {
    'another, and one without': [
      ask('?base=b1', 200, [thing('b2'), thing()]),
      { at: '/0/Data/Base', expected: 'b1', got: 'b2' },
      { at: '/1/Data/Base', expected: 'b1', got: 'nothing' },
    ],
    'everything, without a value': [ask('', 200, []), { at: 'query base', expected: '400 without it', got: '200' }],
  },
  silent: {
    'another operation': exchange({ body: [] }),
    refused: ask('?base=b1', 403),
    'failed without a value': ask('', 500),
  },
})
