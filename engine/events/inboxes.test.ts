import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { connect } from 'node:net'
import { CompactEncrypt, CompactSign } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificates } from '../../bank/certificates.ts'
import type { Exchange } from '../exchange.ts'
import { makeOpener } from '../jose.ts'
import { makeRecorder } from '../recorder.ts'
import { makeRedactor } from '../redact/redactor.ts'
import { Inconclusive } from '../session.ts'
import { type Inboxes, type InboxesOptions, openInboxes } from './inboxes.ts'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const [ours, theirs, stranger] = [pair(), pair(), pair()]
const keySet = { keys: [{ ...theirs.publicKey.export({ format: 'jwk' }), kid: 'theirs', use: 'sig', alg: 'PS256' }] }

const signed = (claims: unknown, kid = 'theirs', { privateKey } = theirs): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: 'PS256', kid }).sign(privateKey)

const sealed = (text: string, kid = 'ours', { publicKey } = ours): Promise<string> =>
  new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid })
    .encrypt(publicKey)

const claims = { iss: 'https://hub.example', exp: 2, nbf: 1, message: { Meta: { ConsentId: 'c1' } } }

const opened: Inboxes[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

type Change = Omit<Partial<InboxesOptions>, 'events'> & { readonly events?: Partial<InboxesOptions['events']> }

const begin = async (change: Change = {}) => {
  const exchanges: Exchange[] = []
  const recorder = makeRecorder({
    transport: { send: () => Promise.reject(new Error('nothing is sent')), close: async () => undefined },
    redactor: makeRedactor([]),
    concurrency: 1,
    requestsPerSecond: 1,
    onExchange: (exchange) => exchanges.push(exchange),
  })
  const inboxes = await openInboxes({
    credentials: { opener: makeOpener(ours.privateKey, 'ours') },
    recorder,
    interrupted: new AbortController().signal,
    where: 'acme.yaml:7: events.listen',
    ...change,
    events: {
      url: 'https://localhost:0/hooks',
      listen: { host: '127.0.0.1', port: 0 },
      plain: true,
      wait: 5,
      ...change.events,
    },
  })
  opened.push(inboxes)
  let again = 0
  const keys = {
    now: () => (again > 0 ? keySet : { keys: [] }),
    again: async () => {
      again += 1
    },
  }
  const open = (options?: { readonly answers: readonly [number, ...number[]] }) =>
    inboxes.open({ suite: 's', scenario: 's/one' }, keys, options)
  return { inboxes, exchanges, open, lookedAgain: () => again }
}

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly ca?: string
}

