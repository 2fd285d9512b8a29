import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SetUpFault } from '../set-up-fault.ts'
import { checkProfile, readProfile } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'mizan-profile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const good = `name: Acme Bank
standard: uae-hub
issuer: https://auth1.acme.example
resources:
  account-information: https://rs1.acme.example/open-finance/account-information/v2.1
client:
  id: client-1
  redirectUri: https://tpp.example/callback
  signing: { key: { file: signing.pem }, kid: k1 }
  transport:
    certificate: { file: transport.pem }
    key: { env: TRANSPORT_KEY }
authorisation:
  mode: headless
  forms:
    - { username: mits, password: { env: PASSWORD } }
`

const faultOf = (text: string): { readonly where: string; readonly message: string; readonly todo: string } => {
  const file = join(folder, 'acme.yaml')
  writeFileSync(file, text)
  try {
    checkProfile(readProfile(file))
  } catch (error) {
    if (error instanceof SetUpFault)
      return { where: error.where.replace(folder, ''), message: error.message, todo: error.todo }
    throw error
  }
  throw new Error('no fault was found')
}

test('a good profile gets its defaults', () => {
  const file = join(folder, 'good.yaml')
  writeFileSync(file, good)
  const profile = checkProfile(readProfile(file))
  expect(profile).toMatchObject({
    environment: 'sandbox',
    users: 'real',
    waivers: [],
    limits: { concurrency: 4, journeys: 20, clockTolerance: 90 },
  })
})

describe('a fault names file, line and field', () => {
  test.each([
    ['a missing field', good.replace('issuer: https://auth1.acme.example\n', ''), '/acme.yaml', 'issuer: missing'],
    ['a nested missing field', good.replace('  id: client-1\n', ''), '/acme.yaml:6', 'client.id: missing'],
    [
      'a wrong scheme',
      good.replace('https://auth1', 'http://auth1'),
      '/acme.yaml:3',
      'issuer: expected an https URL, got a string',
    ],
    ['a wrong type', `${good}limits: { pages: many }\n`, '/acme.yaml:17', 'limits.pages:'],
    [
      'a secret in the profile',
      good.replace('{ file: signing.pem }', 'MIIEvQIBADAN'),
      '/acme.yaml:9',
      'client.signing.key: expected where the value lies',
    ],
    ['an unknown field', `${good}limmits: {}\n`, '/acme.yaml:17', 'limmits: there is no such field'],
    [
      'an unknown nested field',
      good.replace('kid: k1', 'key_id: k1'),
      '/acme.yaml:9',
      'client.signing.key_id: there is no such field',
    ],
    ['an unknown mode', good.replace('mode: headless', 'mode: robot'), '/acme.yaml:14', 'authorisation.mode:'],
    [
      'a waiver without an owner',
      `${good}waivers:\n  - { rule: R, reason: x, until: 2026-01-01 }\n`,
      '/acme.yaml:18',
      'waivers.0.owner: missing',
    ],
    ['broken YAML', good.replace('name: Acme', 'name: "Acme'), '/acme.yaml', 'not valid YAML'],
    ['an alias of nothing', `${good}claims: *none\n`, '/acme.yaml', 'not valid YAML'],
    ['a field that stands twice', `${good}name: Other\n`, '/acme.yaml:17', 'not valid YAML'],
    ['no mapping at all', '- a\n- b\n', '/acme.yaml', 'expected a mapping'],
  ])('%s', (_, text, where, message) => {
    const fault = faultOf(text)
    expect(fault.where.startsWith(where)).toBe(true)
    expect(fault.message).toContain(message)
    expect(fault.todo).not.toBe('')
  })

  test('a misspelt field is guessed', () => {
    expect(faultOf(`${good}limmits: {}\n`).todo).toContain('limits')
  })

  test('a value that was a secret is never repeated', () => {
    const { message, todo } = faultOf(good.replace('{ file: signing.pem }', 'MIIEvQIBADAN'))
    expect(message + todo).not.toContain('MIIEvQIBADAN')
  })

  test('a file that is not there', () => {
    expect(() => readProfile(join(folder, 'none.yaml'))).toThrow('there is no such profile')
  })
})
