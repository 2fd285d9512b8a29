import { declaredIn, reachedTheApi } from '../../../checks/declared.ts'
import { finding, noObject } from '../../../checks/findings.ts'
import { mediaTypeOf } from '../../../checks/media-type.ts'
import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, type Given, type Observed, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { lastOwner, ownedBy } from '../schema-routing.ts'
import { faultsOf, framework, fromFault, isSuccess, nothingOwnedBy, ofSuccess, rowOf, successOf } from './answers.ts'
import { isPlaceholder, placeholdersIn } from './placeholders.ts'
import { linkOf } from './self-path.ts'

const envelopeFits = nothingOwnedBy('BH-ENV-001', () => true)

/** A success that announces JSON, or announces nothing and is empty, has a JSON object. Other media types are BH-RSP-001's matter. */
const hasEnvelope: Check = (exchange, given) => {
  const success = successOf(exchange, given)
  if (isSuccess(success)) return envelopeFits(exchange, given)
  const facts = declaredIn(framework, exchange, given)
  const { response } = exchange
  const demanded = facts?.response?.mediaTypes.includes('application/json') && rowOf(exchange)?.body === 'json'
  if (!demanded || !succeeded(exchange) || !reachedTheApi(exchange)) return success
  const type = mediaTypeOf(response)
  return type === 'application/json' || (type === undefined && response.body === '') ? [noObject(response)] : success
}

/** The framework asks for Self in every response; three schemas have no Links. */
const selfLeftOut = (exchange: Exchange, given: Given): Observed => {
  const success = successOf(exchange, given)
  return isSuccess(success) && linkOf(success, 'Self') === undefined
    ? { 'without Links.Self': exchange.operation ?? '' }
    : {}
}

const nothingStandsForNothing = ofSuccess((success, exchange) => {
  const { facts, value, at } = success
  const { response } = exchange
  const found = placeholdersIn(value)
  if (found.length === 0) return []
  const unknown = facts.contract.undeclared(facts.operation.id, response.status, 'application/json', value)
  return found
    .filter((place) => !unknown.some((one) => place.at === one.at || place.at.startsWith(`${one.at}/`)))
    .filter((place) => !faultsOf(exchange, success).some((fault) => fault.at === place.at && !isPlaceholder(fault)))
    .map((place) => finding(`${at}${place.at}`, 'the member left out', place.value))
})

const restOfTheSchema = ofSuccess((success, exchange) => {
  const { facts, value } = success
  if (!facts.response?.mediaTypes.includes('application/json')) return silent('no schema for this status')
  const empty = placeholdersIn(value)
  return faultsOf(exchange, success)
    .filter(ownedBy(lastOwner))
    .filter((fault) => !empty.some(({ at }) => at === fault.at))
    .map((fault) => fromFault(success, fault))
})

const accounts = (rest: string): string => `GET /accounts\n\n200\n{"Data":{"Account":[ … ]},${rest}}`

/** What stands around the data of an answer, and what the schemas say that no narrower rule owns. */
export const envelope: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-ENV-001',
    also: ['BH-PAG-005'],
    level: levels('BH-ENV-001'),
    about: 'bank',
    title: 'A success holds Data and Links.Self, on every page',
    cites: [cite.questions('pagination'), cite.schemas('Links')],
    defect: 'bh-self-left-out',
    check: hasEnvelope,
    observe: selfLeftOut,
    example: {
      breaks: accounts('"Links":{}'),
      findings: [{ at: '/Links', expected: 'member Self', got: 'nothing' }],
    },
  }),
  // No requirement demands a whole schema, and the schemas are known only as others derived them: this one warns.
  everywhere({
    id: lastOwner,
    level: 'SHOULD',
    about: 'bank',
    title: 'The data of an answer has the members that its schema requires, in their types and lengths',
    cites: [cite.schemas('schemas of the responses')],
    defect: 'bh-account-without-type',
    check: restOfTheSchema,
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{ … without AccountType}]},"Links":{"Self":"https://…"}}',
      findings: [{ at: '/Data/Account/0', expected: 'member AccountType', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'BH-ENV-004',
    level: levels('BH-ENV-004'),
    about: 'bank',
    title: 'Meta holds a number of pages and the span of what is available, and nothing else',
    cites: [cite.schemas('Meta'), cite.british('Meta')],
    defect: 'bh-meta-with-count',
    check: nothingOwnedBy('BH-ENV-004', () => true),
    example: {
      breaks: accounts('"Links":{"Self":"https://…"},"Meta":{"TotalRecords":3}'),
      findings: [{ at: '/Meta', expected: 'no further member', got: 'the member TotalRecords' }],
    },
  }),
  // Zeros are values. A list without entries is an empty list, or left out.
  everywhere({
    id: 'BH-ENV-005',
    level: levels('BH-ENV-005'),
    about: 'bank',
    title: 'What is not set is left out, and no empty text or object stands for it',
    cites: [cite.british('optional fields')],
    defect: 'bh-nickname-empty',
    check: nothingStandsForNothing,
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{ …,"Nickname":""}]}, …}',
      findings: [{ at: '/Data/Account/0/Nickname', expected: 'the member left out', got: 'an empty text' }],
    },
  }),
]
