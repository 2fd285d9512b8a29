import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { certificatesAreNeeded, waysToRefuse } from './certificates.ts'

const answered = (status: number, name = 'token') => ({ name, exchange: exchange({ status, certificate: 'none' }) })
const brokenOff = { name: 'data', inconclusive: 'other side closed', brokenOff: true as const }

proves(certificatesAreNeeded, {
  holds: {
    'every way to refuse': [answered(400), answered(401), answered(403), answered(302), brokenOff],
  },
  breaks: {
    'a token': [[answered(200), brokenOff], { at: 'token: status', expected: 'a refusal', got: '200', exchange: 'x1' }],
    'one that is let in beside one that says nothing': [[answered(503), answered(204, 'data')], 'data: status'],
  },
  undecided: {
    'a server that fails': [answered(500)],
    'a server that is busy': [answered(429)],
    'no answer': [{ name: 'token', inconclusive: 'no answer in time' }],
    'nothing asked': [],
  },
})

it('observes the ways', () => {
  expect(waysToRefuse([answered(403), brokenOff, { name: 'x', inconclusive: 'y' }])).toEqual({
    token: 'status 403',
    data: 'connection broken off',
  })
})
