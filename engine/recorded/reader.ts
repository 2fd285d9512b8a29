import { parentPort, workerData } from 'node:worker_threads'
import { SetUpFault } from '../set-up-fault.ts'
import type { FromReader } from './beside.ts'
import { type ReadEntry, readRecording, type Wanted } from './read.ts'

/** Entries that are handed over at once, and how many such pieces may wait for whoever judges. */
const [most, ahead] = [16, 2]

/** Reads a recording beside whoever judges it, a few entries ahead. */
const readAhead = async (port: NonNullable<typeof parentPort>): Promise<void> => {
  let [sent, taken] = [0, 0]
  let wake = (): void => undefined
  port.on('message', () => {
    taken += 1
    wake()
  })
  const tell = (message: FromReader): void => port.postMessage(message)
  const hand = async (entries: readonly ReadEntry[]): Promise<void> => {
    tell({ entries })
    sent += 1
    while (sent - taken > ahead)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  let entries: ReadEntry[] = []
  try {
    for await (const entry of readRecording(workerData as Wanted)) {
      entries.push(entry)
      if (entries.length < most) continue
      await hand(entries)
      entries = []
    }
    tell({ entries })
    tell({ end: true })
  } catch (error) {
    if (!(error instanceof SetUpFault)) throw error
    const { where, message, todo } = error
    tell({ entries })
    tell({ fault: { where, message, todo } })
  } finally {
    port.close()
  }
}

if (parentPort !== null) await readAhead(parentPort)
