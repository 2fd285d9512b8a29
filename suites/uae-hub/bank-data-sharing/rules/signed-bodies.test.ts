import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { signedBodiesHoldTheSame } from './signed-bodies.ts'

const data = (...ids: readonly string[]) => ({ Data: { Account: ids.map((AccountId) => ({ AccountId })) } })
const plain = (...ids: readonly string[]) => exchange({ body: data(...ids) })

const read = (message = data('a', 'b'), again = plain('b', 'a')) => ({
  plain: plain('a', 'b'),
  signed: exchange({
    id: 'x2',
    body: 'a.b.c',
    headers: { 'content-type': 'application/jwt' },
    jws: { header: { alg: 'PS256' }, claims: { iss: 'hub', message } },
  }),
  again,
})

proves(signedBodiesHoldTheSame, {
  holds: { 'the same': read(), 'in another order': read(data('b', 'a')) },
  breaks: {
    'one is missing': [
      read(data('a')),
      { at: 'JWS /message/Data', expected: 'the Data of the plain answer', got: 'other Data', exchange: 'x2' },
    ],
  },
  undecided: { 'data that changed': read(data('a', 'c'), plain('a')) },
  silent: { 'an answer that is not signed': { plain: plain('a'), signed: plain('a'), again: plain('a') } },
})
