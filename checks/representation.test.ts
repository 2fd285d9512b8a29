import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { unacceptableIsRefused } from './representation.ts'

const answered = (status: number, type?: string) =>
  exchange({
    sent: { accept: 'application/xml' },
    status,
    body: '{}',
    ...(type === undefined ? {} : { headers: { 'Content-Type': type } }),
  })

proves(
  unacceptableIsRefused,
  {
    holds: {
      '406': answered(406),
      'JSON nevertheless': answered(200, 'application/json; charset=utf-8'),
      'a JWS nevertheless, in other letters': answered(200, 'Application/JWT'),
    },
    breaks: {
      '400': [answered(400), { at: 'status', expected: '406, or a success in a declared media type', got: '400' }],
      '500': [answered(500), 'status'],
      'XML, which the contract does not have': [
        answered(200, 'application/xml'),
        { at: 'header content-type', expected: 'application/json or application/jwt', got: 'application/xml' },
      ],
      'no type': [answered(200), 'header content-type'],
    },
    undecided: {
      'a token that ended': answered(401),
      'rate limited': answered(429),
      'a gateway': answered(503),
      'a redirect': answered(302),
    },
    silent: {
      'no body': exchange({ sent: { accept: 'application/xml' }, status: 200, body: '' }),
      'status not declared': answered(206, 'application/xml'),
    },
  },
  givenOver([accountsContract()]),
)
