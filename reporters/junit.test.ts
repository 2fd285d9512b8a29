import { describe, expect, test } from 'vitest'
import { everyOutcome, reporting, verdict } from '../testing/reporting.ts'
import { junitText } from './junit.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const characters = (text: string): string => {
  if (/[<&](?!(lt|gt|amp|quot|#\d+);)/.test(text)) throw new Error(`not well-formed: ${text}`)
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  return text.replace(/&(#(\d+)|\w+);/g, (_, name, code) =>
    code ? String.fromCodePoint(Number(code)) : String(named[name]),
  )
}

/** Enough of an XML 1.0 parser to refuse what is not well-formed. */
const parse = (xml: string): Element => {
  if (!/^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(xml))
    throw new Error('a character that XML forbids')
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [, text = '', close, name = '', given = '', empty] of xml
    .replace(/^<\?xml[^>]*\?>\n/, '')
    .matchAll(/([^<]*)<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g)) {
    const parent = open.at(-1) ?? root
    parent.text += characters(text)
    if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    const attributes = Object.fromEntries(
      [...given.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, characters(value ?? '')]),
    )
    const element: Element = { name, attributes, children: [], text: '' }
    parent.children.push(element)
    if (empty !== '/') open.push(element)
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  const [only] = root.children
  if (only === undefined) throw new Error('no element')
  return only
}

const read = (verdicts = everyOutcome): Element => parse([...junitText(reporting('out', verdicts))].join(''))
const cases = (root: Element): readonly Element[] => root.children.flatMap(({ children }) => children)
const of = (rule: string, root = read()): Element => {
  const found = cases(root).find(({ attributes }) => attributes.name?.startsWith(rule))
  if (found === undefined) throw new Error(`no case of ${rule}`)
  return found
}

describe('junit.xml', () => {
  test('has a suite for each suite, a case for each rule in it, and totals to match', () => {
    const root = read()
    expect(root.attributes).toEqual({
      name: 'Mizan UAE Open Finance, API Hub: Sample Bank',
      ...{ tests: '9', failures: '1', errors: '1', skipped: '4', time: '42.000' },
    })
    expect(root.children.map(({ attributes }) => attributes.name)).toEqual([
      'Bank data sharing',
      'Consents',
      'Authorisation',
    ])
    const inside = (name: string): number =>
      cases(root).filter(({ children }) => children.some((one) => one.name === name)).length
    expect([inside('failure'), inside('error'), inside('skipped')]).toEqual([1, 1, 4])
    expect(cases(root)).toHaveLength(9)
  })

  test('says what failed, first finding first', () => {
    const [failure] = of('UAE-HDR-001').children
    expect(failure).toMatchObject({
      name: 'failure',
      attributes: {
        type: 'MUST',
        message:
          'GET /accounts · header x-fapi-interaction-id: expected ‹uuid 11aa›, got nothing; see UAE-HDR-001 (and 1 more finding)',
      },
    })
    expect(failure?.text.split('\n')).toHaveLength(2)
  })

  test.each([
    ['UAE-SCH-003', 'error', 'the check broke: TypeError: value is undefined'],
    ['UAE-CNS-011', 'skipped', 'inconclusive: the log-in page could not be taken further'],
    ['UAE-RTL-001', 'skipped', 'not asked: no burst is agreed'],
    ['UAE-INS-001', 'skipped', 'not applicable: the profile does not claim insurance'],
    ['UAE-ERR-002', 'skipped', 'waived until 2027-03-31 by API team: the gateway is replaced in spring'],
  ])('gives %s as %s, with the reason', (rule, name, message) => {
    expect(of(rule).children[0]).toMatchObject({ name, attributes: { message } })
  })

  test('lets warnings and notes pass, and prints them', () => {
    expect(of('UAE-DAT-002').children.map(({ name }) => name)).toEqual(['system-out'])
    expect(of('UAE-DAT-009').children[0]?.text).toContain('note:\nGET /accounts · /Data/Nickname')
    expect(of('UAE-PAG-004').children).toEqual([])
  })

  test('is well-formed whatever a server sent', () => {
    const got = 'a\u0000\u001b[2J\ud800 ]]> <b attr="1">&amp; \u{1f600}\nnext'
    const root = read([verdict({ outcome: 'fail', findings: [{ at: 'body', expected: '<', got }] })])
    const [failure] = of('UAE-HDR-001', root).children
    const clean = 'a\ufffd\ufffd[2J\ufffd ]]> <b attr="1">&amp; \u{1f600}\nnext'
    expect(failure?.attributes.message).toContain(clean)
    expect(failure?.text).toContain(clean)
  })
})
