import { at } from '../../../checks/body.ts'
import { declaredIn } from '../../../checks/declared.ts'
import { finding } from '../../../checks/findings.ts'
import { failed, succeeded, unauthorised, unavailable } from '../../../checks/status.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, type Observed, silent, undecided } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { createConsent } from '../operations.ts'
import { permissions as known } from '../permissions.ts'
import { framework } from './answers.ts'

const asked = (exchange: Exchange): readonly unknown[] | undefined => {
  const list = exchange.operation === createConsent ? at(json(exchange.request), 'Data', 'Permissions') : undefined
  return Array.isArray(list) && exchange.request.method === 'POST' ? list : undefined
}

/** What is wrong with a list of permissions, in a few words; undefined where it is not wrong in this way. */
type Wrong = (list: readonly unknown[]) => string | undefined

/** A request that is wrong in this way is not served: 400 is expected, any other refusal passes. */
const refusedWhere =
  (wrong: Wrong): Check =>
  (exchange, given) => {
    const reason = wrong(asked(exchange) ?? known)
    if (asked(exchange) === undefined || reason === undefined || declaredIn(framework, exchange, given) === undefined)
      return silent('no request for such permissions')
    const { status } = exchange.response
    if (succeeded(exchange)) return [finding('request /Data/Permissions → status', `400 (${reason})`, status)]
    return failed(exchange) || unavailable(exchange) || unauthorised(exchange)
      ? undecided(`such permissions were answered with ${status}`)
      : []
  }

const otherRefusal =
  (wrong: Wrong) =>
  (exchange: Exchange): Observed => {
    const { status } = exchange.response
    const about = wrong(asked(exchange) ?? known)
    return asked(exchange) === undefined || about === undefined || status === 400 || status < 400
      ? {}
      : { 'refused with': String(status) }
  }

const none: Wrong = (list) => (list.length === 0 ? 'no permission' : undefined)

const strange: Wrong = (list) => {
  const unknown = list.filter((one) => !(known as readonly unknown[]).includes(one))
  return unknown.length === 0 ? undefined : `${unknown.map(String).join(', ')} unknown`
}

const kinds = ['Basic', 'Detail']
const directions = ['Credits', 'Debits']
const among = (list: readonly unknown[], ends: readonly string[]): readonly string[] =>
  ends.filter((end) => list.includes(`ReadTransactions${end}`))

const lacks =
  (has: readonly string[], needs: readonly string[]): Wrong =>
  (list) => {
    const there = among(list, has)
    return there.length === 0 || among(list, needs).length > 0
      ? undefined
      : `ReadTransactions${there.join(' and ')} without ${needs.join(' or ')}`
  }

const request = (list: string, status = 201): string =>
  `POST /account-access-consents\n{"Data":{"Permissions":[${list}]}}\n\n${status}`

const place = 'request /Data/Permissions → status'

const row = (
  id: string,
  facts: {
    readonly title: string
    readonly defect: string
    readonly wrong: Wrong
    readonly list: string
    readonly told: string
  },
): ExchangeRule =>
  everywhere({
    id,
    level: levels(id),
    about: 'bank',
    title: facts.title,
    cites: [cite.permissions('permission rules')],
    defect: facts.defect,
    check: refusedWhere(facts.wrong),
    observe: otherRefusal(facts.wrong),
    example: { breaks: request(facts.list), findings: [{ at: place, expected: `400 (${facts.told})`, got: '201' }] },
  })

/** Requests for permissions that make no consent, wherever they are met. The status 400 is British: a refusal passes. */
export const permissions: readonly ExchangeRule[] = [
  row('BH-PRM-001', {
    title: 'A consent without permissions is refused',
    defect: 'bh-no-permission-accepted',
    wrong: none,
    list: '',
    told: 'no permission',
  }),
  row('BH-PRM-002', {
    title: 'A permission that there is not is refused',
    defect: 'bh-unknown-permission-accepted',
    wrong: strange,
    list: '"ReadAccountsBasic","ReadNonsense"',
    told: 'ReadNonsense unknown',
  }),
  row('BH-PRM-003', {
    title: 'Transactions without a direction are refused',
    defect: 'bh-transactions-without-direction-accepted',
    wrong: lacks(kinds, directions),
    list: '"ReadAccountsBasic","ReadTransactionsBasic"',
    told: 'ReadTransactionsBasic without Credits or Debits',
  }),
  row('BH-PRM-004', {
    title: 'A direction without transactions is refused',
    defect: 'bh-direction-without-transactions-accepted',
    wrong: lacks(directions, kinds),
    list: '"ReadAccountsBasic","ReadTransactionsCredits"',
    told: 'ReadTransactionsCredits without Basic or Detail',
  }),
]
