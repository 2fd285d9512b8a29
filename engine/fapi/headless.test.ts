import { expect, test } from 'vitest'
import { makeRecorder } from '../recorder.ts'
import { makeRedactor } from '../redact/redactor.ts'
import { authoriseHeadless } from './headless.ts'

const authorise = (location: string, pushedUri?: string, inFragment = false) => {
  const recorder = makeRecorder({
    transport: {
      send: async () => ({
        response: { status: 302, headers: [['location', location]], body: '' },
        bytes: 0,
        bodySha256: '',
        validUtf8: true,
      }),
      close: async () => undefined,
    },
    redactor: makeRedactor([]),
    concurrency: 1,
    requestsPerSecond: 1000,
  })
  const redirectUri = 'https://tpp.example/callback'
  const allowed = (origin: string): boolean => origin === 'https://bank.example'
  const speaker = { suite: 's', scenario: 's/one' }
  return authoriseHeadless(
    'https://bank.example/authorize',
    { recorder, redirectUri, ...(pushedUri && { pushedUri }), forms: [], allowed, inFragment },
    speaker,
    'test',
  )
}

test.each([
  ['no address', 'https://[', 'a Location that is no address'],
  ['another scheme', 'javascript:alert(1)', 'which the profile does not name'],
  ['another origin', 'https://elsewhere.example/', 'which the profile does not name'],
  ['itself', '/authorize', 'did not end after 20'],
])('a redirect to %s ends the journey without a verdict', async (_, location, reason) => {
  await expect(authorise(location)).rejects.toMatchObject({
    name: 'Inconclusive',
    message: expect.stringContaining(reason),
  })
})

test('a redirect to the client ends it with a code', async () => {
  const { code, authorisation } = await authorise('https://tpp.example/callback?code=c1&state=s1')
  expect(code).toBe('c1')
  expect(authorisation).toMatchObject({ outcome: 'code', callback: { parameters: { state: 's1' } } })
})

test('a redirect to the address that was pushed ends it, registered or not', async () => {
  const pushed = 'https://unregistered.example/callback'
  const { authorisation } = await authorise(`${pushed}?code=c1`, pushed)
  expect(authorisation).toMatchObject({ outcome: 'code', callback: { to: pushed } })
  await expect(authorise(`${pushed}?code=c1`)).rejects.toThrow(/the profile does not name/)
})

test('an answer in the fragment is read where the response type puts it there, and only named elsewhere', async () => {
  const to = 'https://tpp.example/callback#code=c1&state=s1&id_token=secret'
  const hybrid = await authorise(to, undefined, true)
  expect(hybrid).toMatchObject({ code: 'c1', authorisation: { callback: { parameters: { state: 's1' } } } })
  const plain = await authorise(to)
  expect(plain.authorisation.callback).toMatchObject({ parameters: {}, fragment: ['code', 'state', 'id_token'] })
  expect(JSON.stringify([hybrid.authorisation.callback, plain.authorisation.callback])).not.toContain('secret')
})
