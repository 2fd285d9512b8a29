import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Redactor } from '../engine/redact/redactor.ts'

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
    : []

/** A last look at what was written: removes every file in which a secret slipped by, and names it. */
export const removeLeaks = (out: string, redactor: Redactor): readonly string[] =>
  filesBelow(out).filter((path) => {
    if (redactor.leaks(readFileSync(path, 'utf8')).length === 0) return false
    rmSync(path)
    return true
  })
