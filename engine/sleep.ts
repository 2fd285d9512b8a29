import { setMaxListeners } from 'node:events'
import { Inconclusive } from './session.ts'

/** Waits so many milliseconds. Throws `Inconclusive` at once when the run is interrupted. */
export const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(new Inconclusive('the run was interrupted'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal.aborted) return stop()
    // Many scenarios wait at the same time; Node takes more than ten listeners for a leak.
    setMaxListeners(0, signal)
    signal.addEventListener('abort', stop, { once: true })
  })
