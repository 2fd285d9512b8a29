import { describe, expect, test } from 'vitest'
import { everyOutcome, reporting, verdict } from '../../testing/reporting.ts'
import { type Progress, progress } from './progress.ts'
import { summary } from './summary.ts'
import { cut, hang, wrap } from './wrap.ts'

const notAsked = [{ reason: 'no burst is agreed', rules: ['UAE-RTL-001'] }]

describe('the summary', () => {
  test('says first what came out, then what to look at, then where to read on', () => {
    const shown = reporting('/runs/1', everyOutcome, { scope: 'part', notAsked })
    expect(summary(shown, { folder: 'out' })).toBe(`NOT CONFORMANT
Sample Bank (sandbox), UAE Open Finance, API Hub v2.1
9 rules: 1 pass, 1 fail, 1 broken, 1 warn, 1 note, 1 waived, 1 inconclusive, 1
not asked, 1 not applicable
412 requests to 28 of 30 claimed operations in 42 s; not all that is claimed was
asked

1 MUST not met
Bank data sharing
  UAE-HDR-001  The interaction id of a request comes back
    at        GET /accounts · header x-fapi-interaction-id (x1)
    expected  ‹uuid 11aa›
    got       nothing
    and 1 more finding; 2 operations in all

Checks that broke: a fault of this suite, please report it
  TypeError: value is undefined: UAE-SCH-003

Known and waived: 1
  UAE-ERR-002  waived until 2027-03-31 by API team: the gateway is replaced in
               spring

Asked, but not decided
  the log-in page could not be taken further: UAE-CNS-011

SHOULD not met: 1
  UAE-DAT-002  GET /accounts · /Data/OpeningDate: expected an offset of +04:00,
               got +00:00

Noted: 1
  UAE-DAT-009  GET /accounts · /Data/Nickname: expected a nickname, got nothing

Not asked
  no burst is agreed: UAE-RTL-001

Reports
  out/allure/index.html  every verdict with its requests; open it in a browser
  out/report.json        the same, for programs
  out/junit.xml          for build servers
  out/recording.har      all requests and responses

Next
  npx mizan rules UAE-HDR-001
  npx mizan run --rule UAE-HDR-001
`)
  })

  test('does not take a rule of one’s own that broke for a fault of the suite', () => {
    const own = verdict({ rule: 'ACME-001', own: true, outcome: 'broken', reason: 'the check broke: boom' })
    const shown = summary(reporting('/runs/1', [own]))
    expect(shown).toContain('Rules of your own that broke: mend them\n  the check broke: boom: ACME-001')
    expect(shown).not.toContain('a fault of this suite')
  })

  test('of a clean run is short', () => {
    expect(
      summary(reporting('/runs/1', [verdict()]), { folder: 'out', missing: ['allure/index.html'] }),
    ).toBe(`CONFORMANT
Sample Bank (sandbox), UAE Open Finance, API Hub v2.1
1 rule: 1 pass
412 requests to 28 of 30 claimed operations in 42 s; all that is claimed was
asked

Reports
  out/report.json    the same, for programs
  out/junit.xml      for build servers
  out/recording.har  all requests and responses
`)
  })

  test('tells known findings from open ones', () => {
    const known = everyOutcome.filter(({ outcome }) => outcome === 'waived')
    expect(summary(reporting('out', known, { result: 'not-conformant' }))).toMatch(/^NOT CONFORMANT, ALL KNOWN\n/)
    expect(summary(reporting('out', known, { result: 'partial', interrupted: true }))).toMatch(/^PARTIAL\n/)
    expect(summary(reporting('out', known, { interrupted: true }))).toContain('The run was interrupted')
  })

  test('counts a rule once, with the worst that came of it in any suite', () => {
    const [good, open] = [
      verdict(),
      verdict({ suite: 'uae-hub/consents', outcome: 'inconclusive', reason: 'it moved' }),
    ]
    const text = summary(reporting('out', [good, open, verdict({ rule: 'UAE-ERR-002' })]))
    expect(text).toContain('2 rules: 1 pass, 1 inconclusive\n')
  })

  test('tells what is waived of a rule that fails in another suite', () => {
    const finding = { at: 'body', expected: 'an object', got: 'nothing' }
    const [failed, known] = [
      verdict({ outcome: 'fail', findings: [finding] }),
      verdict({ suite: 'uae-hub/consents', outcome: 'waived', findings: [finding], reason: 'it is mended in spring' }),
    ]
    const text = summary(reporting('out', [failed, known], { result: 'not-conformant' }))
    expect(text).toContain('1 rule: 1 fail\n')
    expect(text).toContain('Known and waived: 1\n')
  })

  test('shows eight failed rules and names the others, each rule once in full', () => {
    const finding = { at: 'body', expected: 'an object', got: 'nothing' }
    const ids = Array.from({ length: 10 }, (_, index) => `UAE-ERR-0${10 + index}`)
    const failed = ids.map((rule) => verdict({ rule, outcome: 'fail', findings: [finding] }))
    const again = verdict({ rule: 'UAE-ERR-010', suite: 'uae-hub/consents', outcome: 'fail', findings: [finding] })
    const text = summary(reporting('out', [...failed, again]))
    expect(text.match(/expected {2}an object/g)).toHaveLength(8)
    expect(text).toContain('  and UAE-ERR-018, UAE-ERR-019\n')
    expect(text).toContain('Consents\n  UAE-ERR-010  as above; 1 finding\n')
    expect(text).toContain('10 rules: 10 fail\n')
    expect(text).toContain('10 MUSTs not met\n')
  })

  test('keeps to the width, but cuts no id or address', () => {
    for (const width of [80, 100, 400]) {
      const lines = summary(reporting('out'), { width }).split('\n')
      expect(lines.filter((line) => [...line].length > Math.min(100, width))).toEqual([])
    }
    const long = `https://rs1.bank.test/${'a'.repeat(120)}`
    const finding = { at: 'header location', expected: 'nothing', got: long }
    expect(summary(reporting('out', [verdict({ outcome: 'fail', findings: [finding] })]))).toContain(
      `got       ${long}\n`,
    )
  })

  test('lets no answer of a server steer the terminal', () => {
    const finding = { at: 'body', expected: 'text', got: 'a\u001b[2Jb\u202ec' }
    const text = summary(reporting('out', [verdict({ outcome: 'fail', findings: [finding] })]))
    expect(text).toContain('got       a\ufffd[2Jb\ufffdc')
  })

  test('is coloured only when asked', () => {
    expect(summary(reporting('out'))).not.toContain('\u001b[')
    expect(summary(reporting('out'), { colors: true })).toContain('\u001b[31mUAE-HDR-001')
  })
})

