import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SetUpFault } from '../set-up-fault.ts'
import type { FapiClient } from './client.ts'
import { takeTokenFile } from './refresh-token.ts'
import { standingConsent } from './standing-consent.ts'

const where = 'acme.yaml:20'
let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-token-'))
  path = join(folder, 'refresh-token')
  writeFileSync(path, ' canary-1\n', { mode: 0o644 })
})
afterEach(() => rmSync(folder, { recursive: true }))

const faultOf = (take: () => unknown): SetUpFault => {
  try {
    take()
  } catch (fault) {
    if (fault instanceof SetUpFault) return fault
    throw fault
  }
  throw new Error('the file was taken')
}

const mode = (file: string): number => statSync(file).mode & 0o777

describe('a token file', () => {
  test('is read without the blanks around the token', () => {
    const file = takeTokenFile(path, where)
    expect(file.read()).toBe('canary-1')
  })

  test('is written anew under its name, for its owner alone', () => {
    const file = takeTokenFile(path, where)
    const before = statSync(path).ino
    file.write('canary-2')
    expect(file.read()).toBe('canary-2')
    expect(readFileSync(path, 'utf8')).toBe('canary-2\n')
    expect(mode(path)).toBe(0o600)
    // Renamed into place, never half written.
    expect(statSync(path).ino).not.toBe(before)
    file.release()
    expect(readdirSync(folder)).toEqual(['refresh-token'])
  })

  test('is for its owner alone whatever a broken run left beside it', () => {
    writeFileSync(`${path}.new`, 'left over', { mode: 0o644 })
    const file = takeTokenFile(path, where)
    file.write('canary-2')
    expect(mode(path)).toBe(0o600)
    expect(file.read()).toBe('canary-2')
  })

  test('belongs to one run until it lets go', () => {
    const file = takeTokenFile(path, where)
    const fault = faultOf(() => takeTokenFile(path, where))
    expect(fault).toMatchObject({ where, message: `another run uses this token (${path}.lock)` })
    expect(fault.todo).toContain('remove the lock file')
    expect(existsSync(`${path}.lock`)).toBe(true)
    file.release()
    expect(existsSync(`${path}.lock`)).toBe(false)
    takeTokenFile(path, where).release()
  })

  test.each<readonly [string, () => void]>([
    ['is not there', () => rmSync(path)],
    ['is empty', () => writeFileSync(path, ' \n')],
  ])('that %s is a fault of ours and leaves no lock', (_, spoil) => {
    spoil()
    const fault = faultOf(() => takeTokenFile(path, where))
    expect(fault).toMatchObject({ where, message: `no refresh token could be read from ${path}` })
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('in a folder where nothing can be written is a fault of ours', () => {
    const elsewhere = join(folder, 'none', 'refresh-token')
    const fault = faultOf(() => takeTokenFile(elsewhere, where))
    expect(fault).toMatchObject({ where, message: `${elsewhere}.lock cannot be made` })
    expect(fault.todo).toContain('writable')
  })
})

describe('the consent behind it', () => {
  const speaker = { suite: 's', scenario: 's/x' }
  const need = { permissions: ['Read'] }

  /** A token endpoint that rotates and knows each refresh token once; `expires_in` as given. */
  const rotating = (seconds: number) => {
    const used: (string | undefined)[] = []
    const grant = async ({ refresh_token: token }: Readonly<Record<string, string>>) => {
      const good = !used.includes(token)
      used.push(token)
      await new Promise(setImmediate)
      const number = used.length
      const body = good
        ? { access_token: `access-${number}`, refresh_token: `canary-${number + 1}`, expires_in: seconds }
        : { error: 'invalid_grant' }
      return { response: { status: good ? 200 : 400, headers: [], body: JSON.stringify(body) } }
    }
    return { client: { grant } as unknown as FapiClient, used }
  }

  const token = (consents: ReturnType<typeof standingConsent>) => consents.token(need, speaker, 'user')

  test('is refreshed once for all that ask together', async () => {
    const { client, used } = rotating(300)
    const consents = standingConsent(client, 'consent-1', takeTokenFile(path, where))
    const all = await Promise.all(Array.from({ length: 5 }, () => token(consents)))
    expect(new Set(all)).toEqual(new Set(['access-1']))
    expect(await token(consents)).toBe('access-1')
    expect(used).toEqual(['canary-1'])
    expect(readFileSync(path, 'utf8')).toBe('canary-2\n')
  })

  test('is refreshed again with the rotated token when the access token has ended', async () => {
    const { client, used } = rotating(0.001)
    const consents = standingConsent(client, 'consent-1', takeTokenFile(path, where))
    await token(consents)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await Promise.all([token(consents), token(consents)])
    expect(used).toEqual(['canary-1', 'canary-2'])
    expect(readFileSync(path, 'utf8')).toBe('canary-3\n')
  })

  test('that the server refuses is no finding, and the file is left as it was', async () => {
    const { client, used } = rotating(300)
    used.push('canary-1')
    const consents = standingConsent(client, 'consent-1', takeTokenFile(path, where))
    const refused = { name: 'Inconclusive', message: expect.stringContaining('400 invalid_grant') }
    await expect(token(consents)).rejects.toMatchObject(refused)
    await expect(token(consents)).rejects.toMatchObject(refused)
    expect(used).toEqual(['canary-1', 'canary-1'])
    expect(readFileSync(path, 'utf8')).toBe(' canary-1\n')
  })

  test('gives no journey, and nothing to give back', async () => {
    const consents = standingConsent(rotating(300).client, 'consent-1', takeTokenFile(path, where))
    await expect(consents.journey(need, speaker)).rejects.toMatchObject({ name: 'Inconclusive' })
    expect(consents.given()).toEqual([])
    expect(await consents.id(need, speaker)).toBe('consent-1')
  })
})
