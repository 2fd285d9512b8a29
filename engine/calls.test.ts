import { describe, expect, test } from 'vitest'
import { authorization, makeCaller, mergeHeaders, operationUrl, sayWhose } from './calls.ts'
import type { Exchange } from './exchange.ts'
import { header } from './exchange.ts'
import { NetworkFault } from './network-fault.ts'
import type { Draft, Recorder } from './recorder.ts'
import { ConnectionRefused, Inconclusive } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'

const tokens = async (kind: string): Promise<string> => `${kind}-token-abcdef`

describe('the Authorization header', () => {
  test.each([
    ['none', undefined],
    ['user', 'Bearer user-token-abcdef'],
    ['first', 'Bearer first-token-abcdef'],
    ['client', 'Bearer client-token-abcdef'],
    ['basic', 'Basic user-token-abcdef'],
  ] as const)('%s', async (kind, expected) => {
    expect(await authorization(kind, 'user', tokens)).toBe(expected)
  })

  test('a tampered token differs from the good one in one character', async () => {
    const good = 'Bearer user-token-abcdef'
    const bad = (await authorization('tampered', 'user', tokens)) ?? ''
    expect(bad).toHaveLength(good.length)
    expect([...bad].filter((character, index) => character !== good[index])).toHaveLength(1)
  })

  test('an unknown token is another each time', async () => {
    expect(await authorization('unknown', 'user', tokens)).not.toBe(await authorization('unknown', 'user', tokens))
  })
})

test('headers of a call stand instead of the usual ones, whatever their case, and undefined leaves one out', () => {
  const usual = [
    ['accept', 'application/json'],
    ['x-fapi-interaction-id', 'i'],
  ] as const
  expect(mergeHeaders(usual, { Accept: 'application/jwt', 'X-FAPI-Interaction-Id': undefined, 'x-new': '1' })).toEqual([
    ['Accept', 'application/jwt'],
    ['x-new', '1'],
  ])
})

test('a URL encodes its parameters and its query', () => {
  expect(
    operationUrl('https://rs.example/base/', '/accounts/{AccountId}/transactions', {
      path: { AccountId: 'a/b c' },
      query: { from: '2026-01-01T00:00:00+04:00' },
    }),
  ).toBe('https://rs.example/base/accounts/a%2Fb%20c/transactions?from=2026-01-01T00%3A00%3A00%2B04%3A00')
})

describe('a fault of the network', () => {
  const recorder = (reached: boolean) => ({ reached: () => reached }) as unknown as Recorder
  test('is ours before the host ever answered', () => {
    expect(() => sayWhose(new NetworkFault('refused', 'h', 'm'), recorder(false), 'profile.yaml:3')).toThrow(SetUpFault)
  })
  test('is a missed occasion after', () => {
    expect(() => sayWhose(new NetworkFault('refused', 'h', 'm'), recorder(true), 'profile.yaml:3')).toThrow(
      Inconclusive,
    )
  })
  test.each([
    ['rejected', ConnectionRefused, 'broken off'],
    ['closed', Inconclusive, 'broken off'],
    ['dns', Inconclusive, 'broken off'],
  ] as const)('%s is no fault of the set-up without the own certificate', (kind, kindOfError, message) => {
    const fault = new NetworkFault(kind, 'h', 'broken off', { cause: new Error('alert') })
    const say = () => sayWhose(fault, recorder(false), 'profile.yaml:3', 'none')
    expect(say).toThrow(kindOfError)
    expect(say).toThrow(message)
    expect(say).not.toThrow(SetUpFault)
  })
  test('anything else is left as it is', () => {
    expect(() => sayWhose(new TypeError('bug'), recorder(true), '')).toThrow(TypeError)
  })
})

