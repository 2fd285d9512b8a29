import { expect, it } from 'vitest'
import { type CallOptions, Inconclusive } from '../../../../engine/session.ts'
import { openingBody } from '../../../../testing/account-opening.ts'
import type { Sample } from '../../../../testing/exchange.ts'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { accountOpening } from '../index.ts'
import { openAccount, openingOfGuide, openingStatus, patchOpening } from '../operations.ts'
import { changeSubscription } from './change-subscription.ts'
import { followOlderOpening, followOpening } from './open-account.ts'
import { sendUnfitRequests } from './send-unfit-requests.ts'
import { spoilSignature } from './spoil-signature.ts'
import { openWithOtherTokens, openWithoutToken, readConsentAsOpener } from './use-other-tokens.ts'

const pending: Sample = { status: 201, body: openingBody('Pending') }
const completed: Sample = { body: openingBody('Completed') }
const claims = { iss: 'client-1', aud: ['https://auth1.bank.example'], iat: 1000, nbf: 1000, exp: 1300, message: {} }

/** A hub that opens accounts for good requests, and refuses what is named otherwise. */
const hub = ({ operation, options: { purpose = 'good call' } }: Asked): Sample => {
  if (operation === openAccount)
    return purpose.startsWith('good') || purpose.startsWith('a good') ? pending : { status: 400 }
  if (operation === patchOpening) return { status: purpose === 'switch off the events' ? 204 : 400 }
  return purpose === 'unknown account' ? { status: 404 } : completed
}

const bodies = (asked: readonly Asked[], operation = openAccount): readonly CallOptions[] =>
  asked.filter((one) => one.operation === operation).map(({ options }) => options)

it('takes no user anywhere so that an account is opened, and changes nothing where the profile allows no changes', () => {
  const opening = accountOpening.scenarios.filter(({ operations }) => operations.includes(openAccount))
  expect(opening.length).toBeGreaterThan(5)
  expect(opening.filter(({ effect }) => effect !== 'creates')).toEqual([])
  // The one that has a user shows that a user's token is refused; the user gave it for something else.
  expect(opening.filter(({ uses }) => uses !== undefined)).toEqual([openWithOtherTokens])
  expect(accountOpening.operations.filter((one) => /par|authorization/i.test(one))).toEqual([])
})

it('follows an account to its end, reads it once more, and asks for one that nobody has', async () => {
  const states = ['Pending', 'AwaitingLFIProcesses', 'Completed', 'Completed']
  let read = 0
  const session = fakeSession({
    call: (asked) =>
      asked.operation === openingStatus && asked.options.purpose !== 'unknown account'
        ? { body: openingBody(states[read++] ?? 'Completed') }
        : hub(asked),
  })
  const { opened, reads, strange } = await followOpening.run(session)
  expect(opened.response.status).toBe(201)
  expect(reads).toHaveLength(4)
  expect(strange).toHaveLength(1)
  const ids = bodies(session.asked, openingStatus).map(({ path }) => path?.AccountId)
  expect(ids.slice(0, 3)).toEqual(['o1', 'o1', 'o1'])
  expect(new Set(ids).size).toBe(2)
  expect(bodies(session.asked)[0]).toMatchObject({
    token: 'client',
    headers: { accept: 'application/jwt, application/json;q=0.9' },
    signed: { mediaType: 'application/jwt', message: { Data: { Account: { SchemeName: 'IBAN' } } } },
  })
})

it('reads a third time where an end did not stay, and gives up in time where none comes', async () => {
  const states = ['Completed', 'Pending', 'Pending']
  let read = 0
  const call = (asked: Asked): Sample =>
    asked.operation === openingStatus && asked.options.purpose !== 'unknown account'
      ? { body: openingBody(states[read++] ?? 'Pending') }
      : hub(asked)
  expect((await followOpening.run(fakeSession({ call }))).reads).toHaveLength(3)
  const session = fakeSession({ call, limits: { settle: 7 } })
  await followOpening.run(session)
  expect(session.waits).toEqual([1000, 2000, 4000])
})

it('says how a good request was refused, and asks nothing more', async () => {
  const session = fakeSession({ call: () => ({ status: 403 }) })
  expect(await followOpening.run(session)).toMatchObject({ reads: [], strange: [] })
  expect(session.asked).toHaveLength(1)
})

it('finds the status of version 2.0 at either address, and its id in either place', async () => {
  const body = openingBody('Created', { AccountId: undefined })
  const at = (known: string) => (asked: Asked) =>
    asked.operation === openAccount
      ? { status: 201, body }
      : asked.operation === known && asked.options.path?.AccountId === 'o1'
        ? { body }
        : { status: 404 }
  for (const known of [openingStatus, openingOfGuide]) {
    const { reads, strange } = await followOlderOpening.run(fakeSession({ call: at(known) }))
    expect(reads.map(({ operation }) => operation)).toEqual([known, known])
    expect(strange.map((one) => 'exchange' in one && one.exchange.operation)).toEqual([known])
  }
  const nowhere = await followOlderOpening.run(fakeSession({ call: at('nowhere'), limits: { settle: 1 } }))
  expect(nowhere.reads.map(({ operation }) => operation)).toEqual([openingStatus, openingStatus])
  expect(nowhere.strange).toEqual([])
})

