import { at, object } from '../../../checks/body.ts'
import { finding } from '../../../checks/findings.ts'
import { lenientInstant } from '../../../checks/lenient-instants.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'
import { type Finding, type Given, type RunRule, silent } from '../../../engine/rule.ts'
import { onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { consent, createConsent } from '../operations.ts'
import { permissions } from '../permissions.ts'
import { isSuccess, successOf } from './answers.ts'

/** What one answer says of a consent for accounts, and what its request asked for. */
interface Told {
  readonly id: string
  readonly consent: string
  readonly created: boolean
  readonly asked: Readonly<Record<string, unknown>>
  readonly shown: Readonly<Record<string, unknown>>
}

const instants = ['TransactionFromDateTime', 'TransactionToDateTime']

const facts = (data: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(['Permissions', ...instants].map((name) => [name, at(data, name)]))

const toldBy = (exchange: Exchange, given: Given): Told | undefined => {
  if (exchange.operation !== createConsent && exchange.operation !== consent) return undefined
  const success = successOf(exchange, given)
  const data = isSuccess(success) ? object(success.value.Data) : undefined
  if (typeof data?.ConsentId !== 'string') return undefined
  return {
    id: exchange.id,
    consent: data.ConsentId,
    created: exchange.operation === createConsent,
    asked: facts(at(json(exchange.request), 'Data')),
    shown: facts(data),
  }
}

/** A code that is none is BH-PRM-002's matter in a request, and BH-ENU-001's in an answer. */
const isKnown = (code: unknown): boolean => (permissions as readonly unknown[]).includes(code)

const set = (value: unknown): string | undefined =>
  Array.isArray(value) ? [...new Set(value.filter(isKnown).map(String))].sort().join(', ') : undefined

/** What was asked for and what is shown of it: permissions as sets, times as instants. What was not asked for is not judged. */
const narrowed = (asked: Told['asked'], { shown, id }: Told): readonly Finding[] => {
  const [wanted, got] = [set(asked.Permissions), set(shown.Permissions)]
  return [
    // A request that names no permission of the list asked for nothing that could be compared.
    ...(!wanted || got === undefined || wanted === got
      ? []
      : [finding('/Data/Permissions', wanted, got === '' ? undefined : got, { id })]),
    ...instants.flatMap((name) => {
      const [want, has] = [lenientInstant(asked[name]), lenientInstant(shown[name])]
      const lost = want !== undefined && shown[name] === undefined
      const moved = want !== undefined && has !== undefined && want !== has
      return lost || moved ? [finding(`/Data/${name}`, String(asked[name]), shown[name], { id })] : []
    }),
  ]
}

const repeatsTheRequest: RunRule<Told> = onRun({
  id: 'BH-CON-005',
  level: levels('BH-CON-005'),
  about: 'bank',
  title: 'A consent is shown with the permissions and the period that were asked for',
  cites: [cite.british('the resource is replayed in full'), cite.schemas('OBAccountAccessConsentResponse')],
  defect: 'bh-consent-shown-narrower',
  suite: 'bahrain/consents',
  gather: toldBy,
  check: (pieces) => {
    const asked = new Map<string, Told['asked']>()
    let compared = false
    const found = pieces.flatMap((told) => {
      if (told.created) asked.set(told.consent, told.asked)
      const wanted = asked.get(told.consent)
      compared ||= wanted !== undefined
      return wanted === undefined ? [] : narrowed(wanted, told)
    })
    return compared ? found : silent('no request for a consent was seen with an answer')
  },
  example: {
    breaks: `POST /account-access-consents\n{"Data":{"Permissions":["ReadAccountsBasic","ReadBalances"]}}\n
201\n{"Data":{"ConsentId":"c1","Permissions":["ReadBalances"], … }, …}`,
    findings: [{ at: '/Data/Permissions', expected: 'ReadAccountsBasic, ReadBalances', got: 'ReadBalances' }],
  },
})

const idsDiffer: RunRule<Told> = onRun({
  id: 'BH-CON-004',
  level: levels('BH-CON-004'),
  about: 'bank',
  title: 'Requests for different permissions make consents with different ids',
  cites: [cite.consents('ConsentId'), cite.schemas('OBAccountAccessConsentResponse')],
  defect: 'bh-consent-id-twice',
  suite: 'bahrain/consents',
  gather: (exchange, given) => (exchange.operation === createConsent ? toldBy(exchange, given) : undefined),
  check: (pieces) => {
    if (new Set(pieces.map(({ asked }) => set(asked.Permissions))).size < 2)
      return silent('no two consents with different permissions were asked for')
    const first = new Map<string, Told>()
    return pieces.flatMap((told) => {
      const before = first.get(told.consent)
      if (before === undefined) first.set(told.consent, told)
      return before === undefined || set(before.asked.Permissions) === set(told.asked.Permissions)
        ? []
        : [finding('/Data/ConsentId', `another id than in ${before.id}`, told.consent, { id: told.id })]
    })
  },
  example: {
    breaks: `x1 POST /account-access-consents   ["ReadAccountsBasic"]\n201\n{"Data":{"ConsentId":"c1", … }}

x2 POST /account-access-consents   ["ReadAccountsBasic","ReadOffers"]\n201\n{"Data":{"ConsentId":"c1", … }}`,
    findings: [{ at: '/Data/ConsentId', expected: 'another id than in x1', got: 'c1' }],
  },
})

/** What several answers say of consents for accounts. */
export const consentsOverTime: readonly RunRule<Told>[] = [repeatsTheRequest, idsDiffer]
