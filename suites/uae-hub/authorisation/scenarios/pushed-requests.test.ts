import { describe, expect, it } from 'vitest'
import { type AuthoriseOptions, Inconclusive, type PushOptions, type Session } from '../../../../engine/session.ts'
import { type Answers, fakeSession } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { consent } from '../../operations.ts'
import { authoriseWithoutPush } from './authorise-without-push.ts'
import { declineConsent, readDeclinedConsent } from './decline-consent.ts'
import { openAuthorization } from './open-authorization.ts'
import { pushConsentTwice } from './push-consent-twice.ts'
import { readPushedConsent } from './read-pushed-consent.ts'
import { returnStateAndNonce } from './return-state-and-nonce.ts'
import { useForeignRequestUri } from './use-foreign-request-uri.ts'

const requestUri = 'urn:ietf:params:oauth:request-uri:1'
const usual = { client_id: 'client-1', request_uri: requestUri }
const code = { outcome: 'code', exchanges: [] } as const

/** A bank that accepts everything, with what was pushed and asked of its authorization endpoint. */
const watched = (answers: Answers = {}) => {
  const pushed: PushOptions[] = []
  const opened: { readonly purpose: string; readonly options: AuthoriseOptions }[] = []
  const session = fakeSession({
    push: () => ({ requestUri, claims: { client_id: 'client-2', scope: 'openid', nbf: 1, response_type: 'code' } }),
    grant: () => ({ body: {} }),
    ...answers,
    authorise(purpose, options) {
      opened.push({ purpose, options })
      return answers.authorise?.(purpose, options) ?? code
    },
  })
  const push: Session['push'] = (options) => {
    pushed.push(options)
    options.form?.({ client_assertion: 'a', request: 'signed' })
    return session.push(options)
  }
  return { session: { ...session, push }, asked: session.asked, waits: session.waits, pushed, opened }
}
const queries = (opened: readonly { readonly options: AuthoriseOptions }[]) =>
  opened.map(({ options }) => options.query?.(usual) ?? usual)

it.each([openAuthorization, useForeignRequestUri, declineConsent, readPushedConsent])(
  '$id is inconclusive when a good push is refused',
  async ({ run }) => {
    await expect(run(fakeSession({ authorise: () => code }))).rejects.toThrow(Inconclusive)
  },
)

describe('openAuthorization', () => {
  it('opens one request_uri twice and after its end, and another one with more parameters', async () => {
    const { session, opened } = watched()
    const evidence = await openAuthorization.run(session)
    expect(evidence).toHaveProperty('afterwards')
    expect(opened.map(({ options }) => options.stop ?? 'to its end')).toEqual([
      'first-page',
      'first-page',
      'to its end',
      'to its end',
    ])
    expect(queries(opened)).toEqual([usual, { ...usual, response_type: 'code', scope: 'openid' }, usual, usual])
  })

  it('does not use it again where it led to no code', async () => {
    const { session } = watched({ authorise: () => ({ outcome: 'page', exchanges: [] }) })
    expect(await openAuthorization.run(session)).not.toHaveProperty('afterwards')
  })
})

it('useForeignRequestUri uses the request_uri of one client with the client_id of the other', async () => {
  const { session, pushed, opened } = watched()
  const { taken, probes } = await useForeignRequestUri.run(session)
  expect([taken?.outcome, probes.length]).toEqual(['code', 1])
  expect(pushed.map(({ as = 'own' }) => as)).toEqual(['own', 'own', 'second'])
  expect(queries(opened).at(-1)).toEqual({ ...usual, client_id: 'client-2' })
})

it('authoriseWithoutPush sends parameters, then the signed request object, and no request_uri', async () => {
  const { session, pushed, opened } = watched()
  const { probes } = await authoriseWithoutPush.run(session)
  expect(pushed.at(-1)?.form?.({ client_assertion: 'a', request: 'signed' })).toEqual({ client_assertion: 'a' })
  expect(probes.map(({ name }) => name)).toEqual(['plain parameters', 'a request object by value'])
  expect(queries(opened).slice(1)).toEqual([
    { client_id: 'client-2', scope: 'openid', response_type: 'code' },
    { client_id: 'client-2', scope: 'openid', response_type: 'code', request: 'signed' },
  ])
})

