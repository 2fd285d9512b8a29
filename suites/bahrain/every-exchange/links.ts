import { finding } from '../../../checks/findings.ts'
import { placesAt } from '../../../checks/places.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type ExchangeRule, type Given, type Observed, silent, undecided } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { isSuccess, nothingOwnedBy, ofSuccess, successOf } from './answers.ts'
import { endsIn, linkOf, ownPath, segmentsOf } from './self-path.ts'

/** Host and prefix are not compared. A POST may name the collection in which it made something. */
const selfIsTheResource = ofSuccess((success, exchange) => {
  const self = linkOf(success, 'Self')
  const path = self === undefined ? undefined : segmentsOf(self)
  const own = ownPath(exchange, success)
  if (path === undefined || own === undefined) return silent('no absolute link to look at')
  if (own.resource === undefined) return undecided('the answer does not tell the id of what was made')
  return [own.resource, own.collection].some((tail) => endsIn(path, tail))
    ? []
    : [finding(`${success.at}/Links/Self`, `path ending in /${own.resource.join('/')}`, self)]
})

const selfIsTheCollection = (exchange: Exchange, given: Given): Observed => {
  const success = successOf(exchange, given)
  const own = isSuccess(success) ? ownPath(exchange, success) : undefined
  const self = isSuccess(success) ? linkOf(success, 'Self') : undefined
  if (self === undefined || own?.resource === undefined || own.resource === own.collection) return {}
  return endsIn(segmentsOf(self) ?? [], own.collection) ? { 'Self of a POST': 'the collection' } : {}
}

const accounts = (rest: string): string => `GET /accounts\n\n200\n{"Data":{"Account":[ … ]},${rest}}`

/** The links of an answer. That Self is there is BH-ENV-001's matter. */
export const links: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-ENV-002',
    level: levels('BH-ENV-002'),
    about: 'bank',
    title: 'Links are Self, First, Prev, Next and Last, each an absolute URI',
    cites: [cite.schemas('Links'), cite.british('Links')],
    defect: 'bh-link-of-another-name',
    check: nothingOwnedBy('BH-ENV-002', ({ value }) => placesAt(value, '/Links').length > 0),
    example: {
      breaks: accounts('"Links":{"Self":"/accounts"}'),
      findings: [{ at: '/Links/Self', expected: 'an absolute http or https URI', got: '"/accounts"' }],
    },
  }),
  everywhere({
    id: 'BH-ENV-003',
    level: levels('BH-ENV-003'),
    about: 'bank',
    title: 'Links.Self leads to the resource that was delivered',
    cites: [cite.questions('pagination, Self'), cite.british('Links')],
    defect: 'bh-self-of-another-resource',
    check: selfIsTheResource,
    observe: selfIsTheCollection,
    example: {
      breaks: accounts('"Links":{"Self":"https://bank.example/open-banking/v1.0/aisp/balances"}'),
      findings: [
        {
          at: '/Links/Self',
          expected: 'path ending in /accounts',
          got: 'https://bank.example/open-banking/v1.0/aisp/balances',
        },
      ],
    },
  }),
]
