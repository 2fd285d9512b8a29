import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profileFile } from '../engine/profile/schema.ts'
import { testClient } from '../testing/bank-client.ts'
import { type RunningBank, startBank } from './index.ts'

type Client = ReturnType<typeof testClient>

let bank: RunningBank
let client: Client

beforeAll(async () => {
  bank = await startBank()
  client = testClient(bank)
})
afterAll(() => client.close())

describe('the bank as a whole', () => {
  it('gives a profile that the profile file takes, with private files', () => {
    const whole = { name: 'x', standard: 'uae-hub', ...bank.profile }
    expect(profileFile.safeParse(whole).error).toBeUndefined()
    expect(statSync(bank.folder).mode & 0o777).toBe(0o700)
    for (const name of ['signing.jwk', 'transport.key', 'password.txt']) {
      expect(statSync(join(bank.folder, name)).mode & 0o777).toBe(0o600)
    }
  })

  it('removes its folder when it closes', async () => {
    const other = await startBank()
    expect(existsSync(other.folder)).toBe(true)
    await other.close()
    expect(existsSync(other.folder)).toBe(false)
  })

  it('logs in the customer of its choice, and no other', async () => {
    const other = await startBank({ user: 'noura' })
    expect(other.profile).toMatchObject({ authorisation: { forms: [{ username: 'noura' }, { decision: 'approve' }] } })
    await other.close()
    await expect(startBank({ user: 'nobody' })).rejects.toThrow('a customer called nobody')
  })

  it('does not start with a defect that there is not', async () => {
    await expect(startBank({ defects: ['token-cachable'] })).rejects.toThrow('did you mean token-cacheable?')
  })
})
