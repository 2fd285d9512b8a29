import { setMaxListeners } from 'node:events'
import { type Exchange, type Headers, header, mediaType } from '../exchange.ts'
import { Inconclusive } from '../session.ts'
import type { Keys } from './open-delivery.ts'
import type { Arrival, Reply } from './receiver.ts'

/** One inbox: what it answers, and what came. */
export interface Box {
  readonly speaker: Pick<Exchange, 'suite' | 'scenario'>
  readonly keys: Keys
  readonly url: string
  readonly answers: readonly [number, ...number[]]
  taken: number
  /** How many arrived, those included that are still being opened. */
  arrived: number
  readonly came: Exchange[]
  /** Called when something came. */
  readonly waiting: Set<() => void>
}

/** Events of one inbox that are taken: a server that sends more has lost its way. */
export const mostEvents = 500

/** An id that can be sent back in a header, whatever it is. */
const echoable = /^[!-~]{1,100}$/

const event = 'application/jwe'
const idName = 'x-fapi-interaction-id'

const echo = (headers: Headers): Headers => {
  const id = header({ headers }, idName) ?? ''
  return echoable.test(id) ? [[idName, id]] : []
}

/** What a box answers: another media type is refused, as the template of receivers has it; else what it was told to. */
export const replyOf = (box: Box, { headers }: Arrival): Reply => {
  box.arrived += 1
  if (box.arrived > mostEvents) return { status: 429, headers: [] }
  if (mediaType({ headers }) !== event) return { status: 415, headers: echo(headers) }
  const status = box.answers[Math.min(box.taken, box.answers.length - 1)] ?? box.answers[0]
  box.taken += 1
  return { status, headers: echo(headers) }
}

/** Waits until something comes or so many milliseconds are over. Throws `Inconclusive` when the run is interrupted. */
export const next = (box: Box, milliseconds: number, interrupted: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      box.waiting.delete(come)
      interrupted.removeEventListener('abort', stop)
    }
    const come = (): void => {
      end()
      resolve()
    }
    const stop = (): void => {
      end()
      reject(new Inconclusive('the run was interrupted'))
    }
    const timer = setTimeout(come, milliseconds)
    if (interrupted.aborted) return stop()
    box.waiting.add(come)
    setMaxListeners(0, interrupted)
    interrupted.addEventListener('abort', stop, { once: true })
  })
