import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Certificates, makeCertificates } from '../bank/certificates.ts'
import { listen } from '../bank/server.ts'
import { makeHandshaker } from './handshake.ts'
import { type HandshakeOptions, Inconclusive } from './session.ts'

let certificates: Certificates
const open: { close: () => unknown }[] = []

beforeAll(async () => {
  for (const name of ['https_proxy', 'http_proxy', 'HTTPS_PROXY', 'HTTP_PROXY']) vi.stubEnv(name, undefined)
  certificates = await makeCertificates(['client'])
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(() => vi.unstubAllEnvs())

const shake = (port: number, options: Partial<HandshakeOptions> = {}, ca = certificates.ca) =>
  makeHandshaker({ ca, certificates: {}, timeout: 0.5 })({
    purpose: 'test',
    url: `https://localhost:${port}`,
    ...options,
  })

const bank = async (oldToo = false): Promise<number> => {
  const server = await listen(certificates, 0, { oldToo })
  open.push(server)
  return server.port
}

/** A server that is no TLS server: what it does with a connection is up to the test. */
const plain = async (listener: Parameters<typeof createServer>[1]): Promise<number> => {
  const server: Server = createServer(listener as never)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) })
  return (server.address() as AddressInfo).port
}

describe('a handshake', () => {
  it('is agreed upon with what both sides like best', async () => {
    const port = await bank()
    expect(await shake(port)).toMatchObject({ host: `localhost:${port}`, outcome: 'agreed', protocol: 'TLSv1.3' })
  })

  it.each(['TLSv1', 'TLSv1.1'] as const)('with %s alone is refused by an alert', async (version) => {
    expect(await shake(await bank(), { version })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('ALERT'),
    })
  })

  it.each(['TLSv1', 'TLSv1.1'] as const)(
    'with %s alone is agreed upon where the server still speaks it',
    async (version) => {
      expect(await shake(await bank(true), { version })).toMatchObject({ outcome: 'agreed', protocol: version })
    },
  )

  it('with weak suites alone is refused, and agreed upon where the server has them', async () => {
    const weak = { version: 'TLSv1.2', ciphers: ['ECDHE-ECDSA-AES128-SHA'] } as const
    expect(await shake(await bank(), weak)).toMatchObject({ outcome: 'refused' })
    expect(await shake(await bank(true), weak)).toMatchObject({ outcome: 'agreed', cipher: 'ECDHE-ECDSA-AES128-SHA' })
  })

  it('does not trust a certificate of somebody else', async () => {
    const { ca } = await makeCertificates([])
    expect(await shake(await bank(), {}, ca)).toMatchObject({ outcome: 'untrusted' })
  })

  it('is agreed upon without trust where a version or suites are asked about', async () => {
    const { ca } = await makeCertificates([])
    expect(await shake(await bank(), { version: 'TLSv1.2' }, ca)).toMatchObject({ outcome: 'agreed' })
  })

  it('is refused by a connection that is closed after our hello', async () => {
    const port = await plain((socket) => socket.once('data', () => socket.destroy()))
    expect(await shake(port, { version: 'TLSv1.1' })).toMatchObject({ outcome: 'refused', reason: 'ECONNRESET' })
  })
})

describe('no handshake comes about', () => {
  it('where nothing listens', async () => {
    const port = await plain(() => undefined)
    for (const one of open.splice(0)) await one.close()
    await expect(shake(port)).rejects.toThrow(/nothing answers/)
  })

  it('where the server says nothing', async () => {
    const port = await plain((socket) => open.unshift({ close: () => socket.destroy() }))
    await expect(shake(port)).rejects.toThrow(/did not end in time/)
  })

  it('with suites that our own library does not know', async () => {
    await expect(shake(await bank(), { version: 'TLSv1.2', ciphers: ['NO-SUCH-SUITE'] })).rejects.toThrow(Inconclusive)
  })

  it('through a proxy', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://proxy.example:3128')
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('no_proxy', '')
    await expect(shake(443)).rejects.toThrow(/proxy/)
    vi.stubEnv('HTTPS_PROXY', undefined)
  })
})
