import { expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { NetworkFault } from './network-fault.ts'
import { type Draft, makeRecorder } from './recorder.ts'
import { makeRedactor } from './redact/redactor.ts'
import type { Transport } from './transport.ts'

const draft: Draft = {
  operation: 'GET /accounts',
  suite: 's',
  scenario: 's/one',
  purpose: 'good call',
  credentials: { token: 'user', certificate: 'own' },
  request: {
    method: 'GET',
    url: 'https://bank.example/accounts',
    headers: [['authorization', 'Bearer canary-token-1']],
  },
}

const answer = { response: { status: 200, headers: [], body: '{}' }, bytes: 2, bodySha256: '', validUtf8: true }

const recorder = (send: Transport['send'], change: { readonly concurrency?: number } = {}) => {
  const redactor = makeRedactor([])
  const exchanges: Exchange[] = []
  return {
    redactor,
    exchanges,
    made: makeRecorder({
      onExchange: (exchange) => exchanges.push(exchange),
      transport: { send, close: async () => undefined },
      redactor,
      concurrency: 2,
      requestsPerSecond: 1000,
      ...change,
    }),
  }
}

test('hands on every exchange, frozen, with ids in the order of sending', async () => {
  const { made, exchanges } = recorder(async () => answer)
  await Promise.all([made.send(draft), made.send({ ...draft, purpose: 'again' })])
  expect(exchanges.map(({ id }) => id)).toEqual(['x1', 'x2'])
  expect(() => {
    ;(exchanges[0]?.response as { status: number }).status = 500
  }).toThrow(TypeError)
})

test('what it records is known to the redactor before anyone can print it', async () => {
  const { made, redactor } = recorder(async () => answer)
  await made.send(draft)
  expect(redactor.text('canary-token-1')).toMatch(/^‹token/)
})

test('never has more requests under way than the limit', async () => {
  let underWay = 0
  let most = 0
  const { made } = recorder(async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setTimeout(resolve, 2))
    underWay -= 1
    return answer
  })
  await Promise.all(Array.from({ length: 12 }, () => made.send(draft)))
  expect(most).toBe(2)
})

test('a host that fails three times in a row is not asked any more', async () => {
  let asked = 0
  const { made } = recorder(async () => {
    asked += 1
    throw new NetworkFault('timeout', 'bank.example', 'bank.example: no answer came in time')
  })
  for (let count = 0; count < 5; count += 1) await expect(made.send(draft)).rejects.toBeInstanceOf(NetworkFault)
  expect(asked).toBe(3)
  expect(made.reached('bank.example')).toBe(false)
})

test('a host that begins to answer is there, though no answer comes to its end', async () => {
  const { made } = recorder(async () => {
    throw new NetworkFault('unfinished', 'bank.example', 'bank.example: the answer was not whole in time')
  })
  await expect(made.send(draft)).rejects.toBeInstanceOf(NetworkFault)
  expect(made.reached('bank.example')).toBe(true)
})

test('one answer in between starts the count anew', async () => {
  let asked = 0
  const { made, exchanges } = recorder(async () => {
    asked += 1
    if (asked % 3 !== 0) throw new NetworkFault('closed', 'bank.example', 'closed')
    return answer
  })
  for (let count = 0; count < 9; count += 1) await made.send(draft).catch(() => undefined)
  expect(asked).toBe(9)
  expect(exchanges).toHaveLength(3)
})

test('requests that a stop gave up do not make a host count as gone', async () => {
  let asked = 0
  const { made } = recorder((_, __, signal) => {
    asked += 1
    if (asked > 2) return Promise.resolve(answer)
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () =>
        reject(new NetworkFault('closed', 'bank.example', 'the run was interrupted')),
      )
    })
  })
  const given = [1, 2, 3, 4].map(() => made.send(draft).catch((fault: Error) => fault.message))
  await Promise.resolve()
  made.stop()
  expect(await Promise.all(given)).toEqual(Array(4).fill('the run was interrupted'))
  made.resume()
  await expect(made.send(draft)).resolves.toMatchObject({ response: { status: 200 } })
})

test('after a stop nothing is sent, until it resumes', async () => {
  const { made } = recorder(async () => answer)
  made.stop()
  await expect(made.send(draft)).rejects.toThrow('interrupted')
  made.resume()
  await expect(made.send(draft)).resolves.toMatchObject({ response: { status: 200 } })
})

test('less than one request in a second is a rate too', async () => {
  const made = makeRecorder({
    transport: { send: async () => answer, close: async () => undefined },
    redactor: makeRedactor([]),
    concurrency: 1,
    requestsPerSecond: 0.5,
  })
  expect((await made.send(draft)).id).toBe('x1')
})

test('a host whose answers cannot be read has been reached, and does not count as gone', async () => {
  const { made } = recorder(async () => {
    throw new NetworkFault('too-large', 'bank.example', 'the answer is larger than the limit')
  })
  for (let time = 0; time < 5; time += 1) await expect(made.send(draft)).rejects.toMatchObject({ kind: 'too-large' })
  expect(made.reached('bank.example')).toBe(true)
})

test('a signed body whose claims or header are nested without end is a body like any other', async () => {
  const part = (text: string): string => Buffer.from(text).toString('base64url')
  const [flat, deep] = ['{"alg":"PS256"}', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`].map(part)
  const facts = async (body: string, headers: Exchange['response']['headers'] = answer.response.headers) => {
    const { made } = recorder(async () => ({ ...answer, response: { ...answer.response, headers, body } }))
    return (await made.send(draft)).facts
  }
  expect((await facts(`${flat}.${deep}.c2ln`)).jws).toBeUndefined()
  expect((await facts(`${deep}.${flat}.c2ln`)).jws).toBeUndefined()
  expect((await facts('{}', [['x-jws-signature', `${deep}..c2ln`]])).detached).toBeUndefined()
})

test('a host that refuses one certificate is asked with another', async () => {
  const { made } = recorder(async (_, certificate) => {
    if (certificate === 'none') throw new NetworkFault('rejected', 'bank.example', 'bank.example: broken off')
    return answer
  })
  const without = { ...draft, credentials: { ...draft.credentials, certificate: 'none' as const } }
  for (let count = 0; count < 3; count += 1) await made.send(without).catch(() => undefined)
  expect((await made.send(draft)).response.status).toBe(answer.response.status)
})

test('a host goes on refusing a certificate however often it is asked', async () => {
  let asked = 0
  const { made } = recorder(async () => {
    asked += 1
    throw new NetworkFault('rejected', 'bank.example', 'bank.example: broken off', { cause: new Error('alert') })
  })
  const without = { ...draft, credentials: { ...draft.credentials, certificate: 'none' as const } }
  for (let count = 0; count < 5; count += 1) await expect(made.send(without)).rejects.toHaveProperty('cause')
  expect(asked).toBe(5)
})

test('what is signed is made when its turn comes', async () => {
  const events: string[] = []
  const send = async () => {
    events.push('sent')
    return answer
  }
  const write = async (): Promise<Draft> => {
    events.push('signed')
    return draft
  }
  const { made } = recorder(send, { concurrency: 1 })
  await Promise.all([1, 2, 3].map(() => made.send(write)))
  expect(events).toEqual(['signed', 'sent', 'signed', 'sent', 'signed', 'sent'])
})
