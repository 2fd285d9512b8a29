import { describe, expect, it } from 'vitest'
import { contract } from '../testing/contract.ts'
import { base, exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { filtersLeftOut, linksAreAbsolute, linksKeepFilters, selfNamesTheResource } from './links.ts'

const shape = { links: { self: '/Links/Self', next: '/Links/Next', last: '/Links/Last' } }
const operation = 'GET /accounts/{AccountId}/transactions'
const path = '/accounts/a1/transactions'
const ok = { 200: ['application/json'] }
const answer = (Links: unknown, more = {}) => exchange({ operation, url: `${base}${path}`, body: { Links }, ...more })

describe('linksAreAbsolute', () => {
  proves(linksAreAbsolute(shape), {
    holds: {
      https: answer({ Self: `${base}${path}` }),
      'in other letters, with a port': answer({ Self: 'HTTPS://Bank.example:8443/x' }),
      'of another host': answer({ Self: 'http://inside/x', Next: 'https://rs1.bank.example?page=2' }),
    },
    breaks: {
      'a path only': [answer({ Self: path }), { at: '/Links/Self', expected: 'an absolute URI', got: path }],
      'no scheme': [answer({ Self: '//bank.example/x' }), '/Links/Self'],
      'no host': [answer({ Self: 'https:///x' }), '/Links/Self'],
      'another scheme': [answer({ Self: 'urn:x:y', Next: '' }), '/Links/Self', '/Links/Next'],
      'no slashes, which some readers forgive': [answer({ Last: 'https:bank.example/x' }), '/Links/Last'],
    },
    silent: {
      'no links': answer({}),
      'null is a matter of the schema': answer({ Self: null }),
      'an error': answer({ Self: path }, { status: 400 }),
    },
  })
})

describe('selfNamesTheResource', () => {
  proves(
    selfNamesTheResource(shape, { contracts: ['account-information'], except: ['GET /parties'] }),
    {
      holds: {
        'the request': answer({ Self: `${base}${path}` }),
        'of the bank behind the hub, with a query and a slash': answer({ Self: `http://inside/v1${path}/?page=1` }),
        'encoded in another way': answer({ Self: `${base}/accounts/%61%31/transactions` }),
        'a relative one has another rule': answer({ Self: path }),
      },
      breaks: {
        missing: [answer({}), { at: '/Links/Self', expected: `a link to ${path}`, got: 'nothing' }],
        'another account': [
          answer({ Self: `${base}/accounts/a2/transactions` }),
          { at: '/Links/Self', expected: `a link to ${path}`, got: `${base}/accounts/a2/transactions` },
        ],
        'what is above': [answer({ Self: `${base}/accounts/a1` }), '/Links/Self'],
        'no address': [answer({ Self: 'http://' }), '/Links/Self'],
      },
      silent: {
        'an error': answer({}, { status: 404 }),
        'an operation of another rule': exchange({ operation: 'GET /parties', body: { Links: {} } }),
        'no GET': exchange({ operation: 'POST /accounts', body: { Links: {} } }),
        'another contract': exchange({ operation: 'POST /token', body: { Links: {} } }),
        'what no contract names': exchange({ operation: null, body: { Links: {} } }),
      },
    },
    givenOver([contract({ operations: { [operation]: ok, 'GET /parties': ok, 'POST /accounts': ok } })]),
  )
})

const from = 'fromBookingDateTime'
const asked = (query: string, Links: unknown) => answer(Links, { url: `${base}${path}?${query}` })
const next = (query: string) => ({ Next: `${base}${path}?${query}` })

describe('linksKeepFilters', () => {
  const filters = [from, 'status']
  proves(linksKeepFilters(shape, { filters }), {
    holds: {
      'the same': asked(`${from}=2026-01-01`, next(`page=2&${from}=2026-01-01`)),
      'encoded in another way': asked(
        `${from}=2026-01-01T00:00:00%2B04:00`,
        next(`${from}=2026-01-01T00%3A00%3A00+04%3A00`),
      ),
      'the same moment': asked(`${from}=2026-01-01T00:00:00%2B04:00`, next(`${from}=2025-12-31T20:00:00Z`)),
      'a day that became a moment': asked(`${from}=2026-01-01`, next(`${from}=2025-12-31T20:00:00Z`)),
      'fractions of a second': asked(`${from}=2026-01-01T00:00:00`, next(`${from}=2026-01-01T00:00:00.000`)),
      'in other letters': asked('status=Booked', next('status=BOOKED')),
    },
    breaks: {
      'another day': [
        asked(`${from}=2026-01-01`, next(`${from}=2026-01-02`)),
        { at: `/Links/Next ${from}`, expected: '2026-01-01', got: '2026-01-02' },
      ],
      'another moment': [
        asked(`${from}=2026-01-01T00:00:00Z`, next(`${from}=2026-01-01T00:00:01Z`)),
        '/Links/Next fromBookingDateTime',
      ],
      'a day that became a moment of another': [
        asked(`${from}=2026-01-01`, next(`${from}=2026-01-03T00:00:00Z`)),
        '/Links/Next fromBookingDateTime',
      ],
      'one value of two': [asked('status=a&status=b', next('status=a')), '/Links/Next status'],
      emptied: [asked('status=a', next('status=')), { at: '/Links/Next status', expected: 'a', got: 'an empty text' }],
    },
    silent: {
      'a cursor may stand for it': asked(`${from}=2026-01-01`, next('cursor=abc')),
      'nothing was filtered': asked('', next(`${from}=2026-01-01`)),
      'what is no filter': asked('page=1', next('page=2')),
    },
  })
  proves(linksKeepFilters(shape, { filters, missing: 'counts' }), {
    breaks: {
      'left out': [
        asked(`${from}=2026-01-01`, next('page=2')),
        { at: `/Links/Next ${from}`, expected: '2026-01-01', got: 'nothing' },
      ],
    },
  })
  it('observes a filter that was left out', () => {
    const look = filtersLeftOut(shape, { filters })
    expect(look(asked('status=a', next('page=2')))).toEqual({ 'links without the filter': '/Links/Next status' })
    expect(look(asked('status=a', next('status=b')))).toEqual({})
  })
})
