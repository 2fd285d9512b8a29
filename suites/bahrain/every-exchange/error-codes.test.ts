import { expect, it } from 'vitest'
import { bahrainExchange, bahrainGiven } from '../../../testing/bahrain.ts'
import type { Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { account, createConsent } from '../operations.ts'
import { errorEntries } from './error-codes.ts'

const entry = { ErrorCode: 'BH.OBF.Field.Invalid', Message: 'not that' }
const whole = { Code: '400', Message: 'not that', Errors: [entry] }
const error = (change: Readonly<Record<string, unknown>> = {}, status = 400, sample: Sample = {}) =>
  bahrainExchange(account, { status, body: { ...whole, ...change }, ...sample })
const entries = (...Errors: readonly unknown[]) => error({ Errors })

const codes = ruleNamed(errorEntries, 'BH-ERR-022')
proves(
  codes,
  {
    holds: { listed: error(), 'of the bank': entries({ ...entry, ErrorCode: 'BH.Bank.Closed' }) },
    breaks: {
      'no namespace': [
        entries({ ...entry, ErrorCode: 'Invalid' }),
        {
          at: '/Errors/0/ErrorCode',
          expected: 'a string of the pattern ^[A-Z]{2,3}\\.[^.]+\\.(\\S|\\S.*\\S)$',
          got: '"Invalid"',
        },
      ],
    },
    silent: { 'no code': entries({ Message: 'no' }) },
  },
  bahrainGiven,
)

it('codes of another status, and codes that no list has, are observed', () => {
  expect(codes.observe?.(error(), bahrainGiven)).toEqual({})
  expect(codes.observe?.(error({}, 403), bahrainGiven)).toEqual({
    'codes of other statuses on 403': 'BH.OBF.Field.Invalid',
  })
  expect(codes.observe?.(entries({ ...entry, ErrorCode: 'BH.OBF.Closed' }), bahrainGiven)).toEqual({
    'codes that no list has': 'BH.OBF.Closed',
  })
})

const about = (Path: string, ErrorCode = 'BH.OBF.Field.Invalid') =>
  bahrainExchange(createConsent, {
    url: 'https://bank.example/open-banking/v1.0/aisp/account-access-consents?page=1',
    sent: { 'x-fapi-auth-date': 'today' },
    asked: { Data: { Permissions: ['ReadNonsense'] } },
    status: 400,
    body: { ...whole, Errors: [{ ErrorCode, Message: 'no', Path }] },
  })
proves(
  ruleNamed(errorEntries, 'BH-ERR-023'),
  {
    holds: {
      dotted: about('Data.Permissions[0]'),
      'as JSONPath': about('$.Data.Permissions'),
      'a pointer': about('/Data/Permissions/0'),
      'a header': about('x-fapi-auth-date'),
      'a parameter': about('query.page'),
    },
    breaks: {
      nowhere: [
        about('Data.Nowhere'),
        { at: '/Errors/0/Path', expected: 'a place of the request', got: 'Data.Nowhere' },
      ],
    },
    silent: {
      'a missing field': about('Data.Nowhere', 'BH.OBF.Field.Missing'),
      'no path': bahrainExchange(createConsent, { status: 400, asked: {}, body: whole }),
      'no body was sent': error(),
    },
  },
  bahrainGiven,
)