describe('an answer that asks to wait', () => {
  const answering = (...answers: readonly (readonly [number, Readonly<Record<string, string>>])[]) => {
    const sent: Draft[] = []
    const waits: number[] = []
    const left = [...answers]
    const send = async (draft: Draft): Promise<Exchange> => {
      sent.push(draft)
      const [status, headers] = left.shift() ?? [200, {}]
      return {
        ...draft,
        id: `x${sent.length}`,
        startedAt: '',
        durationMs: 0,
        response: { status, headers: Object.entries(headers), body: '' },
        facts: { bytes: 0, bodySha256: '', validUtf8: true },
      }
    }
    const caller = makeCaller({ send, reached: () => true } as unknown as Recorder, [], () => 'resources')
    const speaker = {
      suite: 's',
      scenario: 's/one',
      usual: 'user' as const,
      tokens,
      wait: async (milliseconds: number) => void waits.push(milliseconds),
    }
    const call = (options = {}) => caller.call('GET /accounts', 'https://rs.example/accounts', 'GET', options, speaker)
    return { call, sent, waits }
  }

  test('429 is waited out once, and both exchanges are kept', async () => {
    const { call, sent, waits } = answering([429, { 'Retry-After': '2' }], [200, {}])
    expect((await call()).response.status).toBe(200)
    expect(waits).toEqual([2000])
    expect(sent.map(({ purpose }) => purpose)).toEqual(['good call', 'good call, again after 429'])
  })

  test('429 is the evidence where it is expected', async () => {
    const { call, waits } = answering([429, { 'Retry-After': '2' }])
    expect((await call({ expects429: true })).response.status).toBe(429)
    expect(waits).toEqual([])
  })

  test('one that many wait for is waited out several times', async () => {
    const limited = [429, { 'Retry-After': '2' }] as const
    const { call, sent, waits } = answering(limited, limited, limited, [200, {}])
    expect((await call()).response.status).toBe(200)
    expect(sent).toHaveLength(4)
    expect(waits.every((one) => one >= 2000 && one < 2000 + waits.length * 1000)).toBe(true)
  })

  test('429 without end is a missed occasion', async () => {
    const { call, sent } = answering(...Array.from({ length: 9 }, () => [429, {}] as const))
    await expect(call()).rejects.toThrow('GET /accounts went on answering 429')
    expect(sent).toHaveLength(5)
  })

  test.each([502, 503, 504])('%i twice is a missed occasion', async (status) => {
    await expect(answering([status, {}], [status, {}]).call()).rejects.toThrow(Inconclusive)
  })

  test('a long wait is not waited', async () => {
    const { call, waits } = answering([429, { 'retry-after': '3600' }])
    await expect(call()).rejects.toThrow('asks to wait 3600 seconds')
    expect(waits).toEqual([])
  })

  test('500 is an answer', async () => {
    expect((await answering([500, {}]).call()).response.status).toBe(500)
  })

  test('every request has an interaction id of its own', async () => {
    const { call, sent } = answering([200, {}], [200, {}])
    await call()
    await call()
    expect(new Set(sent.map(({ request }) => header(request, 'x-fapi-interaction-id'))).size).toBe(2)
  })
})

describe('a request that gets no answer', () => {
  const failing = (faults: number, kind: 'closed' | 'refused' = 'closed', theirs = true) => {
    let sent = 0
    const send = async (draft: Draft): Promise<Exchange> => {
      sent += 1
      if (sent <= faults)
        throw new NetworkFault(kind, 'rs.example', 'no answer', theirs ? { cause: new Error('reset') } : {})
      return {
        ...draft,
        id: `x${sent}`,
        startedAt: '',
        durationMs: 0,
        response: { status: 200, headers: [], body: '' },
        facts: { bytes: 0, bodySha256: '', validUtf8: true },
      }
    }
    const caller = makeCaller({ send, reached: () => true } as unknown as Recorder, [], () => 'resources')
    const speaker = { suite: 's', scenario: 's/one', usual: 'user' as const, tokens, wait: async () => undefined }
    const call = (method = 'GET') => caller.call('GET /accounts', 'https://rs.example/accounts', method, {}, speaker)
    return { call, sent: () => sent }
  }

  test('is made once more when it changes nothing', async () => {
    const { call, sent } = failing(1)
    expect((await call()).purpose).toBe('good call, again after no answer')
    expect(sent()).toBe(2)
  })

  test('is a missed occasion the second time', async () => {
    const { call, sent } = failing(2)
    await expect(call()).rejects.toThrow(Inconclusive)
    expect(sent()).toBe(2)
  })

  test.each([
    ['may have changed something', 'PATCH', failing(1)],
    ['was refused', 'GET', failing(1, 'refused')],
    ['was given up by ourselves', 'GET', failing(1, 'closed', false)],
  ])('is not repeated when it %s', async (_, method, { call, sent }) => {
    await expect(call(method)).rejects.toThrow(Inconclusive)
    expect(sent()).toBe(1)
  })
})

describe('a call with another token or certificate', () => {
  const sent: Draft[] = []
  const answering = (answer: () => Promise<Exchange>) => {
    sent.splice(0)
    const recorder = { send: (draft: Draft) => answer().finally(() => sent.push(draft)), reached: () => true }
    return makeCaller(recorder as unknown as Recorder, [], () => 'profile.yaml:3')
  }
  const speaker = { suite: 's', scenario: 's/one', usual: 'client' as const, tokens, wait: async () => undefined }
  const given = (body: unknown) => ({ response: { status: 200, headers: [], body: JSON.stringify(body) } }) as never

  test('presents the access token of an answer, and is recorded as such', async () => {
    const caller = answering(async () => given({}))
    await caller.call('GET /a', 'https://rs.example/a', 'GET', { bearer: given({ access_token: 'mine' }) }, speaker)
    expect(sent[0] && header(sent[0].request, 'authorization')).toBe('Bearer mine')
    expect(sent[0]?.credentials).toEqual({ token: 'other', certificate: 'own' })
  })

  test('is inconclusive when the answer holds no access token', async () => {
    const caller = answering(async () => given({}))
    const bearer = given({ error: 'invalid_grant' })
    await expect(caller.call('GET /a', 'https://rs.example/a', 'GET', { bearer }, speaker)).rejects.toThrow(
      /without an access_token/,
    )
    expect(sent).toEqual([])
  })

  test('is not made again when the connection is broken off for its certificate', async () => {
    const caller = answering(async () => {
      throw new NetworkFault('closed', 'rs.example', 'closed', { cause: new Error('other side closed') })
    })
    const asked = caller.call('GET /a', 'https://rs.example/a', 'GET', { certificate: 'none' }, speaker)
    await expect(asked).rejects.toThrow(ConnectionRefused)
    expect(sent).toHaveLength(1)
  })
})
