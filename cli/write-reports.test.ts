import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRedactor } from '../engine/redact/redactor.ts'
import { removeLeaks } from './leaks.ts'
import { checkOut } from './write-reports.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-out-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

test('a folder that is there, and one that is to be made', () => {
  checkOut(folder)
  checkOut(join(folder, 'a', 'b'))
  expect(existsSync(join(folder, 'a'))).toBe(false)
})

test.each([['file'], ['file/below']])('no reports go into %s', (name) => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => checkOut(join(folder, name))).toThrow('expected a folder')
})

test.skipIf(process.getuid?.() === 0)('nor into a folder that cannot be written', () => {
  chmodSync(folder, 0o500)
  expect(() => checkOut(join(folder, 'out'))).toThrow('cannot be written')
})

test('a report with a secret is removed, and the key of the user beside it is not', async () => {
  const redactor = makeRedactor([])
  redactor.secret('canary-private-key', 'private key')
  const [report, results, key] = ['report.json', 'results', 'my.key'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(results)
  const result = join(results, 'one.json')
  for (const file of [report, key]) writeFileSync(file, 'so it is: canary-private-key')
  // Half of it at the end of the first piece that is read.
  writeFileSync(result, `${'-'.repeat((1 << 18) - 9)}canary-private-key`)
  expect(await removeLeaks([report, results, join(folder, 'gone')], redactor)).toEqual([report, result])
  expect([report, result, key].map((file) => existsSync(file))).toEqual([false, false, true])
})
