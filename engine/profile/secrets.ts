import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SetUpFault } from '../set-up-fault.ts'
import type { SecretReference } from './schema.ts'

/** Seconds that a credential command may take. */
const commandSeconds = 30

const fromFile = (file: string, profile: string, where: string): Buffer => {
  const path = resolve(dirname(profile), file)
  try {
    return readFileSync(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? `there is no file ${path}` : `the file ${path} cannot be read (${code})`
    throw new SetUpFault(where, why, 'Paths are relative to the folder of the profile.', { cause })
  }
}

/**
 * Fetches a value from where the profile says that it lies. `where` names the field in messages.
 * Throws a `SetUpFault`; the value itself never appears in one, nor does the output of a command.
 */
export const readSecret = (reference: SecretReference, profile: string, where: string): Buffer => {
  if ('file' in reference) return fromFile(reference.file, profile, where)
  if ('env' in reference) {
    const value = process.env[reference.env]
    if (value === undefined || value === '') {
      throw new SetUpFault(
        where,
        `the environment variable ${reference.env} is not set`,
        `Set ${reference.env} and run again.`,
      )
    }
    return Buffer.from(value)
  }
  const done = spawnSync(reference.command, {
    shell: true,
    cwd: dirname(profile),
    timeout: commandSeconds * 1000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (done.status !== 0) {
    const how = done.error
      ? `did not finish (${(done.error as NodeJS.ErrnoException).code})`
      : `ended with exit code ${done.status}`
    throw new SetUpFault(
      where,
      `the command ${how}`,
      'Run it by hand in the folder of the profile; it has to print the value alone.',
    )
  }
  return done.stdout
}
