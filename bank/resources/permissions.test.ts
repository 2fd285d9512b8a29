import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'
import { permissions as all } from '../policy/values.ts'
import { operations } from './operations.ts'

let client: ReturnType<typeof testClient>

beforeAll(async () => {
  client = testClient(await startBank({ rateLimit: { requests: 1000, seconds: 1 } }))
})
afterAll(() => client.close())

const reads = Object.entries(operations).flatMap(([path, { GET }]) =>
  GET?.token === 'user' ? [{ path: path.replace(':AccountId', '100100000001'), permissions: GET.permissions }] : [],
)

/** What a consent without some permissions can still be asked for. */
const without = (taken: readonly string[]): readonly string[] =>
  taken.includes('ReadAccountsBasic')
    ? all.filter((name) => name.startsWith('ReadParty'))
    : all.filter((name) => !taken.includes(name))

const kinds = [...new Map(reads.map(({ permissions }) => [permissions.join(), permissions])).values()]

describe('a consent', () => {
  it.each(kinds.map((taken) => [taken.join(' and '), taken] as const))(
    'without %s opens all that it has permissions for, and nothing else',
    async (_, taken) => {
      const given = without(taken)
      const { access } = await client.userToken(consentOf({ Permissions: given }))
      const answers = await Promise.all(reads.map(({ path }) => client.call(path, access)))
      const expected = reads.map(({ path, permissions }) => [
        path,
        permissions.some((name) => given.includes(name)) ? 200 : 403,
      ])
      expect(answers.map(({ status }, index) => [reads[index]?.path, status])).toEqual(expected)
      for (const { status, json } of answers) {
        expect(json).toMatchObject(status === 200 ? { Data: {} } : { Errors: [{ Code: 'AccessToken.InvalidScope' }] })
        expect('Data' in json).toBe(status === 200)
      }
    },
  )
})
