import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Redactor } from '../engine/redact/redactor.ts'

const filesAt = (path: string): readonly string[] => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

/**
 * A last look at what was written: removes every file in which a secret slipped by, and names it. Looks at the given
 * files and folders only, for a key of the user that lies beside them is no leak.
 */
export const removeLeaks = (written: readonly string[], redactor: Redactor): readonly string[] =>
  written.flatMap(filesAt).filter((path) => {
    if (redactor.leaks(readFileSync(path, 'utf8')).length === 0) return false
    rmSync(path)
    return true
  })