test('lines are wrapped with a hanging indent', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(hang('  a  ', 'one two three four five six', 20)).toEqual(['  a  one two three four', '     five six'])
  expect(cut('abcdef', 4)).toBe('abc…')
})

describe('progress', () => {
  const shown = (isTTY: boolean, act: (it: Progress) => void): string => {
    const written: string[] = []
    act(progress({ isTTY, columns: 40, write: (text) => written.push(text) }, () => 0))
    return written.join('')
  }
  const run = (it: Progress): void => {
    it.plan(8)
    for (let index = 0; index < 8; index += 1) {
      it.scenario('read every page', 'begins')
      it.exchange()
      it.scenario('read every page', 'ends')
    }
    it.done()
  }

  test('is a line for each quarter in a file', () => {
    expect(shown(false, run)).toBe(
      '2 of 8 scenarios, 2 requests\n4 of 8 scenarios, 4 requests\n6 of 8 scenarios, 6 requests\n8 of 8 scenarios, 8 requests\n',
    )
  })

  test('is one line that changes on a terminal, and is gone at the end', () => {
    const text = shown(true, run)
    expect(text).not.toContain('\n')
    expect(text.split('\r\u001b[K')[2]).toBe('0 of 8 scenarios, 0 requests: read eve…')
    expect(text.endsWith('\r\u001b[K')).toBe(true)
  })

  test('gives way to a line that stays', () => {
    const text = shown(true, (it) => {
      it.plan(1)
      it.line('open https://as.bank.test')
      it.done()
    })
    expect(text).toBe(
      '\r\u001b[K0 of 1 scenario, 0 requests\r\u001b[Kopen https://as.bank.test\n\r\u001b[K0 of 1 scenario, 0 requests\r\u001b[K',
    )
  })
})
