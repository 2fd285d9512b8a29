import { expect, it } from 'vitest'
import type { Authorisation } from '../../../../engine/session.ts'
import type { Sample } from '../../../../testing/exchange.ts'
import { type Answers, type Asked, fakeSession } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { accounts, consent, consentsOfBase, patchConsent } from '../../operations.ts'
import { followConsent } from './follow-consent.ts'
import { lookUpByBase } from './look-up-by-base.ts'
import { outliveConsent } from './outlive-consent.ts'
import { patchSubscription } from './patch-subscription.ts'
import { pushWaitingConsent } from './push-consent.ts'
import { readConsent } from './read-consent.ts'
import { readForeignConsent, readUnknownConsent } from './read-strange-consents.ts'
import { renewConsent } from './renew-consent.ts'

const code: Authorisation = { outcome: 'code', exchanges: [] }
const pushed = { push: () => ({ consentId: 'consent-9', requestUri: 'urn:1' }), authorise: () => code }
const shows = (Status: string): Sample => ({ body: consentBody({ Status }) })
const session = (call: (asked: Asked) => Sample, more: Answers = {}) => fakeSession({ call, ...pushed, ...more })
const made = ({ asked }: { readonly asked: readonly Asked[] }) =>
  asked.map(({ operation, options }) => [
    options.method ?? operation.split(' ')[0],
    options.token,
    options.path?.ConsentId,
  ])

it('reads a consent by its id, without a user', async () => {
  const bank = session(() => shows('Authorized'))
  await readConsent.run(bank)
  expect(bank.asked).toMatchObject([
    { operation: consent, options: { token: 'client', path: { ConsentId: 'consent-1' } } },
  ])
})

it('follows a consent until it shows as given, then reads it with the token of its user', async () => {
  const bank = session(({ count }) => shows(count < 2 ? 'AwaitingAuthorization' : 'Authorized'))
  const { reads } = await followConsent.run(bank)
  expect(reads.map(({ response }) => JSON.parse(response.body).Data.Status)).toEqual(['Authorized'])
  expect(bank.asked.map(({ options }) => options.token)).toEqual(['client', 'client', 'client', 'user'])
})

it('tries to delete and to replace a consent that waits', async () => {
  const bank = session(({ options }) => (options.method ? { status: 405 } : shows('AwaitingAuthorization')))
  const { probes, reads, untouched } = await pushWaitingConsent.run(bank)
  expect(made(bank)).toEqual([
    ['GET', 'client', 'consent-9'],
    ['DELETE', 'client', 'consent-9'],
    ['PUT', 'client', 'consent-9'],
    ['GET', 'client', 'consent-9'],
  ])
  expect([probes.length, reads.length, untouched]).toEqual([2, 2, true])
})

it('says when a push for it was refused', async () => {
  const refusing = session(() => shows('AwaitingAuthorization'), { push: () => ({}) })
  await expect(pushWaitingConsent.run(refusing)).rejects.toThrow('the push was answered with 400')
})

it('switches events off, and revokes in the name of the user', async () => {
  let revoked = false
  const bank = session(({ operation, options }) => {
    if (operation === patchConsent) {
      revoked = options.body?.text.includes('Revoked') === true
      return { status: 204 }
    }
    const Subscription = { Webhook: { Url: 'https://a.example', IsActive: false } }
    return { body: { ...consentBody({ Status: revoked ? 'Revoked' : 'Authorized' }), Subscription } }
  })
  const { reads } = await patchSubscription.run(bank)
  expect(reads.map(({ response }) => JSON.parse(response.body).Data.Status)).toEqual([
    'Authorized',
    'Authorized',
    'Revoked',
  ])
  const patches = bank.asked.flatMap(({ options }) => options.body?.text ?? [])
  expect(patches).toEqual([
    '{"Subscription":{"Webhook":{"IsActive":false}}}',
    '{"Data":{"Status":"Revoked","RevokedBy":"TPP.InitiatedByUser"}}',
  ])
  expect(bank.waits).toEqual([])
})

it('asks for a consent that nobody has by a fresh id', async () => {
  const bank = session(({ options }) =>
    options.path?.ConsentId === 'consent-1' ? shows('Authorized') : { status: 400 },
  )
  const { probes } = await readUnknownConsent.run(bank)
  expect(probes.map(({ name }) => name)).toEqual(['read of an unknown id', 'patch of an unknown id'])
  const [, read, patch] = made(bank)
  expect(read?.[2]).toMatch(/^[0-9a-f-]{36}$/)
  expect(patch).toEqual(['PATCH', 'client', read?.[2]])
})

