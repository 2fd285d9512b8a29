import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import {
  badTokensOpenNothing,
  otherScopesOpenNothing,
  unknownAccountsAreRefused,
  unknownPathsAreNotFound,
} from './refusals.ts'

const rows = [
  [badTokensOpenNothing, 'no token', '401', 401, 400],
  [otherScopesOpenNothing, 'a token for payments', '403', 403, 401],
  [unknownPathsAreNotFound, 'an unknown path', '404', 404, 400],
] as const
for (const [one, name, expected, good, alsoGood] of rows) {
  proves(one, {
    holds: { expected: tried(one.id, { [name]: good }), another: tried(one.id, { [name]: alsoGood }) },
    breaks: { data: [tried(one.id, { [name]: 200 }), status(name, `${expected}, and no data`, 200)] },
    undecided: {
      'a failure': tried(one.id, { [name]: 500 }),
      'rate limited': tried(one.id, { [name]: 429 }),
      'no answer': tried(one.id, { [name]: 'closed' }),
    },
  })
}

const unknown = 'an unknown AccountId'
const expected = '400 or 403, and no data'
proves(unknownAccountsAreRefused, {
  holds: {
    '400': tried('BH-ERR-006', { [unknown]: 400 }),
    '403': tried('BH-ERR-006', { [unknown]: 403 }),
    '404': tried('BH-ERR-006', { [unknown]: 404 }),
  },
  breaks: {
    data: [tried('BH-ERR-006', { [unknown]: 200 }), status(unknown, expected, 200)],
    'a failure': [tried('BH-ERR-006', { [unknown]: 500 }), status(unknown, expected, 500)],
  },
  undecided: { 'the token ended': tried('BH-ERR-006', { [unknown]: 401 }) },
})
