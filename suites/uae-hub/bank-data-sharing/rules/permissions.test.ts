import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Permitted } from '../scenarios/read-by-permission.ts'
import { permissionsAreKept } from './permissions.ts'

const list = exchange({ id: 'x1' })
const evidence = (status: number, afterwards = 200): Permitted => ({
  list,
  refused: [{ name: 'balances', exchange: exchange({ id: 'x2', status }) }],
  after: { name: 'accounts afterwards', exchange: exchange({ id: 'x3', status: afterwards }) },
  opened: [],
})
const opened = (sample: Sample, notFound = false): Permitted => ({
  list,
  refused: [],
  after: { name: 'accounts', exchange: list },
  opened: [{ probe: { name: 'product', exchange: exchange({ id: 'x2', ...sample }) }, ...(notFound && { notFound }) }],
})
const expected = '403, and no data'

proves(permissionsAreKept, {
  holds: {
    '403': evidence(403),
    '400': evidence(400),
    '401': evidence(401),
    'given by the smallest permission': opened({}),
    'nothing to give': opened({ status: 404 }, true),
  },
  breaks: {
    data: [evidence(200), { at: 'balances: status', expected, got: '200', exchange: 'x2' }],
    'a failure': [evidence(500), { at: 'balances: status', expected, got: '500', exchange: 'x2' }],
    'the rest of the consent is gone': [
      evidence(403, 403),
      { at: 'accounts afterwards: status', expected: '200', got: '403', exchange: 'x3' },
    ],
    'data, and the rest not available': [evidence(200, 503), 'balances: status'],
    'not given by the smallest permission': [
      opened({ status: 403, body: { Errors: [{ Code: 'AccessToken.InvalidScope' }] } }),
      { at: 'product: status', expected: '200', got: '403', exchange: 'x2' },
    ],
    'not found where the contract has no 404': [opened({ status: 404 }), 'product: status'],
  },
  undecided: {
    'a gateway error': evidence(502),
    'the token ended meanwhile': evidence(403, 401),
    'the rest is not available': evidence(403, 503),
    'the rest was not answered': { ...evidence(403), after: { name: 'accounts afterwards', inconclusive: 'closed' } },
    'an account that is shut': opened({
      status: 403,
      body: { Errors: [{ Code: 'Consent.AccountTemporarilyBlocked' }] },
    }),
  },
})