it('reads and revokes as the second client, and looks again as the first', async () => {
  const bank = session(({ options }) => (options.token === 'second' ? { status: 403 } : shows('AwaitingAuthorization')))
  const { probes, after } = await readForeignConsent.run(bank)
  expect(bank.asked.map(({ options }) => [options.token, options.certificate])).toEqual([
    ['client', undefined],
    ['second', 'second'],
    ['second', 'second'],
    ['client', undefined],
  ])
  expect([probes.length, after?.response.status]).toEqual([2, 200])
})

it('looks up by a base, by an unknown one, and by none', async () => {
  const bank = session(({ options }) => (options.query?.baseConsentId ? { body: [] } : { status: 400 }))
  const { known, unknown, without } = await lookUpByBase.run(bank)
  expect([known, unknown, without].map(({ response }) => response.status)).toEqual([200, 200, 400])
  expect(bank.asked[0]?.options.query).toEqual({ baseConsentId: 'consent-1' })
  expect(bank.asked[2]?.options.query).toEqual({})
})

it('renews a consent, and looks the chain up until it is there', async () => {
  const bank = session(({ operation, count }) =>
    operation === consentsOfBase
      ? { body: count < 3 ? [] : [consentBody({ ConsentId: 'consent-9' })] }
      : shows('Authorized'),
  )
  const { list } = await renewConsent.run(bank)
  expect(JSON.parse(list.response.body)).toHaveLength(1)
  expect(bank.asked.at(-1)?.options.query).toEqual({ baseConsentId: 'consent-1' })
})

it('says when the user did not renew', async () => {
  const bank = session(() => shows('Authorized'), { authorise: () => ({ outcome: 'page', exchanges: [] }) })
  await expect(renewConsent.run(bank)).rejects.toThrow("the user's consent did not come")
})

const token = { body: { access_token: 'a', refresh_token: 'r', expires_in: 600 } }

/** A push whose consent ends so many seconds after the fake session began. */
const ending = (seconds: number) => () => {
  const end = new Date(Date.parse('2026-06-01T08:00:00Z') + seconds * 1000).toISOString()
  return { requestUri: 'urn:1', claims: { authorization_details: [{ consent: { ExpirationDateTime: end } }] } }
}

it('outlives a consent with a token that was fetched shortly before the end', async () => {
  let now = 0
  const bank = session(
    ({ operation }) => {
      const over = now > 245
      if (operation === accounts) return { status: over ? 403 : 200 }
      return shows(over ? 'Expired' : 'Authorized')
    },
    { grant: () => token, push: ending(245), limits: { settle: 60, clockTolerance: 10 } },
  )
  const wait = async (milliseconds: number) => {
    now += milliseconds / 1000
    await bank.wait(milliseconds)
  }
  const { after, tokenEnded, data } = await outliveConsent.run({ ...bank, wait })
  expect([data.response.status, after.map(({ response }) => response.status), tokenEnded]).toEqual([200, [403], false])
  expect(bank.granted.map(({ form }) => form.grant_type)).toEqual(['authorization_code', 'refresh_token'])
  expect(bank.waits).toEqual([235_000, 20_000])
})

it.each([
  [600, 230_000],
  [78, 236_000],
  [30, 239_000],
])('fetches a token of %i seconds late enough that it outlives the end', async (expires_in, waited) => {
  const bank = session(({ operation }) => (operation === accounts ? { status: 200 } : shows('Authorized')), {
    grant: () => ({ body: { access_token: 'a', refresh_token: 'r', expires_in } }),
    push: ending(240),
    limits: { settle: 60, clockTolerance: 10 },
  })
  await outliveConsent.run(bank)
  expect(bank.waits[0]).toBe(waited)
})

it('has nothing to say when there was no data before the end, and says when the token ended too soon', async () => {
  const none = session(({ operation }) => (operation === accounts ? { status: 403 } : shows('Authorized')), {
    grant: () => token,
    push: ending(240),
  })
  await expect(outliveConsent.run(none)).rejects.toThrow('before the end of the consent data was answered with 403')
  const short = { body: { access_token: 'a', expires_in: 5 } }
  const bank = session(
    ({ operation, options }) =>
      operation === accounts ? { status: options.purpose?.includes('after') ? 401 : 200 } : shows('Expired'),
    { grant: () => short, push: ending(240) },
  )
  expect(await outliveConsent.run(bank)).toMatchObject({ tokenEnded: true })
})