describe('a user who declines', () => {
  const declines: Answers = {
    authorise: () => ({
      outcome: 'error',
      callback: { parameters: { error: 'access_denied' }, fragment: [], to: 'https://client.example', withCode: false },
      exchanges: [],
    }),
  }

  it('does so once for both scenarios, and the consent is read until it is Rejected', async () => {
    let reads = 0
    const { session, asked, opened } = watched({
      ...declines,
      call() {
        reads += 1
        return { body: consentBody({ Status: reads < 3 ? 'AwaitingAuthorization' : 'Rejected' }) }
      },
    })
    await declineConsent.run(session)
    expect(await readDeclinedConsent.run(session)).toHaveLength(3)
    expect(opened.map(({ options }) => options.decline)).toEqual([true])
    expect(asked[0]).toMatchObject({ operation: consent, options: { token: 'client' } })
  })

  it('is not read about when the callback says something else', async () => {
    const { session } = watched()
    await expect(readDeclinedConsent.run(session)).rejects.toThrow(/does not say that the user declined/)
  })
})

it('readPushedConsent reads with a client-credentials token until the consent is there', async () => {
  const { session, asked, waits } = watched({ call: ({ count }) => ({ status: count < 2 ? 404 : 200 }) })
  expect((await readPushedConsent.run(session)).map(({ response }) => response.status)).toEqual([404, 404, 200])
  expect(asked[0]?.options).toMatchObject({
    token: 'client',
    path: { ConsentId: 'consent-push, and read its consent' },
  })
  expect(waits).toEqual([1000, 2000])
})

describe('pushConsentTwice', () => {
  it('pushes the id again with other permissions, between two reads', async () => {
    const { session, pushed, asked } = watched({ call: () => ({ body: consentBody({ Status: 'Authorized' }) }) })
    await pushConsentTwice.run(session)
    const details = pushed[1]?.claims?.({ authorization_details: [{ consent: { ConsentId: 'fresh' } }] })
    expect(details).toMatchObject({
      authorization_details: [
        { consent: { ConsentId: 'consent-push a consent', Permissions: ['ReadAccountsBasic', 'ReadBalances'] } },
      ],
    })
    expect(asked.map(({ options }) => options.purpose)).toEqual([
      'read the consent',
      'data before',
      'read the consent again',
      'data after',
    ])
  })

  it('waits until the consent is Authorized, before it compares', async () => {
    const slow = (settledAfter: number) =>
      watched({
        call: ({ count }) => ({
          body: consentBody({ Status: count < settledAfter ? 'AwaitingAuthorization' : 'Authorized' }),
        }),
      })
    const { before } = await pushConsentTwice.run(slow(3).session)
    expect(before.response.body).toContain('Authorized')
    await expect(pushConsentTwice.run(slow(100).session)).rejects.toThrow(/did not become Authorized/)
  })

  it('is inconclusive when the user gives no consent', async () => {
    const { session } = watched({ authorise: () => ({ outcome: 'page', exchanges: [] }) })
    await expect(pushConsentTwice.run(session)).rejects.toThrow(/consent of the user did not come/)
  })
})

it('returnStateAndNonce redeems where a nonce is to be seen, and lets a probe die alone', async () => {
  const { session, pushed } = watched({
    authorise(purpose) {
      if (purpose === 'state and nonce of 384 characters') throw new Inconclusive('gone')
      return code
    },
  })
  const { probes } = await returnStateAndNonce.run(session)
  expect(probes.map((probe) => [probe.name, 'token' in probe, 'inconclusive' in probe])).toEqual([
    ['state and nonce of 64 characters', true, false],
    ['state and nonce of 384 characters', false, true],
    ['another state and nonce beside the request object', true, false],
    ['state only beside the request object', false, false],
    ['no nonce', true, false],
  ])
  expect(pushed.map(({ claims }) => String(claims?.({}).state ?? '').length)).toEqual([64, 384, 0, 0, 0])
  expect(pushed.map(({ form }) => form?.({}).state)).toEqual([undefined, undefined, 'outside', 'outside', undefined])
})
