import type { Authorisation } from '../../../../engine/session.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import type { Openings } from '../scenarios/open-authorization.ts'
import { requestsArePushed, requestUriEnds, requestUriIsOfItsClient, requestUriOpens } from './request-uris.ts'

const came = (outcome: Authorisation['outcome'], status = 303): Authorisation => ({
  outcome,
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status })],
})
const { push } = journeyOf()

const opened = (change: Partial<Openings> = {}): Openings => ({
  first: came('page', 200),
  withMore: came('page', 200),
  again: came('code'),
  ...change,
})

proves(requestUriOpens, {
  holds: {
    'a page, with more and without': opened(),
    'once only: whether it opens again is observed': opened({ again: came('error', 400) }),
    'for a user who is known': opened({ first: came('code') }),
  },
  breaks: {
    'more is refused': [
      opened({ withMore: came('error', 400) }),
      {
        at: 'authorization with response_type and scope',
        expected: 'a page, or a code',
        got: 'status 400',
        exchange: 'a1',
      },
    ],
    'everything is refused': [
      opened({ first: came('error', 400), withMore: came('error', 400) }),
      'authorization',
      'authorization with response_type and scope',
    ],
  },
  undecided: { 'a failure': opened({ first: came('error', 502) }) },
})

proves(requestUriEnds, {
  holds: { 'an error': { push, authorisation: came('error') } },
  breaks: {
    'a code': [
      { push, authorisation: came('code') },
      { at: 'authorization', expected: 'an error page or an error redirect', got: 'a code', exchange: 'a1' },
    ],
  },
  undecided: { 'a page': { push, authorisation: came('page') } },
})

const journeys = (
  name: string,
  outcome: Authorisation['outcome'],
  taken: Authorisation | undefined = came('code'),
) => ({
  probes: [{ name, authorisation: came(outcome, outcome === 'error' ? 400 : 303) }],
  ...(taken && { taken }),
})

proves(requestUriIsOfItsClient, {
  holds: { 'an error page': journeys('another client_id', 'error') },
  breaks: { 'a code': [journeys('another client_id', 'code'), 'another client_id: authorization'] },
  undecided: { 'good ones fail too': journeys('another client_id', 'error', came('error')) },
})

proves(requestsArePushed, {
  holds: { 'an error page': journeys('plain parameters', 'error') },
  breaks: { 'a code': [journeys('plain parameters', 'code'), 'plain parameters: authorization'] },
  undecided: { 'a page that nobody fills in': journeys('plain parameters', 'page') },
})
