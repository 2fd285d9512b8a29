import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Redactor } from '../engine/redact/redactor.ts'

const filesAt = (path: string): readonly string[] => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

/** Bytes read at once: recordings can be large. */
const piece = 1 << 18

const leaksIn = async (path: string, redactor: Redactor): Promise<boolean> => {
  let tail = ''
  for await (const read of createReadStream(path, { encoding: 'utf8', highWaterMark: piece })) {
    const text = `${tail}${read}`
    if (redactor.leaks(text).length > 0) return true
    tail = text.slice(Math.max(0, text.length - redactor.longestSecret()))
  }
  return false
}

/**
 * A last look at what was written: removes every file in which a secret slipped by, and names it. Looks at the given
 * files and folders only, for a key of the user that lies beside them is no leak.
 */
export const removeLeaks = async (written: readonly string[], redactor: Redactor): Promise<readonly string[]> => {
  const removed: string[] = []
  for (const path of written.flatMap(filesAt)) {
    if (!(await leaksIn(path, redactor))) continue
    rmSync(path)
    removed.push(path)
  }
  return removed
}
