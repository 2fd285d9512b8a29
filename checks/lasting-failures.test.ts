import { expect, it } from 'vitest'
import { accountsContract } from '../testing/contract.ts'
import { exchange, type Sample } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { failuresDoNotLast, type Refused, refusalOf, repeated } from './lasting-failures.ts'

const given = givenOver([accountsContract()])
const gather = refusalOf({ contracts: ['account-information'] })
const pieces = (...samples: readonly Sample[]): readonly Refused[] =>
  samples.flatMap((sample, index) => gather(exchange({ id: `x${index + 1}`, ...sample }), given) ?? [])
const odd = { purpose: 'odd date' }
const again = { purpose: `odd date${repeated}` }

proves(failuresDoNotLast, {
  holds: {
    'a refusal': pieces({ status: 400 }),
    'one failure': pieces({ ...odd, status: 500 }),
    'a failure of one moment': pieces({ ...odd, status: 500 }, { ...again, status: 400 }),
    'two failures of two requests': pieces(
      { ...odd, status: 500 },
      { ...odd, status: 500, url: 'https://rs1.bank.example/other' },
    ),
    'a failure that somebody else had': pieces({ ...odd, status: 500 }, { purpose: 'other', status: 500 }),
  },
  breaks: {
    'a failure that lasts': [
      pieces({ ...odd, status: 500 }, { ...again, status: 500 }),
      { at: 'GET /accounts, odd date: status', expected: 'a refusal', got: '500, 2 times', exchange: 'x1' },
    ],
  },
  silent: { nothing: [] },
})

it.each([
  ['a success', { status: 200 }],
  ['a gateway', { status: 502 }],
  ['not implemented', { status: 501 }],
  ['no contract', { status: 500, operation: null }],
  ['another contract', { status: 500, operation: 'POST /par' }],
  ['no certificate', { status: 500, certificate: 'none' }],
] as const)('keeps nothing of %s', (_, sample) => expect(gather(exchange(sample), given)).toBeUndefined())