const send = (url: string, { method = 'POST', headers, body = '', ca }: Sent = {}) =>
  new Promise<{ readonly status: number; readonly headers: object; readonly text: string }>((resolve, reject) => {
    // Of a receiver without TLS the public address is somebody else's: here it is called behind that.
    const target = ca === undefined ? url.replace('https:', 'http:') : url
    const call = (ca === undefined ? plainRequest : tlsRequest)(
      target,
      {
        method,
        agent: false,
        headers: { 'content-type': 'application/jwe', ...headers },
        ...(ca !== undefined && { ca }),
      },
      (response) => {
        let text = ''
        response.on('data', (piece) => {
          text += piece
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      },
    )
    call.on('error', reject)
    call.end(body)
  })

const some = (soFar: readonly Exchange[]): boolean => soFar.length > 0

describe('an event', () => {
  test('is taken with 202 and its id, opened, verified, and recorded as an exchange of the scenario', async () => {
    const { open, exchanges, lookedAgain } = await begin()
    const inbox = await open()
    const permit = await signed({ iss: 'https://hub.example', sub: 'hub', aud: inbox.url })
    const headers = { 'x-fapi-interaction-id': 'an-id', authorization: `Bearer ${permit}` }
    const answer = await send(inbox.url, { headers, body: await sealed(await signed(claims)) })
    expect(answer).toMatchObject({ status: 202, headers: { 'x-fapi-interaction-id': 'an-id' }, text: '' })
    const came = await inbox.deliveries(some)
    expect(came).toEqual(exchanges)
    expect(came[0]).toMatchObject({
      id: 'x1',
      operation: 'POST /',
      inbound: true,
      suite: 's',
      scenario: 's/one',
      request: { method: 'POST', url: inbox.url },
      response: { status: 202, body: '' },
      facts: {
        delivery: {
          jwe: { alg: 'RSA-OAEP-256', kid: 'ours' },
          ownKid: true,
          decrypted: true,
          opened: { verified: true, claims },
          authorization: { verified: true, claims: { sub: 'hub' } },
        },
      },
    })
    expect(inbox.reached()).toBe(true)
    // The key that signed it was not known at first.
    expect(lookedAgain()).toBeGreaterThan(0)
  })

  test.each([
    ['for another key', async () => sealed(await signed(claims), 'ours', stranger), { decrypted: false, ownKid: true }],
    ['for another kid', async () => sealed(await signed(claims), 'other'), { decrypted: true, ownKid: false }],
    [
      'by a key that nobody published',
      async () => sealed(await signed(claims, 'unknown', stranger)),
      { opened: { verified: false, reason: 'ERR_JWKS_NO_MATCHING_KEY' } },
    ],
    [
      'without a signature',
      () => sealed('{}'),
      { decrypted: true, opened: { failed: 'the JWE holds no compact JWS' } },
    ],
    ['without encryption', () => signed(claims), { decrypted: false, opened: { verified: true } }],
    ['of nothing', async () => '', { opened: { failed: 'the body is no compact JWE' } }],
    [
      'with a header that is nested without end',
      async () => `${Buffer.from(`{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`).toString('base64url')}....`,
      { opened: { failed: 'the body is no compact JWE' } },
    ],
    [
      'that becomes large when it is opened',
      async () =>
        new CompactEncrypt(Buffer.alloc(5_000_000, 'a'))
          .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', zip: 'DEF' })
          .encrypt(ours.publicKey),
      { decrypted: false, opened: { failed: 'ERR_JWE_INVALID' } },
    ],
    ['of noise', async () => 'a.b.c.d.e', { opened: { failed: 'the body is no compact JWE' } }],
  ])('%s is recorded with what it is', async (_, body, facts) => {
    const { open } = await begin()
    const inbox = await open()
    expect((await send(inbox.url, { body: await body() })).status).toBe(202)
    const [event] = await inbox.deliveries(some)
    expect(event?.facts.delivery).toMatchObject(facts)
  })

  test('is answered as the inbox was told, in turn, and of another media type with 415', async () => {
    const { open } = await begin()
    const inbox = await open({ answers: [500, 204] })
    const json = { 'content-type': 'application/json' }
    const statuses = [
      await send(inbox.url, { headers: json }),
      await send(inbox.url),
      await send(inbox.url),
      await send(inbox.url),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([415, 500, 204, 204])
    const came = await inbox.deliveries((soFar) => soFar.length === 4)
    expect(came.map(({ response }) => response.status)).toEqual([415, 500, 204, 204])
  })

  test('below the address, or by another method, is taken and recorded as it came', async () => {
    const { open } = await begin()
    const inbox = await open()
    await send(`${inbox.url}/events?a=1`, { method: 'PUT' })
    const [event] = await inbox.deliveries(some)
    expect(event?.request).toMatchObject({ method: 'PUT', url: `${inbox.url}/events?a=1` })
  })

  test('behind a proxy that takes the beginning of the path away finds its inbox', async () => {
    const { open } = await begin()
    const inbox = await open()
    await send(inbox.url.replace('/hooks', ''))
    const [event] = await inbox.deliveries(some)
    expect(event?.request.url).toBe(inbox.url)
  })

  test('goes to the inbox that it was sent to, and to no other', async () => {
    const { open } = await begin()
    const [first, second] = [await open(), await open()]
    await send(second.url)
    expect(await second.deliveries(some)).toHaveLength(1)
    expect(await first.listen(0)).toEqual([])
  })
})

describe('what is no event', () => {
  test.each([
    ['an unknown path', '/hooks/unknown', 'POST'],
    ['a GET of an inbox', undefined, 'GET'],
    ['a HEAD of an inbox', undefined, 'HEAD'],
  ])('%s is not found and not recorded', async (_, path, method) => {
    const { open, exchanges } = await begin()
    const inbox = await open()
    const url = path === undefined ? inbox.url : new URL(path, inbox.url).href
    expect((await send(url, { method })).status).toBe(404)
    expect(exchanges).toEqual([])
    expect(inbox.reached()).toBe(false)
  })

  test('a body beyond all measure is refused and not recorded', async () => {
    const { open, exchanges } = await begin()
    const inbox = await open()
    const answer = await send(inbox.url, { body: 'a'.repeat(1_000_001) }).catch(() => ({ status: 413 }))
    expect(answer.status).toBe(413)
    expect(exchanges).toEqual([])
  })

  test('what was turned away is not held against anybody who is waited for', async () => {
    const { open } = await begin({ events: { wait: 0.05 } })
    const inbox = await open()
    await send(inbox.url, { body: 'a'.repeat(1_000_001) }).catch(() => undefined)
    await expect(inbox.deliveries(some)).rejects.toThrow(
      'an event may have been missed: this run turned away a body of more than 1000000 bytes',
    )
    await expect(inbox.listen(0.01)).rejects.toBeInstanceOf(Inconclusive)
    expect(await inbox.listen(0)).toEqual([])
    await send(inbox.url)
    expect(await inbox.deliveries(some)).toHaveLength(1)
  })

  test('connections beyond all measure are turned away', async () => {
    const { open } = await begin({ events: { wait: 0.05 } })
    const inbox = await open()
    const port = Number(new URL(inbox.url).port)
    const connections = Array.from({ length: 256 }, () => connect(port, '127.0.0.1'))
    for (const socket of connections) socket.on('error', () => undefined)
    await Promise.all(connections.map((socket) => once(socket, 'connect')))
    await expect(send(inbox.url)).rejects.toThrow()
    for (const socket of connections) socket.destroy()
    await expect(inbox.deliveries(some)).rejects.toThrow('a connection beyond the 256 that were open')
  })

  test('noise on the line does no harm, nor does somebody who hangs up', async () => {
    const { open } = await begin()
    const inbox = await open()
    const { port, pathname } = new URL(inbox.url)
    const speak = (text: string): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text))
        socket.on('error', () => undefined)
        socket.on('close', () => resolve())
        socket.resume()
      })
    await speak('\u0016\u0003\u0001 this is no HTTP\r\n\r\n')
    await speak(`POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf`)
    expect((await send(inbox.url)).status).toBe(202)
    expect(await inbox.deliveries(some)).toHaveLength(1)
  })

  test('after 500 events an inbox takes no more', async () => {
    const { open } = await begin()
    const inbox = await open()
    const answers: number[] = []
    for (let count = 0; count < 26; count += 1) {
      const sent = await Promise.all(Array.from({ length: 20 }, () => send(inbox.url)))
      answers.push(...sent.map(({ status }) => status))
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(20)
    expect(await inbox.listen(0)).toHaveLength(500)
  })
})

describe('waiting', () => {
  test('for what does not come ends after the limit, with all that came', async () => {
    const { open } = await begin({ events: { wait: 0.05 } })
    const inbox = await open()
    expect(inbox.seconds).toBe(0.05)
    expect(await inbox.deliveries(some)).toEqual([])
  })

  test('ends when the run is interrupted', async () => {
    const { signal, abort } = (() => {
      const controller = new AbortController()
      return { signal: controller.signal, abort: () => controller.abort() }
    })()
    const { open } = await begin({ interrupted: signal })
    const inbox = await open()
    const waiting = inbox.deliveries(some)
    abort()
    await expect(waiting).rejects.toThrow('the run was interrupted')
    await expect(inbox.listen(1)).rejects.toThrow('the run was interrupted')
  })
})

describe('the address', () => {
  test('is called once, and where it leads back here there is nothing to say', async () => {
    const { ca, receiver } = await makeCertificates([])
    const tls = { cert: receiver.certificate, key: receiver.key }
    const { open, exchanges } = await begin({ ca, credentials: { opener: makeOpener(ours.privateKey), tls } })
    const inbox = await open()
    expect(inbox.fault).toBeUndefined()
    expect(exchanges).toEqual([])
    expect((await send(inbox.url, { ca })).status).toBe(202)
  })

  test('that nobody vouches for is told, and events are taken all the same', async () => {
    const { ca, receiver } = await makeCertificates([])
    const tls = { cert: receiver.certificate, key: receiver.key }
    const { open } = await begin({ credentials: { opener: makeOpener(ours.privateKey), tls } })
    const inbox = await open()
    expect(inbox.fault).toMatch(/certificate/)
    expect((await send(inbox.url, { ca })).status).toBe(202)
  })

  test('behind which nobody speaks TLS is told', async () => {
    const { open } = await begin()
    expect((await open()).fault).toMatch(/localhost/)
  })

  test('of somebody else who listens there is told', async () => {
    const first = await begin()
    const { port } = new URL((await first.open()).url)
    const events = { listen: { host: '127.0.0.1', port: Number(port) } }
    await expect(begin({ events })).rejects.toMatchObject({
      name: 'SetUpFault',
      where: 'acme.yaml:7: events.listen',
      message: `events cannot be received at 127.0.0.1:${port}: somebody else listens there already`,
    })
  })

  test('does not keep the run waiting for somebody who began a handshake', async () => {
    const { receiver } = await makeCertificates([])
    const tls = { cert: receiver.certificate, key: receiver.key }
    const { inboxes, open } = await begin({ credentials: { opener: makeOpener(ours.privateKey), tls } })
    const socket = connect(Number(new URL((await open()).url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    await inboxes.close()
    await once(socket, 'close')
  })

  test('answers nobody once the run is over', async () => {
    const { inboxes, open } = await begin()
    const inbox = await open()
    await inboxes.close()
    await expect(send(inbox.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
