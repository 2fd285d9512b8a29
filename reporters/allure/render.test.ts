import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reporting } from '../../testing/reporting.ts'
import { rows } from '../rows.ts'
import { withoutAnalytics } from './render.ts'
import { openRoom } from './room.ts'

const { show, render } = openRoom()

let out: string
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'mizan-render-'))
})
afterAll(() => rmSync(out, { recursive: true }))

/** Data of the page: files in base64, by name. */
const data = (page: string, name: string): unknown => {
  const [, text] = new RegExp(`"${name}","([A-Za-z0-9+/=]+)"`).exec(page) ?? []
  if (text === undefined) throw new Error(`the page has no ${name}`)
  return JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
}

test('the page is one file, counts as the report does, and calls nobody', async () => {
  const given = reporting(out)
  await show(given)
  const page = readFileSync(await render(given), 'utf8')
  const failed = rows(given.report).filter(({ outcome }) => outcome === 'fail').length
  expect(data(page, 'widgets/statistic.json')).toEqual({
    total: 9,
    failed,
    broken: 1,
    passed: 3,
    skipped: 3,
    unknown: 1,
  })
  expect(page).toContain('Mizan · Sample Bank')
  expect(page).not.toMatch(/googletagmanager|gtag\(|dataLayer|G-LNDJ3J7WT0/)
  expect(page).not.toMatch(/(src|href)="https?:/)
  expect(readdirSync(join(out, 'allure'))).toEqual(['index.html'])
}, 30_000)

test('results are kept when no page comes of them, and the error says how to go on', async () => {
  const folder = join(out, 'spoilt')
  mkdirSync(folder)
  writeFileSync(join(folder, 'allure-results'), 'not a folder')
  await expect(render(reporting(folder))).rejects.toThrow(/was not rendered: .+\n.+npx allure generate --config/)
  expect(readFileSync(join(folder, 'allure-results'), 'utf8')).toBe('not a folder')
})

test('analytics that cannot be removed are an error', () => {
  const snippet =
    '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>\n<script>gtag(\'config\', 1)</script>'
  expect(withoutAnalytics(`<body>${snippet}</body>`)).toBe('<body></body>')
  expect(() => withoutAnalytics('<script src="https://www.googletagmanager.com/x.js" defer></script>')).toThrow(
    'got googletagmanager.com',
  )
})
