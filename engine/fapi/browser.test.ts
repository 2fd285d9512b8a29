import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { authoriseInBrowser } from './browser.ts'

const start = 'https://auth.example/authorize?client_id=c&request_uri=urn%3Ax'
const why = 'consents/give-consent: authorise the consent'

const listening = async (port = 0): Promise<Server> => {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

const closed = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve))

let port: number
let redirectUri: string

beforeEach(async () => {
  const server = await listening()
  port = (server.address() as AddressInfo).port
  await closed(server)
  redirectUri = `http://127.0.0.1:${port}/cb`
})

const watched = (canType = false) => {
  const told: string[] = []
  const opened: string[] = []
  return {
    told,
    opened,
    person: { tell: (text: string) => told.push(text), open: (url: string) => opened.push(url), canType },
  }
}

const wait = (interrupted = AbortSignal.any([]), inFragment = false) => {
  const { person, told, opened } = watched()
  const authorised = authoriseInBrowser({ start, redirectUri, person, why, interrupted, inFragment })
  // Looked at when the request to it has ended.
  authorised.catch(() => undefined)
  return { authorised, told, opened }
}

/** The browser comes back: asks again until the callback is listened for. */
const visit = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
    if (answer !== undefined) return { status: answer.status, text: await answer.text() }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('a callback on the loopback', () => {
  test('gives the code, apart from the other parameters', async () => {
    const { authorised, told, opened } = wait()
    const page = await visit('/cb?code=c0de&state=s1&iss=https%3A%2F%2Fauth.example')
    expect(page).toEqual({ status: 200, text: 'Thank you. You may close this page.\n' })
    expect(await authorised).toEqual({
      code: 'c0de',
      authorisation: {
        outcome: 'code',
        callback: {
          parameters: { state: 's1', iss: 'https://auth.example' },
          fragment: [],
          to: redirectUri,
          withCode: true,
        },
        exchanges: [],
      },
    })
    expect(told).toEqual([expect.stringContaining(start)])
    expect(told[0]).toContain(why)
    expect(opened).toEqual([start])
  })

  test('whose answer is in the fragment is brought by a page that asks again with a query', async () => {
    const { authorised } = wait(AbortSignal.any([]), true)
    expect((await visit('/cb')).text).toContain("location.pathname + '?' + location.hash.slice(1)")
    await visit('/cb?code=c0de&state=s1')
    expect((await authorised).code).toBe('c0de')
  })

  test('with an error gives no code', async () => {
    const { authorised } = wait()
    await visit('/cb?error=access_denied&state=s1')
    const { code, authorisation } = await authorised
    expect(code).toBeUndefined()
    expect(authorisation).toMatchObject({
      outcome: 'error',
      callback: { parameters: { error: 'access_denied', state: 's1' }, withCode: false },
    })
  })

  test.each(['/favicon.ico', '/', '/cb/more?code=wrong', '//elsewhere.example/cb?code=wrong', '/CB?code=wrong'])(
    'at another path, %s, is answered with 404 and waited past',
    async (path) => {
      const { authorised } = wait()
      expect((await visit(path)).status).toBe(404)
      await visit('/cb?code=right')
      expect((await authorised).code).toBe('right')
    },
  )

  test('whose request line is no address is answered with 404 and waited past', async () => {
    const { authorised } = wait()
    await visit('/')
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      )
      socket.once('data', (bytes) => resolve(bytes.toString('latin1')))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    await visit('/cb?code=right')
    expect((await authorised).code).toBe('right')
  })

  test('leaves the port free for the next consent', async () => {
    const { authorised } = wait()
    await visit('/cb?code=first')
    await authorised
    const again = wait()
    await visit('/cb?code=second')
    expect((await again.authorised).code).toBe('second')
  })
})

describe('no occasion', () => {
  test('the port is taken', async () => {
    const other = await listening(port)
    try {
      await expect(wait().authorised).rejects.toMatchObject({
        name: 'Inconclusive',
        message: expect.stringMatching(/the callback could not be received: .*EADDRINUSE/),
      })
    } finally {
      await closed(other)
    }
  })

  test.each(['https://tpp.example/cb', 'https://localhost:8443/cb', 'http://tpp.example/cb'])(
    'the callback goes to %s and nobody is there to paste it',
    async (elsewhere) => {
      const { person, told, opened } = watched()
      await expect(
        authoriseInBrowser({ start, redirectUri: elsewhere, person, why, interrupted: AbortSignal.any([]) }),
      ).rejects.toMatchObject({
        name: 'Inconclusive',
        message: expect.stringContaining('nobody is at the terminal to paste the callback'),
      })
      expect([told, opened]).toEqual([[], []])
    },
  )

  test('the run is interrupted while a person is asked', async () => {
    const stop = new AbortController()
    const { authorised } = wait(stop.signal)
    await visit('/')
    stop.abort()
    await expect(authorised).rejects.toMatchObject({ name: 'Inconclusive', message: 'the run was interrupted' })
    await closed(await listening(port))
  })

  test('the run was interrupted before a person was asked', async () => {
    const { authorised, told } = wait(AbortSignal.abort())
    await expect(authorised).rejects.toMatchObject({ name: 'Inconclusive', message: 'the run was interrupted' })
    expect(told).toEqual([])
  })
})

describe('an address that is pasted', () => {
  afterEach(() => vi.restoreAllMocks())

  const paste = (line: string) => {
    const input = new PassThrough()
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as unknown as typeof process.stdin)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { person, told } = watched(true)
    const authorised = authoriseInBrowser({
      start,
      redirectUri: 'https://tpp.example/cb',
      person,
      why,
      interrupted: AbortSignal.any([]),
    })
    input.write(`${line}\n`)
    return { authorised, told }
  }

  test('gives the code', async () => {
    const { authorised, told } = paste('  https://tpp.example/cb?code=c0de&state=s1 ')
    expect(await authorised).toMatchObject({
      code: 'c0de',
      authorisation: { outcome: 'code', callback: { to: 'https://tpp.example/cb', parameters: { state: 's1' } } },
    })
    expect(told[0]).toContain(start)
  })

  test('has to be one', async () => {
    await expect(paste('c0de').authorised).rejects.toMatchObject({
      name: 'Inconclusive',
      message: 'what was pasted is no address',
    })
  })
})
