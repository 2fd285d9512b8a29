import { finding } from '../../../checks/findings.ts'
import { placesAt, valueAt } from '../../../checks/places.ts'
import { type Exchange, header } from '../../../engine/exchange.ts'
import { type Finding, type Given, type RunRule, silent } from '../../../engine/rule.ts'
import { onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { isSuccess, type Success, successOf } from './answers.ts'
import { ownPath } from './self-path.ts'

interface Piece {
  readonly exchange: string
  /** Ids that stand twice in one list. */
  readonly twice: readonly Finding[]
  /** What a POST of a payment made, and under which idempotency key. */
  readonly made?: { readonly path: string; readonly key: string | undefined }
}

/** Beneficiaries that are kept per customer stand once for each account. */
const distinct = (list: string, record: unknown): string => {
  if (list !== 'Beneficiary') return ''
  const { AccountId: _, ...rest } = record as Readonly<Record<string, unknown>>
  return JSON.stringify(rest)
}

/** `Data.Account` holds the AccountIds that count, and so on; an AccountId elsewhere only refers to one. */
const twiceIn = (exchange: Exchange, { row, value, at }: Success): readonly Finding[] | undefined => {
  if (row.list === undefined) return undefined
  const name = `/${row.list}Id`
  const ids = placesAt(value, `/Data/${row.list}/*`).flatMap(({ at: place, value: record }) => {
    const id = valueAt(record, name)
    return typeof id === 'string' && id !== '' ? [{ id, place, twin: distinct(row.list ?? '', record) }] : []
  })
  if (ids.length === 0) return undefined
  const first = new Map<string, (typeof ids)[number]>()
  return ids.flatMap(({ id, place, twin }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, { id, place, twin })
    return before === undefined || (twin !== '' && before.twin === twin)
      ? []
      : [finding(`${at}${place}${name}`, `another id than at ${at}${before.place}${name}`, id, exchange)]
  })
}

const madeBy = (exchange: Exchange, success: Success): Piece['made'] => {
  const own = success.row.api === 'payments' && success.row.success === 201 ? ownPath(exchange, success) : undefined
  return own?.resource === undefined || own.resource === own.collection
    ? undefined
    : { path: own.resource.join('/'), key: header(exchange.request, 'x-idempotency-key') }
}

const pieceOf = (exchange: Exchange, given: Given): Piece | undefined => {
  const success = successOf(exchange, given)
  if (!isSuccess(success)) return undefined
  const [twice, made] = [twiceIn(exchange, success), madeBy(exchange, success)]
  return twice === undefined && made === undefined
    ? undefined
    : { exchange: exchange.id, twice: twice ?? [], ...(made && { made }) }
}

/** BH-UID-001. That consents for accounts have ids of their own is BH-CON-004's matter. */
export const idsAreUnique: RunRule<Piece> = onRun({
  id: 'BH-UID-001',
  level: levels('BH-UID-001'),
  about: 'bank',
  title: 'No two resources of a list, and no two payments, have one id',
  cites: [cite.questions('Unique Identifiers')],
  defect: 'bh-account-listed-twice',
  suite: 'bahrain/account-information',
  gather: pieceOf,
  check: (pieces) => {
    if (pieces.length === 0) return silent('no list with ids, and no payment')
    const keys = new Map<string, { readonly key: string | undefined; readonly exchange: string }>()
    return pieces.flatMap(({ twice, made, exchange }) => {
      const before = made && keys.get(made.path)
      if (made && before === undefined) keys.set(made.path, { key: made.key, exchange })
      // The same key asks for the same thing, and a recording without a key does not tell.
      const told = made?.key !== undefined && before?.key !== undefined
      const again = told && made.key !== before.key
      return again
        ? [
            ...twice,
            finding('id of what was made', `another than in ${before.exchange}`, `/${made.path}`, { id: exchange }),
          ]
        : twice
    })
  },
  example: {
    breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{"AccountId":"a1", … },{"AccountId":"a1", … }]}, …}',
    findings: [
      { at: '/Data/Account/1/AccountId', expected: 'another id than at /Data/Account/0/AccountId', got: 'a1' },
    ],
  },
})
