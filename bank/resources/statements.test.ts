import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'

interface Statement {
  readonly StatementId: string
  readonly OpeningDate: string
  readonly ClosingDate: string
}

let client: ReturnType<typeof testClient>
let access: string
let all: readonly Statement[]

const permissions = ['ReadAccountsBasic', 'ReadStatements']
const path = '/accounts/100100000001/statements'
const query = (fields: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(fields)}`

const walk = async (start: string, token = access) => {
  const answers = [await client.call(start, token)]
  for (let next = answers[0]?.json.Links.Next; next !== undefined; next = answers.at(-1)?.json.Links.Next) {
    answers.push(await client.call(next, token))
  }
  return answers
}
const records = async (fields: Readonly<Record<string, string>>, token = access): Promise<readonly Statement[]> =>
  (await walk(query(fields), token)).flatMap(({ json }) => json.Data.Statements)

beforeAll(async () => {
  client = testClient(await startBank({ rateLimit: { requests: 1000, seconds: 1 } }))
  access = (await client.userToken(consentOf({ Permissions: permissions }))).access
  all = await records({})
})
afterAll(() => client.close())

describe('statements', () => {
  it('are walked to the end, each seen once, newest first', async () => {
    const answers = await walk(path)
    const total = Math.ceil(all.length / 12)
    expect(answers.map(({ json }) => json.Meta.TotalPages)).toEqual(Array.from({ length: total }, () => total))
    expect(answers).toHaveLength(total)
    expect(total).toBeGreaterThan(2)
    expect(new Set(all.map(({ StatementId }) => StatementId)).size).toBe(all.length)
    expect(all.map(({ OpeningDate }) => OpeningDate)).toEqual(
      all
        .map(({ OpeningDate }) => OpeningDate)
        .sort()
        .reverse(),
    )
  })

  it('are filtered by their first day, both bounds inside, on every page', async () => {
    const [from, to] = [all[16]?.OpeningDate ?? '', all[2]?.OpeningDate ?? '']
    expect(await records({ fromStatementDate: from, toStatementDate: to })).toEqual(all.slice(2, 17))
    const closing = all[5]?.ClosingDate ?? ''
    expect(await records({ toStatementDate: closing })).toEqual(all.slice(5))
    expect(await records({ fromStatementDate: closing })).toEqual(all.slice(0, 5))
  })

  it('are none in a quiet range, nor from a day in the future', async () => {
    const day = all[3]?.ClosingDate ?? ''
    const future = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    for (const fields of [{ fromStatementDate: day, toStatementDate: day }, { fromStatementDate: future }]) {
      const { status, json } = await client.call(query(fields), access)
      expect({ status, json }).toMatchObject({
        status: 200,
        json: { Data: { Statements: [] }, Meta: { TotalPages: 0 } },
      })
    }
  })

  it.each([
    ['from after to', { fromStatementDate: '2026-02-01', toStatementDate: '2026-01-01' }],
    ['to in the future', { toStatementDate: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) }],
    ['30 February', { fromStatementDate: '2026-02-30' }],
    ['no date', { toStatementDate: 'abc' }],
    ['a date-time', { fromStatementDate: '2026-01-01T00:00:00Z' }],
  ])('refuse %s', async (_, fields) => {
    const answer = await client.call(query(fields), access)
    expect(answer).toMatchObject({ status: 400, json: { Errors: [{ Code: 'Resource.InvalidFormat' }] } })
  })

  it('lie wholly within the dates of the consent', async () => {
    const [FromDate, ToDate] = [all[9]?.ClosingDate, all[3]?.ClosingDate]
    const clipped = await client.userToken(consentOf({ Permissions: permissions, FromDate, ToDate }))
    expect(await records({ fromStatementDate: '2020-01-01' }, clipped.access)).toEqual(all.slice(3, 9))
  })
})
