import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type RunningBank, startBank } from '../bank/index.ts'
import { runProfile, troubles, writeProfile } from './bank-run.ts'

const patience = 30_000

interface Proxy {
  readonly url: string
  /** `host:port` of every tunnel that was asked for. */
  readonly tunnels: readonly string[]
  /** What else it was asked: nothing, when everything is HTTPS. */
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

/** A proxy on the loopback that only tunnels, or refuses to. */
const startProxy = async ({ refuses = false } = {}): Promise<Proxy> => {
  const tunnels: string[] = []
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.writeHead(405).end()
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  server.on('connect', ({ url = '' }, near: Socket, head: Buffer) => {
    tunnels.push(url)
    if (refuses) {
      near.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const { hostname, port } = new URL(`https://${url}`)
    const far = connect(Number(port), hostname, () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.write(head)
      far.pipe(near).pipe(far)
    })
    sockets.add(far)
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Ports to which this process opened connections while something went on, TLS or not. */
const portsDialled = async (during: () => Promise<unknown>): Promise<readonly number[]> => {
  const ports: number[] = []
  const { connect: dial } = Socket.prototype
  const noted = function (this: Socket, ...args: unknown[]): Socket {
    this.once('connect', () => ports.push(this.remotePort ?? 0))
    return Reflect.apply(dial, this, args)
  }
  const spy = vi.spyOn(Socket.prototype, 'connect').mockImplementation(noted as typeof dial)
  try {
    await during()
  } finally {
    spy.mockRestore()
  }
  return ports
}

const portOf = (url: string): number => Number(new URL(url).port)

let folder: string
let bank: RunningBank
let proxy: Proxy

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-proxy-'))
  bank = await startBank()
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, undefined)
    vi.stubEnv(name.toLowerCase(), undefined)
  }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await proxy.close()
  await bank.close()
  rmSync(folder, { recursive: true })
})

/** Tokens bound to certificates, and two clients: what breaks first when mutual TLS is lost on the way. */
const run = () =>
  runProfile(writeProfile(bank, folder), {
    // Events would be delivered to a server of the run, past the proxy of this test.
    selection: {
      suites: ['authorisation', 'consents', 'bank-data-sharing'],
      rules: ['UAE-TLS-005', 'UAE-BDS-001'],
      operations: [],
      slow: false,
    },
  })

describe('a proxy of the environment', () => {
  test.each(['HTTPS_PROXY', 'https_proxy'])(
    'in %s carries every connection, with both client certificates',
    { timeout: patience },
    async (name) => {
      proxy = await startProxy()
      vi.stubEnv(name, proxy.url)
      const host = new URL(bank.issuer).host
      const ports = await portsDialled(async () => {
        const finished = await run()
        expect(troubles(finished)).toEqual([])
        expect(finished.exitCode).toBe(0)
        const proved = finished.report.verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule)
        expect(new Set(proved)).toEqual(new Set(['UAE-TLS-005', 'UAE-BDS-001']))
      })
      expect(proxy.tunnels.length).toBeGreaterThan(1)
      expect(new Set(proxy.tunnels)).toEqual(new Set([host]))
      expect(proxy.requests).toEqual([])
      // The bank was dialled by the proxy alone: once for each tunnel.
      expect(ports.filter((port) => port === portOf(bank.issuer))).toHaveLength(proxy.tunnels.length)
      expect(new Set(ports)).toEqual(new Set([portOf(bank.issuer), portOf(proxy.url)]))
    },
  )

  test('is passed by for hosts of NO_PROXY', { timeout: patience }, async () => {
    proxy = await startProxy()
    vi.stubEnv('HTTPS_PROXY', proxy.url)
    vi.stubEnv('NO_PROXY', 'elsewhere.example,localhost')
    const ports = await portsDialled(async () => {
      const finished = await run()
      expect(troubles(finished)).toEqual([])
      expect(finished.exitCode).toBe(0)
    })
    expect(proxy.tunnels).toEqual([])
    expect(new Set(ports)).toEqual(new Set([portOf(bank.issuer)]))
  })

  test('that refuses is a fault of ours, and nothing goes around it', { timeout: patience }, async () => {
    proxy = await startProxy({ refuses: true })
    vi.stubEnv('HTTPS_PROXY', proxy.url)
    const ports = await portsDialled(() =>
      expect(run()).rejects.toMatchObject({ name: 'SetUpFault', todo: expect.stringContaining('HTTPS_PROXY') }),
    )
    expect(new Set(ports)).toEqual(new Set([portOf(proxy.url)]))
  })

  test('that is not there is a fault of ours', { timeout: patience }, async () => {
    proxy = await startProxy()
    await proxy.close()
    vi.stubEnv('HTTPS_PROXY', proxy.url)
    await expect(run()).rejects.toMatchObject({ name: 'SetUpFault', todo: expect.stringContaining('HTTPS_PROXY') })
  })
})
