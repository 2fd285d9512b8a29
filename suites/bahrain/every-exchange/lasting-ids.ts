import { createHash } from 'node:crypto'
import { finding } from '../../../checks/findings.ts'
import { placesAt, valueAt } from '../../../checks/places.ts'
import { pathValue } from '../../../checks/target.ts'
import { type Exchange, header } from '../../../engine/exchange.ts'
import { type Finding, type Given, type RunRule, silent } from '../../../engine/rule.ts'
import { onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { isSuccess, type Success, successOf } from './answers.ts'

/** Ids of records by the hash of what the record says beside its id. */
type Listed = ReadonlyMap<string, string>

interface Piece {
  readonly exchange: string
  /** The list, and the token with which it was read: equal under one consent. */
  readonly of: string
  readonly records: Listed
  readonly mixedUp: readonly Finding[]
  /** A resource by its id was read. */
  readonly read: boolean
}

/** Records of a list that are compared: a run may have thousands of lists, and an id that changes shows at once. */
const most = 10

const idNames: Readonly<Record<string, string>> = {
  AccountId: '/Data/Account/*/AccountId',
  StatementId: '/Data/Statement/*/StatementId',
  ConsentId: '/Data/ConsentId',
  DomesticPaymentId: '/Data/DomesticPaymentId',
}

/** A read of one resource gives its id back. What belongs to a resource has another rule. */
const mixedUpIn = (exchange: Exchange, { row, value, at }: Success): readonly Finding[] | undefined => {
  const name = /^GET .*\{(\w+)\}$/.exec(row.id)?.[1] ?? ''
  const asked = pathValue(exchange, name)
  const places = placesAt(value, idNames[name] ?? '/').filter((place) => typeof place.value === 'string')
  if (idNames[name] === undefined || asked === undefined || places.length === 0) return undefined
  return places.flatMap((place) =>
    place.value === asked ? [] : [finding(`${at}${place.at}`, asked, place.value, exchange)],
  )
}

/** A record that is not booked yet may become another one. */
const lasts = (record: unknown): boolean =>
  ['Booked', undefined].includes(valueAt(record, '/Status') as string | undefined)

const looks = (record: unknown): string => {
  const { BookingDateTime, Amount } = record as Readonly<Record<string, unknown>>
  return `${BookingDateTime} ${JSON.stringify(Amount)}`
}

/**
 * Two records that look alike may change places, also with one of the page before or after: they say nothing. Nor does a list
 * whose token was not recorded: it may have been read under another consent.
 */
const recordsIn = ({ request }: Exchange, { row, value }: Success): Listed => {
  if (row.list !== 'Transaction' || header(request, 'authorization') === undefined) return new Map()
  const records = placesAt(value, '/Data/Transaction/*').map(({ value: record }) => ({ record, like: looks(record) }))
  const times = new Map<string, number>()
  for (const { like } of records) times.set(like, (times.get(like) ?? 0) + 1)
  const edges = [records[0], records.at(-1)].map((one) => valueAt(one?.record, '/BookingDateTime'))
  const alone = records.filter(
    ({ record, like }) => times.get(like) === 1 && !edges.includes(valueAt(record, '/BookingDateTime')),
  )
  return new Map(
    alone.slice(0, most).flatMap(({ record }) => {
      const { TransactionId: id, ...rest } = record as Readonly<Record<string, unknown>>
      const said = createHash('sha256').update(JSON.stringify(rest)).digest('base64url')
      return typeof id === 'string' && lasts(record) ? [[said, id] as const] : []
    }),
  )
}

const pieceOf = (exchange: Exchange, given: Given): Piece | undefined => {
  const success = successOf(exchange, given)
  if (!isSuccess(success) || exchange.request.method !== 'GET') return undefined
  const [mixedUp, records] = [mixedUpIn(exchange, success), recordsIn(exchange, success)]
  if (mixedUp === undefined && records.size === 0) return undefined
  return {
    exchange: exchange.id,
    of: `${exchange.request.url} ${header(exchange.request, 'authorization') ?? ''}`,
    records,
    mixedUp: mixedUp ?? [],
    read: mixedUp !== undefined,
  }
}

/** The first of the records that came back under another id. */
const changedIn = (before: Listed, { records, exchange }: Piece): readonly Finding[] => {
  for (const [said, id] of records) {
    const known = before.get(said)
    if (known !== undefined && known !== id)
      return [finding('TransactionId', `${known}, as when the same record was read before`, id, { id: exchange })]
  }
  return []
}

/** BH-UID-002: of records only booked transactions are compared, which nothing else changes any more. */
export const idsLast: RunRule<Piece> = onRun({
  id: 'BH-UID-002',
  level: levels('BH-UID-002'),
  about: 'bank',
  title: 'A resource has the same id whenever it is read',
  cites: [cite.questions('Unique Identifiers')],
  defect: 'bh-transaction-ids-of-the-moment',
  suite: 'bahrain/account-information',
  gather: pieceOf,
  check: (pieces) => {
    if (pieces.length === 0) return silent('nothing was read by its id, and no list of transactions')
    const seen = new Map<string, Listed>()
    let compared = pieces.some(({ read }) => read)
    const found = pieces.flatMap((piece) => {
      const before = seen.get(piece.of) ?? new Map<string, string>()
      compared ||= [...piece.records.keys()].some((said) => before.has(said))
      const changed = changedIn(before, piece)
      seen.set(piece.of, new Map([...before, ...piece.records]))
      return [...piece.mixedUp, ...changed]
    })
    return found.length > 0 || compared ? found : silent('no record was read twice under one consent')
  },
  example: {
    breaks: `x1 GET /accounts/a1/transactions\n{"Data":{"Transaction":[{"TransactionId":"t1","Status":"Booked", … }]}, …}

x2 GET /accounts/a1/transactions\n{"Data":{"Transaction":[{"TransactionId":"t9", … the same as before … }]}, …}`,
    findings: [{ at: 'TransactionId', expected: 't1, as when the same record was read before', got: 't9' }],
  },
})
