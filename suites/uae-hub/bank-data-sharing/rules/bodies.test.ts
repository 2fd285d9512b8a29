import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { BadPatches } from '../scenarios/patch-badly.ts'
import { brokenBodiesAreRefused, strangeTypesAreRefused, unfitBodiesAreRefused } from './bodies.ts'

const operation = 'PATCH /account-access-consents/{ConsentId}'
const probe = (name: string, status: number) => ({ name, exchange: exchange({ operation, status }) })
const patched = ({ text = 415, broken = 400, unfit = 400 } = {}): BadPatches => ({
  baseline: exchange({ operation, status: 204 }),
  text: probe('text/plain', text),
  broken: probe('a body that ends too early', broken),
  unfit: [probe('IsActive as a text', unfit), probe('Subscription as a list', 400)],
})

proves(strangeTypesAreRefused, {
  holds: { '415': patched(), '400': patched({ text: 400 }) },
  breaks: {
    'it is taken': [
      patched({ text: 204 }),
      { at: 'text/plain: status', expected: '415, and no data', got: '204', exchange: 'x1' },
    ],
    'a failure': [patched({ text: 500 }), 'text/plain: status'],
  },
  undecided: { 'a 401': patched({ text: 401 }) },
})

proves(brokenBodiesAreRefused, {
  holds: { '400': patched(), '422': patched({ broken: 422 }) },
  breaks: {
    'it is taken': [
      patched({ broken: 204 }),
      { at: 'a body that ends too early: status', expected: '400, and no data', got: '204', exchange: 'x1' },
    ],
    'a failure': [patched({ broken: 500 }), 'a body that ends too early: status'],
  },
})

proves(unfitBodiesAreRefused, {
  holds: { '400': patched() },
  breaks: {
    'one is taken': [
      patched({ unfit: 204 }),
      { at: 'IsActive as a text: status', expected: '400, and no data', got: '204', exchange: 'x1' },
    ],
  },
  undecided: { 'a gateway': patched({ unfit: 502 }) },
})