it('spoils a signature in one way each', async () => {
  const session = fakeSession({ call: hub })
  const { probes } = await spoilSignature.run(session)
  const sent = new Map(session.asked.map(({ options }) => [options.purpose ?? '', options]))
  expect(probes).toHaveLength(14)
  expect(sent.get('RS256')?.signed).toMatchObject({ signing: 'RS256', mediaType: 'application/jwt' })
  expect(sent.get('two segments')?.signed?.change?.('a.b.c')).toBe('a.b')
  expect(sent.get('no exp')?.signed?.claims?.(claims)).toEqual({ ...claims, exp: undefined })
  expect(sent.get('exp five minutes ago')?.signed?.claims?.(claims)).toEqual({
    ...claims,
    iat: 400,
    nbf: 400,
    exp: 700,
  })
  expect(sent.get('nbf in five minutes')?.signed?.claims?.(claims)).toEqual({ ...claims, nbf: 1300, exp: 1600 })
  expect(sent.get('another iss')?.signed?.claims?.(claims)).toEqual({ ...claims, iss: 'https://nobody.example' })
  for (const name of ['JSON', 'JSON that is called a JWT']) expect(sent.get(name)).not.toHaveProperty('signed')
  expect(sent.get('JSON')?.body?.mediaType).toBe('application/json')
  expect(sent.get('JSON that is called a JWT')?.body?.mediaType).toBe('application/jwt')
})

it('breaks a message in one way each, after a good one with an audit', async () => {
  const session = fakeSession({ call: hub })
  const { probes } = await sendUnfitRequests.run(session)
  const sent = bodies(session.asked).map(({ signed }) => signed)
  const good = sent[2]?.message as { readonly Data: Readonly<Record<string, unknown>> }
  expect(probes).toHaveLength(10)
  expect(Object.keys(good.Data)).toEqual(['Account', 'Party', 'DataSharingAudit'])
  const { message, ...rest } = sent[3]?.claims?.({ ...claims, message: good }) ?? {}
  expect(message).toBeUndefined()
  expect(rest).toMatchObject({ Data: good.Data, iss: 'client-1' })
  expect(sent[5]?.message).toEqual({ Data: { Party: good.Data.Party, DataSharingAudit: good.Data.DataSharingAudit } })
})

it('switches events off, and only then says so badly', async () => {
  const session = fakeSession({ call: hub })
  const { patch, unfit, signed, plainUrl } = await changeSubscription.run(session)
  expect(patch.response.status).toBe(204)
  expect([...unfit, signed, plainUrl].map(({ name }) => name)).toEqual([
    'Subscription in place of Data',
    'no IsActive',
    'a JWT',
    'a webhook without TLS',
  ])
  expect(bodies(session.asked)[0]?.signed?.message).toMatchObject({ Subscription: { Webhook: { IsActive: true } } })
  const texts = bodies(session.asked, patchOpening).map(({ body }) => body?.text ?? '')
  expect(texts.filter((text) => text.includes('true'))).toEqual([])
  expect(bodies(session.asked, patchOpening)[3]?.signed?.message).toEqual(JSON.parse(texts[0] ?? ''))
})

it('presents each token that is none for account opening', async () => {
  const session = fakeSession({ call: hub, clientToken: { body: { access_token: 'a' } } })
  await openWithoutToken.run(session)
  await openWithOtherTokens.run(session)
  const [, , none, other, user] = bodies(session.asked)
  expect(none).toMatchObject({ purpose: 'no token', token: 'none' })
  expect(other?.bearer).toBeDefined()
  expect(user).toMatchObject({ purpose: 'token of a user', token: 'user' })
})

it('reads a consent with a token for account opening, after it was read with one for accounts', async () => {
  const session = fakeSession({ call: () => ({ body: {} }), clientToken: { body: { access_token: 'a' } } })
  const { probes } = await readConsentAsOpener.run(session)
  expect(probes.map(({ name }) => name)).toEqual(['scope account-opening'])
  expect(session.asked.map(({ options }) => options.bearer !== undefined)).toEqual([false, true])
  expect(new Set(session.asked.map(({ options }) => options.path?.ConsentId))).toEqual(new Set(['consent-1']))
})

it.each([spoilSignature, sendUnfitRequests, changeSubscription, openWithoutToken, openWithOtherTokens])(
  'gives no evidence where a good request is refused: $id',
  async ({ run }) => {
    const session = fakeSession({ call: () => ({ status: 400 }) })
    await expect(run(session)).rejects.toThrow(Inconclusive)
    expect(session.asked).toHaveLength(1)
  },
)

it.each([spoilSignature, sendUnfitRequests, openWithoutToken, openWithOtherTokens])(
  'gives no evidence where a bank opens one account for a person and no second: $id',
  async ({ run }) => {
    let opened = 0
    const session = fakeSession({ call: () => (opened++ === 0 ? pending : { status: 409 }) })
    await expect(run(session)).rejects.toThrow(/409 when it came again/)
    expect(session.asked).toHaveLength(2)
  },
)

it('says that no other token was given, rather than that it was refused', async () => {
  const refused = { status: 400, body: { error: 'invalid_scope' } }
  const { probes } = await openWithOtherTokens.run(fakeSession({ call: hub, clientToken: refused }))
  expect(probes[0]).toMatchObject({ name: 'scope accounts', inconclusive: expect.stringContaining('400') })
})
