import type { Asked, Change } from '../../defects/answered.ts'
import { headerOf, onObject, withHeader } from '../../defects/reading.ts'
import type { Json } from '../../resources/money.ts'
import { isOperation } from './reading.ts'

/** Changes the JSON body of the answers of an operation with a status. */
export const onBody = (operation: string, status: number, change: (body: Json, asked: Asked) => unknown): Change =>
  onObject(isOperation(operation), [status], change)

const inside = (body: Json, name: string): Json => (body[name] ?? {}) as Json

/** Changes the members of `Data` in the answers of an operation. */
export const onData = (operation: string, status: number, change: (data: Json, asked: Asked) => Json): Change =>
  onBody(operation, status, (body, asked) => ({ ...body, Data: change(inside(body, 'Data'), asked) }))

/** Changes the members of `Links` in the answers of an operation. */
export const onLinks = (operation: string, change: (links: Json) => Json): Change =>
  onBody(operation, 200, (body) => ({ ...body, Links: change(inside(body, 'Links')) }))

/** Changes the records of a list in the answers of an operation. */
export const onRecords = (
  operation: string,
  list: string,
  change: (records: readonly Json[]) => readonly Json[],
): Change => onData(operation, 200, (data) => ({ ...data, [list]: change((data[list] ?? []) as readonly Json[]) }))

/** Changes each record of a list. */
export const onEach = (operation: string, list: string, change: (one: Json) => Json): Change =>
  onRecords(operation, list, (records) => records.map(change))

/** Sets a header of the answers with a status to the requests that apply, or takes it out. */
export const onHeader =
  (
    applies: (asked: Asked) => boolean,
    statuses: readonly number[],
    name: string,
    value: (before: string | undefined, asked: Asked) => string | undefined,
  ): Change =>
  (answer, asked) => {
    if (!applies(asked) || !statuses.includes(answer.status)) return answer
    const before = headerOf(answer.headers, name)
    const after = value(before, asked)
    return after === before ? answer : { ...answer, headers: withHeader(answer.headers, name, after) }
  }
