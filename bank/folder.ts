import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A private folder of this process. `write` takes a file name and gives back its absolute path. */
export interface Folder {
  readonly path: string
  readonly write: (name: string, content: string) => string
  /** Removes the folder with all it holds; calling it again does nothing. */
  readonly remove: () => void
}

const open = new Set<string>()

const removeAll = (): void => {
  for (const path of open) rmSync(path, { recursive: true, force: true })
  open.clear()
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const onSignal = (signal: NodeJS.Signals): void => {
  // Somebody else listens as well: they decide when the process ends, and `exit` removes the folders then.
  if (process.listenerCount(signal) > 1) return
  removeAll()
  process.off(signal, onSignal)
  process.kill(process.pid, signal)
}

const watch = (): void => {
  process.on('exit', removeAll)
  // First in the row, so that nobody who listens once has left it when this one counts.
  for (const signal of signals) process.prependListener(signal, onSignal)
}

const unwatch = (): void => {
  process.off('exit', removeAll)
  for (const signal of signals) process.off(signal, onSignal)
}

/** Makes a folder (0700, files 0600) that is removed at the latest when the process ends, by a signal too. */
export const throwAwayFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'mizan-bank-'))
  if (open.size === 0) watch()
  open.add(path)
  return {
    path,
    write: (name, content) => {
      const file = join(path, name)
      writeFileSync(file, content, { mode: 0o600 })
      return file
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true })
      if (open.delete(path) && open.size === 0) unwatch()
    },
  }
}
