import { object } from '../../../../checks/body.ts'
import { bodyOf } from '../../../../checks/pages.ts'
import { valueAt } from '../../../../checks/places.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { readUnselectedAccounts, type Unselected } from '../scenarios/read-unselected.ts'

/** Whether a success tells anything of an account: a record of a list, or an object. */
const tellsSomething = (exchange: Exchange): boolean =>
  Object.values(object(valueAt(bodyOf(exchange), '/Data')) ?? {}).some((value) =>
    Array.isArray(value) ? value.length > 0 : Object.keys(object(value) ?? {}).length > 0,
  )

const judge = ({ inside, outside }: Unselected): Answer => {
  // Where even an account of the consent is not shown, a refusal says nothing about the other one.
  if ('inconclusive' in inside) return undecided(`${inside.name}: ${inside.inconclusive}`)
  const shown = succeeded(inside.exchange) || inside.exchange.response.status === 404
  if ('exchange' in outside && succeeded(outside.exchange)) {
    if (!tellsSomething(outside.exchange)) return []
  } else if (!shown) return undecided(`${inside.name}: status ${inside.exchange.response.status}`)
  return eachRefused({ statuses: [400, 403, 404], demand: 'refused', aside: [401] })([outside])
}

/** UAE-BDS-029: 4xx is expected; 200 without any record shows nothing either, and is observed. */
export const unselectedAccountsStayShut = rule<Unselected>({
  id: 'UAE-BDS-029',
  requirements: ['UAE-BDS-029'],
  level: 'MUST',
  about: 'bank',
  title: 'An account that the consent does not cover shows nothing',
  cites: [cite.guide('data-sharing requirements, row 3 of each resource')],
  defects: ['unselected-account-shown'],
  on: readUnselectedAccounts,
  check: judge,
  observe: ({ outside }) => otherStatuses(403)([outside]),
  example: {
    breaks: `GET /accounts/a2/balances   under a consent whose accounts are a1 alone

200
{"Data":{"AccountId":"a2","Balance":[ … ]}, …}`,
    findings: [
      {
        at: 'an account that is not of the consent: status',
        expected: '400 or 403 or 404, and no data',
        got: '200',
      },
    ],
  },
})
