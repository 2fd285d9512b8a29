import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import type { Report } from '../engine/report.ts'
import { findingsOfBbk } from '../testing/bbk.ts'

const recording = join(packageRoot, 'suites', 'bahrain', 'fixtures', 'bbk.har.json')
const example = join(packageRoot, 'profiles', 'bbk.example.yaml')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-bbk-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the compiled command, as a user does. */
const judge = async (profile: string): Promise<{ readonly code: number | null; readonly report: Report }> => {
  const out = join(folder, 'out')
  const args = ['judge', recording, '--profile', profile, '--out', out, '--quiet']
  const child = spawn(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), ...args], {
    cwd: folder,
    stdio: 'ignore',
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, report: JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) }
}

/** The entries of the recording by their methods. */
const methods: Readonly<Record<string, string>> = { e0: 'POST', e1: 'GET' }

const sorted = (found: readonly unknown[]): readonly string[] => found.map((one) => JSON.stringify(one)).sort()

const rowsIn = ({ verdicts }: Report): readonly unknown[] =>
  verdicts.flatMap(({ rule, outcome, findings }) =>
    findings.map((one) => [rule, outcome, methods[one.exchange ?? ''], one.at, one.expected, one.got]),
  )

/** In the drafts it is a member of a consent, so that its form counts. */
const ofDrafts = findingsOfBbk.map(([rule, outcome, method, at, expected, got]) =>
  rule === 'BH-CON-015'
    ? ['BH-DAT-002', 'fail', method, at, 'RFC 3339 date-time', got]
    : [rule, outcome, method, at, expected, got],
)

describe('the published example of BBK, judged with its profile', { timeout: 60_000 }, () => {
  it('breaks what it breaks, and nothing else; the release does not have the DELETE at its end', async () => {
    const { code, report } = await judge(example)
    expect(sorted(rowsIn(report))).toEqual(sorted(findingsOfBbk))
    expect(code).toBe(1)
    expect(report).toMatchObject({ result: 'not-conformant', standard: 'bahrain', variant: 'bh-1.0.0' })
    expect(report.counts.broken).toBe(0)
    expect(report.recording).toMatchObject({ entries: 3, unanswered: 0, unknown: { total: 1 } })
  })

  it('is judged by the drafts of its time, which have an ExpirationDateTime and the DELETE, if no answer to it', async () => {
    const drafts = join(folder, 'drafts.yaml')
    writeFileSync(drafts, readFileSync(example, 'utf8').replace(/^variant: \S+/m, 'variant: bh-draft-2019'))
    const { report } = await judge(drafts)
    expect(sorted(rowsIn(report))).toEqual(sorted(ofDrafts))
    expect(report.recording).toMatchObject({ entries: 3, unanswered: 1, unknown: { total: 0 } })
  })
})
