import { createServer } from 'node:http'
import { createInterface } from 'node:readline/promises'
import { Inconclusive } from '../session.ts'
import { type Authorised, readCallback } from './headless.ts'

/** How a run speaks with the person before it. */
export interface Person {
  readonly tell: (text: string) => void
  /** Opens a URL in the browser of this machine. */
  readonly open?: (url: string) => void
  /** True when a line can be asked for on this terminal. */
  readonly canType: boolean
}

/** Minutes that a person has for one consent. */
const minutes = 10

const loopback = (redirectUri: string): boolean => {
  const { protocol, hostname } = new URL(redirectUri)
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1')
}

/** Sends what stands in the fragment to the same address as a query; the page has nothing else in it. */
const relay = `<!doctype html><meta charset="utf-8"><title>Mizan</title>
<script>location.replace(location.pathname + '?' + location.hash.slice(1))</script>`

const listen = (redirectUri: string, signal: AbortSignal, inFragment: boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, hostname, origin, pathname } = new URL(redirectUri)
    const server = createServer((request, response) => {
      const target = request.url ?? '/'
      const address = URL.canParse(target, origin) ? new URL(target, origin) : undefined
      if (address?.origin !== origin || address.pathname !== pathname) {
        response.writeHead(404, { connection: 'close' }).end()
        return
      }
      if (inFragment && address.search === '') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(relay)
        return
      }
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        .end('Thank you. You may close this page.\n')
      server.close()
      resolve(address.href)
    })
    server.once('error', reject)
    signal.addEventListener('abort', () => {
      server.close()
      reject(signal.reason)
    })
    server.listen(Number(port || 80), hostname)
  })

const paste = async (signal: AbortSignal): Promise<string> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question('Paste the address at which the browser ended: ', { signal })).trim()
  } finally {
    lines.close()
  }
}

export interface BrowserJourney {
  /** The authorization request. */
  readonly start: string
  readonly redirectUri: string
  readonly person: Person
  /** What the consent is for. */
  readonly why: string
  readonly interrupted: AbortSignal
  /** The response type puts the answer into the fragment, which a browser keeps to itself. */
  readonly inFragment?: boolean
}

/**
 * Lets a person give the consent in a browser; waits for the callback on the loopback, or for its address to be pasted.
 * Throws `Inconclusive` when neither comes, or the run is interrupted meanwhile.
 */
export const authoriseInBrowser = async ({
  start,
  redirectUri,
  person,
  why,
  interrupted,
  inFragment = false,
}: BrowserJourney): Promise<Authorised> => {
  if (interrupted.aborted) throw new Inconclusive('the run was interrupted')
  if (!loopback(redirectUri) && !person.canType) {
    throw new Inconclusive(
      'nobody is at the terminal to paste the callback, and client.redirectUri is no http address on the loopback',
    )
  }
  person.tell(`\n${why}\nOpen this address, log in and agree:\n\n  ${start}\n`)
  person.open?.(start)
  const limit = AbortSignal.timeout(minutes * 60_000)
  const end = AbortSignal.any([limit, interrupted])
  let address: string
  try {
    address = await (loopback(redirectUri) ? listen(redirectUri, end, inFragment) : paste(end))
  } catch (cause) {
    if (interrupted.aborted) throw new Inconclusive('the run was interrupted', { cause })
    throw new Inconclusive(
      limit.aborted
        ? `nobody came back within ${minutes} minutes`
        : `the callback could not be received: ${(cause as Error).message}`,
      { cause },
    )
  }
  if (!URL.canParse(address)) throw new Inconclusive('what was pasted is no address')
  return readCallback(address, [], inFragment)
}
