import { Worker } from 'node:worker_threads'
import { SetUpFault } from '../set-up-fault.ts'
import { type ReadEntry, readRecording, type Wanted } from './read.ts'

/** What the reader hands over. */
export type FromReader =
  | { readonly entries: readonly ReadEntry[] }
  | { readonly end: true }
  | { readonly fault: Readonly<Record<'where' | 'message' | 'todo', string>> }

type Came = FromReader | { readonly broke: Error }

/** It lets go of all that it read: without limits V8 would keep much of it, and one large entry has to fit. */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

async function* fromThread(wanted: Wanted): AsyncGenerator<ReadEntry> {
  const reader = new Worker(new URL('./reader.js', import.meta.url), { workerData: wanted, resourceLimits })
  const came: Came[] = []
  let wake = (): void => undefined
  const take = (one: Came): void => {
    came.push(one)
    wake()
  }
  const broke = (cause: unknown): void => take({ broke: cause instanceof Error ? cause : new Error(String(cause)) })
  reader.on('message', take)
  reader.on('error', broke)
  reader.on('exit', (code) => code !== 0 && broke(`the thread that reads the recording ended with ${code}`))
  try {
    for (;;) {
      const one = came.shift()
      if (one === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      else if ('entries' in one) {
        reader.postMessage('taken')
        yield* one.entries
      } else if ('fault' in one) throw new SetUpFault(one.fault.where, one.fault.message, one.fault.todo)
      else if ('broke' in one) throw one.broke
      else return
    }
  } finally {
    await reader.terminate()
  }
}

/**
 * The entries of a HAR file, as `readRecording` gives them. Compiled, they are read in a thread beside whoever judges them; else
 * in this one.
 */
export const entriesBeside = (wanted: Wanted): AsyncGenerator<ReadEntry> =>
  import.meta.url.endsWith('.js') ? fromThread(wanted) : readRecording(wanted)
