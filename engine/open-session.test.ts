import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { fakeProfile, fakeScenario, fakeStandard } from '../testing/standard.ts'
import { NetworkFault } from './network-fault.ts'
import { type Ground, openSession } from './open-session.ts'
import { ConnectionRefused, type Push } from './session.ts'

type Form = Readonly<Record<string, string>>

/** A session over fakes of what it stands on, with the forms that its client was asked to post. */
const session = (change: Partial<Record<keyof Ground, unknown>> = {}) => {
  const posted: (readonly [who: string, form: Form, purpose: string])[] = []
  const client = (who: string) => ({
    grant: async (form: Form, _: unknown, purpose: string) => {
      posted.push([who, form, purpose])
      return exchange({ operation: 'POST /token', body: { access_token: 'a', refresh_token: 'r' } })
    },
  })
  const lodge = async () => ({
    consentId: 'c',
    claims: { state: 's' },
    par: exchange(),
    requestUri: 'urn:1',
    codeVerifier: 'the verifier',
    query: {},
  })
  const authorised = {
    authorisation: { outcome: 'code', exchanges: [] },
    code: 'the code',
  }
  const ground = {
    profile: fakeProfile(),
    standard: fakeStandard({}).fapi ?? fakeStandard({}),
    recorder: { reached: () => true },
    client: client('own'),
    second: client('second'),
    lodge,
    secondLodge: change.second === undefined && 'second' in change ? undefined : lodge,
    shared: new Map(),
    leftovers: [],
    allowed: (origin: string) => origin === 'https://as1.bank.example',
    authorise: async () => authorised,
    handshake: async () => 'shaken',
    ...change,
  } as unknown as Ground
  return { posted, ground, opened: openSession(ground, fakeScenario({ id: 'data/one' }), 'toy/data') }
}

describe('codes', () => {
  it('are redeemed without being seen', async () => {
    const { opened, posted } = session()
    const push = await opened.push({ purpose: 'push' })
    expect(JSON.stringify(push)).not.toContain('the verifier')
    const authorisation = await opened.authorise(push, 'authorise')
    expect(JSON.stringify(authorisation)).not.toContain('the code')
    await opened.redeem(authorisation, { purpose: 'redeem', as: 'second' })
    expect(posted).toEqual([
      [
        'second',
        {
          grant_type: 'authorization_code',
          code: 'the code',
          redirect_uri: 'https://tpp.example/cb',
          code_verifier: 'the verifier',
        },
        'redeem',
      ],
    ])
  })

  it('do not come of a journey that was refused', async () => {
    const refused = { authorisation: { outcome: 'error', exchanges: [] } }
    const { opened, ground } = session({ authorise: async () => refused })
    const authorisation = await opened.authorise(await opened.push({ purpose: 'push' }), 'authorise')
    await expect(opened.redeem(authorisation, { purpose: 'redeem' })).rejects.toThrow(/brought no code/)
    expect(ground.leftovers).toEqual([])
  })

  it('belong to pushes of the same session', async () => {
    await expect(session().opened.authorise({} as Push, 'authorise')).rejects.toThrow(/of the same session/)
  })
})

describe('refresh', () => {
  it('uses the refresh token of an answer', async () => {
    const { opened, posted } = session()
    await opened.refresh(exchange({ body: { refresh_token: 'r1' } }), { purpose: 'again' })
    expect(posted).toEqual([['own', { grant_type: 'refresh_token', refresh_token: 'r1' }, 'again']])
  })

  it('is inconclusive where there is none', async () => {
    await expect(session().opened.refresh(exchange({ body: {} }), { purpose: 'again' })).rejects.toThrow(
      /without a refresh_token/,
    )
  })
})

it('needs a second client to speak as one', async () => {
  const { opened } = session({ second: undefined })
  await expect(opened.grant({}, { purpose: 'grant', as: 'second' })).rejects.toThrow(/no second client/)
  await expect(opened.push({ purpose: 'push', as: 'second' })).rejects.toThrow(/no second client/)
})

it('tells a connection that is broken off for its certificate from a server that is gone', async () => {
  const fault = new NetworkFault('rejected', 'as1.bank.example', 'broken off', { cause: new Error('alert') })
  const client = { grant: () => Promise.reject(fault) }
  const { opened } = session({ client })
  await expect(opened.grant({}, { purpose: 'grant', certificate: 'none' })).rejects.toThrow(ConnectionRefused)
  await expect(opened.grant({}, { purpose: 'grant' })).rejects.not.toThrow(ConnectionRefused)
})

it('does once what many want', async () => {
  const { ground, opened } = session()
  let made = 0
  const make = async () => {
    made += 1
    return made
  }
  const other = openSession(ground, fakeScenario({ id: 'data/two' }), 'toy/data')
  expect(await Promise.all([opened.once('key', make), other.once('key', make), other.once('other', make)])).toEqual([
    1, 1, 2,
  ])
})

it('shakes hands with hosts of the profile alone', async () => {
  const { opened } = session()
  expect(await opened.handshake({ purpose: 'p', url: 'https://as1.bank.example/token' })).toBe('shaken')
  await expect(opened.handshake({ purpose: 'p', url: 'https://elsewhere.example' })).rejects.toThrow(/does not name/)
})
