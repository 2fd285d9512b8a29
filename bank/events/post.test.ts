import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { compactDecrypt, decodeJwt } from 'jose'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { type Certificates, makeCertificates } from '../certificates.ts'
import { signingKey } from '../keys.ts'
import type { CommonSetting } from '../setting.ts'
import { encryptionKey } from './encryption-key.ts'
import { openPost, type Post } from './post.ts'

let certificates: Certificates
let bank: CommonSetting
beforeAll(async () => {
  certificates = await makeCertificates([])
  bank = {
    issuer: 'https://localhost:1',
    signing: await signingKey(),
    encryption: await encryptionKey(),
    ca: certificates.ca,
    misbehaves: () => false,
  } as unknown as CommonSetting
})

interface Came {
  readonly url: string
  readonly type: string
  readonly permit: Readonly<Record<string, unknown>>
  readonly message: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A receiver that answers with these statuses in turn, and what came to it. */
const receiver = async (...statuses: readonly number[]) => {
  const came: Came[] = []
  let tell = (): void => undefined
  const { certificate: cert, key } = certificates.receiver
  const server = createServer({ cert, key }, async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const jws = (await compactDecrypt(body, bank.encryption.privateKey)).plaintext
    came.push({
      url: request.url ?? '',
      type: request.headers['content-type'] ?? '',
      permit: decodeJwt(request.headers.authorization?.slice('Bearer '.length) ?? ''),
      message: decodeJwt(Buffer.from(jws).toString()).message as Came['message'],
    })
    response.writeHead(statuses[came.length - 1] ?? 204).end()
    tell()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      tell = () => came.length >= count && resolve()
      tell()
    })
  return { came, until, url: `https://localhost:${(server.address() as AddressInfo).port}/hook` }
}

const open = (change: Partial<CommonSetting> = {}): Post => {
  const post = openPost({ ...bank, ...change })
  closers.push(post.close)
  return post
}

const event = (Url: string, IsActive = true) => ({
  clientId: 'c',
  subscription: { Webhook: { Url, IsActive } },
  id: { ConsentId: 'c1' },
  resource: 'https://localhost:1/consents/c1',
  data: { ConsentId: 'c1', Status: 'Authorized' },
})

test('an event is encrypted, signed, and permitted for its receiver', async () => {
  const { came, until, url } = await receiver()
  open().tell(event(url))
  await until(1)
  expect(came).toMatchObject([
    {
      url: '/hook',
      type: 'application/jwe',
      permit: { aud: url },
      message: { Data: { Status: 'Authorized' }, Meta: { ConsentId: 'c1', EventType: 'Resource.Updated' } },
    },
  ])
})

test('one that is refused comes again, the same but for its permit, and no more once it is taken', async () => {
  const { came, until, url } = await receiver(500, 503, 204)
  open().tell(event(url))
  await until(3)
  expect(new Set(came.map(({ message }) => JSON.stringify(message))).size).toBe(1)
  expect(new Set(came.map(({ permit }) => permit.jti)).size).toBe(3)
})

test('nothing is delivered that was switched off, nor to another machine, nor without TLS', async () => {
  const { came, until, url } = await receiver()
  const post = open()
  post.tell(event(url, false))
  post.tell(event('https://events.tpp.example/consents'))
  post.tell(event(url.replace('https:', 'http:')))
  post.tell({ ...event(url), subscription: undefined })
  post.tell({ ...event(url), id: { ConsentId: 'last' } })
  await until(1)
  expect(came.map(({ message }) => message.Meta?.ConsentId)).toEqual(['last'])
})

test('what was refused is given up when the bank closes', async () => {
  const { came, until, url } = await receiver(500)
  const post = open()
  post.tell(event(url))
  await until(1)
  post.close()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(came).toHaveLength(1)
})
