import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { header, headerValues } from './exchange.ts'
import { NetworkFault } from './network-fault.ts'
import { openTransport, type Transport } from './transport.ts'

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const serve = async (listener: RequestListener): Promise<string> => {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(
    { close: () => server.closeAllConnections() },
    { close: () => new Promise((resolve) => server.close(resolve)) },
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/path?q=1`
}

const transport = (change: Partial<Parameters<typeof openTransport>[0]> = {}): Transport => {
  const made = openTransport({ certificates: {}, timeout: 5, bodyBytes: 100_000, connections: 2, ...change })
  open.push(made)
  return made
}

const get = (url: string, one = transport()) => one.send({ method: 'GET', url, headers: [['X-Mine', 'a']] }, 'none')

const kindOf = async (promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.then(
    () => 'no fault',
    (fault: unknown) => fault,
  )
  return error instanceof NetworkFault ? error.kind : String(error)
}

test('headers keep their case, order and repetitions', async () => {
  const url = await serve((_, response) =>
    response
      .writeHead(
        200,
        [
          ['X-B', '1'],
          ['x-A', '2'],
          ['X-B', '3'],
        ].flat(),
      )
      .end(),
  )
  const { response } = await get(url)
  expect(response.headers.filter(([name]) => name.toLowerCase().startsWith('x-'))).toEqual([
    ['X-B', '1'],
    ['x-A', '2'],
    ['X-B', '3'],
  ])
  expect(headerValues(response, 'x-b')).toEqual(['1', '3'])
  expect(header(response, 'X-b')).toBe('1, 3')
})

describe('a body', () => {
  const text = '{"name":"محمد"}'
  test.each([
    ['plain', {}, Buffer.from(text)],
    ['gzip', { 'content-encoding': 'gzip' }, gzipSync(text)],
    ['brotli', { 'content-encoding': 'br' }, brotliCompressSync(text)],
  ])('comes through as it was: %s', async (_, headers, bytes) => {
    const url = await serve((__, response) => response.writeHead(200, headers).end(bytes))
    const received = await get(url)
    expect(received.response.body).toBe(text)
    expect(received.bytes).toBe(bytes.length)
    expect(received.validUtf8).toBe(true)
  })

  test('that is empty needs no decoding', async () => {
    const url = await serve((_, response) => response.writeHead(401, { 'content-encoding': 'gzip' }).end())
    expect((await get(url)).response).toMatchObject({ status: 401, body: '' })
  })

  test('with a byte order mark comes without it, and that is a fact', async () => {
    const url = await serve((_, response) => response.end(`\uFEFF{}`))
    expect(await get(url)).toMatchObject({ response: { body: '{}' }, bytes: 5, byteOrderMark: true })
    const plain = await serve((_, response) => response.end('{}'))
    expect(await get(plain)).not.toHaveProperty('byteOrderMark')
  })

  test('that is no UTF-8 is a fact', async () => {
    const url = await serve((_, response) => response.end(Buffer.from([0x7b, 0xff, 0x7d])))
    expect((await get(url)).validUtf8).toBe(false)
  })

  test('larger than the limit is a fault', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(2000)))
    expect(await kindOf(get(url, transport({ bodyBytes: 1000 })))).toBe('too-large')
  })

  test('that is not what its content coding says is a fault', async () => {
    const url = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'))
    expect(await kindOf(get(url))).toBe('garbled')
  })

  test('that unpacks to more than the limit is a fault', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
    )
    expect(await kindOf(get(url, transport({ bodyBytes: 10_000 })))).toBe('too-large')
  })
})

test('a redirect is an answer and is not followed', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())
  expect((await get(url)).response.status).toBe(302)
})

test('connections are reused', async () => {
  const ports = new Set<number | undefined>()
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort)
    response.end('ok')
  })
  const one = transport({ connections: 1 })
  for (let count = 0; count < 5; count += 1) await get(url, one)
  expect(ports.size).toBe(1)
})

describe('no answer is a fault of its kind', () => {
  test('unknown host', async () => expect(await kindOf(get('http://no-such-host.invalid/'))).toBe('dns'))
  test('nothing listens', async () => {
    const url = await serve((_, response) => response.end())
    for (const one of open.splice(0)) await one.close()
    expect(await kindOf(get(url))).toBe('refused')
  })
  test('too slow', async () => {
    const url = await serve(() => undefined)
    expect(await kindOf(get(url, transport({ timeout: 0.2 })))).toBe('timeout')
  })
  test('given up by the run', async () => {
    const url = await serve(() => undefined)
    const stop = new AbortController()
    const sent = transport().send({ method: 'GET', url, headers: [] }, 'none', stop.signal)
    stop.abort()
    await expect(sent).rejects.toThrow('the run was interrupted')
  })
  test('broken off', async () => {
    const url = await serve((request) => request.socket.destroy())
    expect(await kindOf(get(url))).toBe('closed')
  })
})

test.each<readonly [string, string, RequestListener]>([
  [
    'piece by piece without end',
    'unfinished',
    (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 50)
      response.once('close', () => clearInterval(drip))
    },
  ],
  [
    'with promises only',
    'timeout',
    (_, response) => {
      const drip = setInterval(() => response.writeProcessing(), 20)
      response.once('close', () => clearInterval(drip))
    },
  ],
])('an answer that comes %s has come too late', async (_, kind, listener) => {
  expect(await kindOf(get(await serve(listener), transport({ timeout: 0.3 })))).toBe(kind)
})

test('headers larger than the limit', async () => {
  const url = await serve((_, response) => response.writeHead(200, { 'x-big': 'a'.repeat(20_000) }).end())
  expect(await kindOf(get(url))).toBe('too-large')
})
