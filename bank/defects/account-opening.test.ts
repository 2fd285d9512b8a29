import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'
import { apis } from '../places.ts'
import { accountOpeningDefects } from './account-opening.ts'
import type { Answered, Asked } from './answered.ts'

type Pair = { readonly asked: Asked; readonly answer: Answered }

const base = `https://localhost${apis['account-opening-service-initiation'].base}`
const json = [['content-type', 'application/json']] as const

const body = (OpeningStatus: string): string =>
  JSON.stringify({ Data: { AccountId: 'o1', OpeningStatus }, Links: { Self: `${base}/accounts/o1/status` }, Meta: {} })

const pair = (method: string, url: string, status: number, text: string): Pair => ({
  asked: { method, url, headers: [] },
  answer: { status, headers: json, body: text },
})

const recorded: Readonly<Record<string, Pair>> = {
  request: pair('POST', `${base}/accounts`, 201, body('Pending')),
  'refused request': pair('POST', `${base}/accounts`, 400, '{"Errors":[]}'),
  'waiting account': pair('GET', `${base}/accounts/o1/status`, 200, body('AwaitingLFIProcesses')),
  account: pair('GET', `${base}/accounts/o1/status`, 200, body('Completed')),
  'other account': pair(
    'GET',
    `https://localhost${apis['account-information'].base}/accounts/a1`,
    200,
    body('Pending'),
  ),
  token: pair('POST', 'https://localhost/as/exchange', 200, '{"access_token":"a","scope":"account-opening"}'),
  'other token': pair('POST', 'https://localhost/as/exchange', 200, '{"access_token":"a","scope":"accounts"}'),
}

/** For each wire defect: the answers that it changes, and no others. */
const touches: Readonly<Record<string, readonly string[]>> = {
  'opening-without-meta': ['request'],
  'opening-state-of-its-own': ['waiting account'],
  'number-before-the-account': ['waiting account'],
  'opening-without-self': ['account', 'waiting account'],
  'opening-with-pages': ['account', 'waiting account'],
  'opening-scope-not-given': ['token'],
}

const onTheWire = accountOpeningDefects.flatMap((defect) => (defect.kind === 'wire' ? [defect] : []))

it.each(onTheWire)('$name changes what it has to and nothing else', ({ name, change }) => {
  const changed = Object.entries(recorded).filter(([, { answer, asked }]) => change(answer, asked) !== answer)
  expect(changed.map(([one]) => one).sort()).toEqual(touches[name])
})

it('lists them all', () => {
  expect(onTheWire.map(({ name }) => name)).toEqual(Object.keys(touches))
})

let client: ReturnType<typeof testClient>
beforeAll(async () => {
  const defects = ['opening-without-meta', 'opening-in-the-clear', 'opening-begins-anew', 'opening-subscription-shown']
  client = testClient(await startBank({ defects }))
})
afterAll(() => client.close())

it('answers in the clear, shows a subscription, and begins anew, live', async () => {
  const token = await client.clientToken('mizan-client-1', 'account-opening')
  const root = `${(await client.discovery()).json.issuer}${apis['account-opening-service-initiation'].base}/accounts`
  const Claims = {
    IdentityType: 'Person',
    FullName: 'Maha Ghaf',
    GivenName: 'Maha',
    Surname: 'Ghaf',
    EmiratesId: '784-1900-0000000-0',
    EmiratesIdExpiryDate: '2099-12-31',
    ResidentialAddress: { AddressLine: ['Street 1'], Country: 'AE' },
  }
  const exp = Math.floor(Date.now() / 1000) + 60
  const request = await client.sign({ exp, message: { Data: { Account: {}, Party: { Claims } } } })
  const sent = { method: 'POST', headers: { 'content-type': 'application/jwt', accept: 'application/jwt' } } as const
  const made = await client.call(root, token, { ...sent, body: request })
  expect(made.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(Object.keys(made.json)).toEqual(['Data', 'Links'])
  const one = `${root}/${made.json.Data.AccountId}`
  const patch = { method: 'PATCH', headers: { 'content-type': 'application/json' } } as const
  const body = '{"Data":{"Webhook":{"IsActive":false}}}'
  expect((await client.call(`${one}/subscription`, token, { ...patch, body })).status).toBe(200)
  const states: string[] = []
  while (!states.includes('Completed')) {
    states.push((await client.call(`${one}/status`, token)).json.Data.OpeningStatus)
    await pause(20)
  }
  expect((await client.call(`${one}/status`, token)).json.Data.OpeningStatus).toBe('Pending')
})
