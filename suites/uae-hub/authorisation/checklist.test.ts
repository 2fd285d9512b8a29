import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../engine/package.ts'
import { uaeHub } from '../index.ts'

const page = readFileSync(join(packageRoot, 'docs', 'authorisation.md'), 'utf8')
const rules = new Map(
  [...uaeHub.rules, ...uaeHub.suites.flatMap((suite) => suite.rules)].map((rule) => [rule.id, rule]),
)
const idsIn = (text: string): readonly string[] => text.match(/UAE-[A-Z]+-\d{3}/g) ?? []

/** The cells of every line of the tables, heads left out. */
const lines = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| --') && !/^\| (No|Area) /.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
const modules = lines.filter(([first]) => /^\d+$/.test(first ?? ''))

it('the page lists the 60 modules in order', () => {
  expect(modules.map(([number]) => Number(number))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  expect(new Set(modules.map(([, what]) => what)).size).toBe(60)
})

it('every rule that the page names exists', () => {
  expect(idsIn(page).filter((id) => !rules.has(id))).toEqual([])
})

it('every line is covered by a rule, or says why it is not', () => {
  const open = lines.filter(
    (cells) => idsIn(cells.at(-1) ?? '').length === 0 && !/^Not (applicable|asked( yet)?): \w/.test(cells.at(-1) ?? ''),
  )
  expect(open).toEqual([])
})

it('a line that has to wait says so', () => {
  const slow = modules.filter((cells) =>
    idsIn(cells[2] ?? '').every((id) => {
      const on = rules.get(id)?.on
      return Array.isArray(on) && on.every((scenario) => scenario.slow === true)
    }),
  )
  const named = slow.filter((cells) => idsIn(cells[2] ?? '').length > 0)
  expect(named.map(([number]) => number)).toEqual(['40', '58'])
  expect(named.every((cells) => cells[2]?.includes('--slow'))).toBe(true)
})
