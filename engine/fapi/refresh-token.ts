import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { SetUpFault } from '../set-up-fault.ts'

/** A refresh token that lives in a file and is written back when it rotates. */
export interface TokenFile {
  readonly read: () => string
  /** Writes a new token, 0600, before it is used: a run that dies in between loses nothing. */
  readonly write: (token: string) => void
  /** Lets other runs have the file again. */
  readonly release: () => void
}

/** Takes a token file for one run. Throws a `SetUpFault` when it cannot be read or another run has it. */
export const takeTokenFile = (path: string, where: string): TokenFile => {
  const lock = `${path}.lock`
  try {
    closeSync(openSync(lock, 'wx', 0o600))
  } catch (cause) {
    const busy = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const why = busy ? `another run uses this token (${lock})` : `${lock} cannot be made`
    throw new SetUpFault(
      where,
      why,
      busy
        ? 'Wait for it, or remove the lock file if no run is under way.'
        : 'The folder of the token has to be writable: tokens rotate.',
      { cause },
    )
  }
  const release = (): void => rmSync(lock, { force: true })
  const read = (): string => readFileSync(path, 'utf8').trim()
  try {
    if (read() === '') throw new Error('it is empty')
  } catch (cause) {
    release()
    throw new SetUpFault(
      where,
      `no refresh token could be read from ${path}`,
      'Make one with a run in browser mode, or ask the bank.',
      { cause },
    )
  }
  return {
    read,
    write(token) {
      const draft = `${path}.new`
      // The mode counts only for a file that is made: a broken run may have left one.
      rmSync(draft, { force: true })
      writeFileSync(draft, `${token}\n`, { mode: 0o600 })
      renameSync(draft, path)
    },
    release,
  }
}
