import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Exchange } from '../engine/exchange.ts'
import { header, headerValues, json } from '../engine/exchange.ts'
import type { KeptRun } from '../engine/run.ts'
import type { Standard } from '../engine/standard.ts'
import { summary } from '../reporters/terminal/summary.ts'
import { runAgainst } from '../scripts/prove-defects.ts'
import { standards } from '../suites/index.ts'
import { reportingOf } from './reporting.ts'
import { exchangeLine } from './show.ts'
import { writeReports } from './write-reports.ts'

const out = mkdtempSync(join(tmpdir(), 'mizan-secrets-'))
const standard = standards.find(({ id }) => id === 'uae-hub') as Standard
let run: KeptRun

beforeAll(async () => {
  // A defect that puts findings, and with them values of the bank, into the reports.
  run = await runAgainst({ defects: ['account-with-undeclared-member'], slow: false, burst: false })
  expect(await writeReports(run, standard, out)).toEqual({ faults: [] })
}, 60_000)
afterAll(() => rmSync(out, { recursive: true }))

const written = (): readonly (readonly [string, string])[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(out, name)).isFile())
    .map((name) => [name, readFileSync(join(out, name), 'utf8')])

const forms = (value: string): readonly string[] => {
  const bytes = Buffer.from(value)
  return [
    value,
    encodeURIComponent(value),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
}

/** What a person sees of the run with `--verbose`. */
const terminal = (): string =>
  [
    ...run.recording.exchanges.map((exchange) => run.redactor.text(exchangeLine(exchange))),
    summary(reportingOf(run, standard, out)),
    ...run.remarks.map(run.redactor.text),
  ].join('\n')

const holding = (values: readonly string[]): readonly string[] =>
  [...written(), ['the terminal', terminal()] as const].flatMap(([name, text]) =>
    values.filter((value) => forms(value).some((form) => text.includes(form))).map((value) => `${name}: ${value}`),
  )

const strings = (value: unknown, names: RegExp): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) =>
        typeof member === 'string' && names.test(name) ? [member] : strings(member, names),
      )
    : []

/** Values of these members, below a member of that name. */
const below = (value: unknown, parent: string, names: RegExp): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) =>
        name === parent ? strings(member, names) : below(member, parent, names),
      )
    : []

const formValues = ({ request }: Exchange, names: RegExp): readonly string[] =>
  request.method === 'POST'
    ? [...new URLSearchParams(request.body)].filter(([name]) => names.test(name)).map(([, value]) => value)
    : []

test('there is something to look at', () => {
  const names = written().map(([name]) => name)
  expect(names).toEqual(expect.arrayContaining(['report.json', 'junit.xml', 'recording.har', 'allure/index.html']))
  expect(names.filter((name) => name.startsWith('allure-results/')).length).toBeGreaterThan(20)
})

test('no token, assertion, code, cookie or password is in any file or on the terminal', () => {
  const { exchanges } = run.recording
  const secrets = [
    ...exchanges.flatMap(({ request }) =>
      headerValues(request, 'authorization').map((value) => value.split(' ').at(-1) ?? ''),
    ),
    ...exchanges.flatMap(({ request }) =>
      headerValues(request, 'cookie').map((value) => value.split('=').at(-1) ?? ''),
    ),
    ...exchanges.flatMap((one) => formValues(one, /assertion$|^code$|verifier|refresh_token|^request$|password/)),
    ...exchanges.flatMap(({ response }) => strings(json(response), /_token$|request_uri/)),
    ...exchanges.flatMap(
      ({ response }) => new URL(header(response, 'location') ?? '', 'https://x.invalid').searchParams.get('code') ?? [],
    ),
  ].filter((value) => value.length >= 8)
  expect(new Set(secrets).size).toBeGreaterThan(30)
  expect(holding([...new Set(secrets)])).toEqual([])
})

test('no name and no account number of a customer is in any file or on the terminal', () => {
  const people = run.recording.exchanges.flatMap(({ response }) => [
    ...strings(json(response), /^AccountHolder.*Name$/),
    ...below(json(response), 'AccountIdentifiers', /^(Identification|Name)$/),
    ...below(json(response), 'CreditorAccount', /^(Identification|Name)$/),
  ])
  expect(new Set(people).size).toBeGreaterThan(2)
  expect(holding([...new Set(people)].filter((value) => value.length >= 5))).toEqual([])
})

test('no path of this machine is in any file or on the terminal', () => {
  expect(
    written()
      .filter(([, text]) => text.includes(process.cwd()))
      .map(([name]) => name),
  ).toEqual([])
})
