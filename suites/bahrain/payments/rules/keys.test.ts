import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import type { AskedToPay } from '../scenarios/ask-for-consents.ts'
import { keysAreDemanded, keysAreNotReused, keysMakeNothingTwice, longKeysAreRefused } from './keys.ts'

const consent = (id: string, Amount: string, ConsentId = 'c1') =>
  exchange({
    id,
    status: 201,
    body: { Data: { ConsentId, Initiation: { InstructedAmount: { Amount, Currency: 'BHD' } } } },
  })
const asked = (of: string, answers: Parameters<typeof tried>[1], change: Partial<AskedToPay> = {}): AskedToPay => ({
  ...tried(of, answers),
  replay: { first: consent('f1', '1.500'), again: consent('a1', '1.500') },
  reuse: { first: consent('f1', '1.500'), again: exchange({ status: 400 }) },
  kept: consent('k1', '1.500'),
  ...change,
})

proves(keysAreDemanded, {
  holds: { '400': asked('BH-IDM-001', { 'no key': 400 }), '422': asked('BH-IDM-001', { 'no key': 422 }) },
  breaks: { taken: [asked('BH-IDM-001', { 'no key': 201 }), status('no key', '400, and no data', 201)] },
  undecided: {
    'a failure': asked('BH-IDM-001', { 'no key': 500 }),
    'the token ended': asked('BH-IDM-001', { 'no key': 401 }),
  },
})

const forty = { 'a key of 40 characters': 201 }
proves(longKeysAreRefused, {
  holds: {
    '400': asked('BH-IDM-004', { 'a key of 41 characters': 400, ...forty }),
    '422': asked('BH-IDM-004', { 'a key of 41 characters': 422, ...forty }),
  },
  undecided: {
    'a failure': asked('BH-IDM-004', { 'a key of 41 characters': 500 }),
    'the token ended': asked('BH-IDM-004', { 'a key of 41 characters': 401 }),
  },
  breaks: {
    taken: [asked('BH-IDM-004', { 'a key of 41 characters': 201 }), 'a key of 41 characters: status'],
    'the one that is not too long': [
      asked('BH-IDM-004', { 'a key of 41 characters': 400, 'a key of 40 characters': 400 }),
      status('a key of 40 characters', 'a success', 400, 'x3'),
    ],
  },
})

const replay = (again: ReturnType<typeof consent>, first = consent('f1', '1.500')) =>
  asked('', {}, { replay: { first, again } })
proves(keysMakeNothingTwice, {
  holds: {
    'the same consent': replay(consent('a1', '1.500')),
    'with 200': replay({ ...consent('a1', '1.500'), response: { ...consent('a1', '1.500').response, status: 200 } }),
  },
  breaks: {
    'another consent': [
      replay(consent('a1', '1.500', 'c2')),
      { at: '/Data/ConsentId', expected: 'c1', got: 'c2', exchange: 'a1' },
    ],
    refused: [
      replay(exchange({ id: 'a1', status: 409 })),
      { at: 'status', expected: '201 or 200', got: '409', exchange: 'a1' },
    ],
  },
  undecided: { 'a failure': replay(exchange({ status: 500 })) },
})

const reuse = (again: ReturnType<typeof consent>, kept = consent('k1', '1.500')) =>
  asked('', {}, { reuse: { first: consent('f1', '1.500'), again }, kept })
const afterwards = 'afterwards /Data/Initiation/InstructedAmount/Amount'
proves(keysAreNotReused, {
  holds: {
    refused: reuse(exchange({ status: 400 })),
    'the first once more': reuse(consent('a1', '1.500')),
    'another consent': reuse(consent('a1', '1.999', 'c2')),
    'written otherwise': reuse(exchange({ status: 409 }), consent('k1', '1.50')),
  },
  breaks: {
    'the other amount': [
      reuse(consent('a1', '1.999'), consent('k1', '1.999')),
      { at: afterwards, expected: '1.500', got: '1.999', exchange: 'k1' },
    ],
  },
  undecided: {
    'it is not shown': reuse(exchange({ status: 400 }), exchange({ status: 403 })),
    'a failure': reuse(exchange({ status: 500 })),
  },
})
