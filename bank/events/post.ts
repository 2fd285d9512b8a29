import { randomUUID } from 'node:crypto'
import { request } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import type { CommonSetting } from '../setting.ts'
import { messageOf, permit, sealed } from './envelope.ts'
import { type BankEvent, webhookOf } from './event.ts'

/** Delivers events to the addresses that clients registered, and again where one was not taken. */
export interface Post {
  /** Takes an event; it is on its way when this returns. */
  readonly tell: (event: BankEvent) => void
  /** Gives up what was not delivered yet. */
  readonly close: () => void
}

/** Milliseconds before the second, third and fourth attempt. */
const pauses = [200, 400, 800]

/** Milliseconds that a receiver may take to answer. */
const patience = 5000

/** This bank lives on one machine and never calls anybody outside of it. */
const reachable = (url: string): boolean =>
  URL.canParse(url) &&
  new URL(url).protocol === 'https:' &&
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

const statusOf = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { ca, signal }: { readonly ca: string; readonly signal: AbortSignal },
): Promise<number | undefined> =>
  new Promise((resolve) => {
    const call = request(url, { method: 'POST', ca, signal, agent: false, timeout: patience, headers }, (response) => {
      response.resume()
      response.on('error', () => undefined)
      resolve(response.statusCode)
    })
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(undefined))
    call.end(body)
  })

const taken = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300

/** Opens the post of a bank. */
export const openPost = (bank: CommonSetting): Post => {
  const { misbehaves } = bank
  const closing = new AbortController()
  const { signal } = closing
  const attempt = async (url: string, id: string, body: string): Promise<number | undefined> => {
    const to = misbehaves('event-below-its-url') ? `${url}/events` : url
    const headers = {
      authorization: `Bearer ${await permit(bank, url)}`,
      'content-type': misbehaves('event-called-jwt') ? 'application/jwt' : 'application/jwe',
      'content-length': String(Buffer.byteLength(body)),
      'x-fapi-interaction-id': misbehaves('event-id-without-dashes') ? id.replaceAll('-', '') : id,
    }
    return statusOf(to, headers, body, { ca: bank.ca, signal })
  }
  const deliver = async (event: BankEvent, url: string): Promise<void> => {
    const id = randomUUID()
    const message = messageOf(bank, event)
    for (const milliseconds of [0, ...pauses]) {
      if (milliseconds > 0) await pause(milliseconds, undefined, { signal, ref: false })
      if (taken(await attempt(url, id, await sealed(bank, event.clientId, message)))) return
      if (misbehaves('refused-event-dropped')) return
    }
  }
  return {
    tell(event) {
      const webhook = webhookOf(event.subscription)
      if (webhook === undefined || !reachable(webhook.url)) return
      if (!webhook.isActive && !misbehaves('events-never-switched-off')) return
      if (event.data.Status === 'Revoked' && misbehaves('revocation-untold')) return
      if (
        event.data.OpeningStatus !== undefined &&
        event.data.OpeningStatus !== 'Pending' &&
        misbehaves('opening-untold')
      )
        return
      // What is given up at the end of the bank is nobody's concern.
      deliver(event, webhook.url).catch(() => undefined)
    },
    close: () => closing.abort(),
  }
}
