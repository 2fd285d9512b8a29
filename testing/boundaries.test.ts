import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../engine/package.ts'

/** Who may import whom: see docs/architecture.md. `cli` and `scripts` are roots; only tests import `testing`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  schemas: ['engine'],
  checks: ['engine', 'schemas'],
  suites: ['engine', 'schemas', 'checks'],
  reporters: ['engine'],
  bank: ['engine', 'schemas'],
  cli: ['engine', 'schemas', 'suites', 'reporters', 'bank'],
  scripts: ['engine', 'schemas', 'suites', 'reporters', 'bank', 'cli'],
}

/** One library, one room. A library that is not named here may be imported anywhere. */
const rooms: Readonly<Record<string, RegExp>> = {
  undici: /^engine\/transport\.ts$/,
  jose: /^(engine\/jose\.ts|bank\/)/,
  ajv: /^schemas\//,
  'ajv-formats': /^schemas\//,
  '@apidevtools/swagger-parser': /^schemas\//,
  'allure-js-commons': /^reporters\/allure\//,
  'allure-vitest': /^reporters\/allure\//,
  '@allurereport/core': /^reporters\/allure\//,
  vitest: /^(reporters\/allure\/|suites\/.*\.conformance\.ts$|testing\/|vitest\.config\.ts$)/,
  'oidc-provider': /^bank\//,
  hono: /^bank\//,
  '@hono/node-server': /^bank\//,
  '@peculiar/x509': /^bank\//,
  zod: /^(engine\/profile\/|scripts\/profile-schema\.ts)/,
  '@streamparser/json': /^engine\/recorded\/entries\.ts$/,
  'p-queue': /^engine\/recorder\.ts$/,
  parse5: /^engine\/fapi\//,
  'tough-cookie': /^engine\/fapi\//,
  'jsonc-parser': /^engine\/(redact\/|duplicate-members\.ts$)/,
  commander: /^(cli|scripts)\//,
}

const sources = [...Object.keys(mayImport), 'testing'].flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
)

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(packageRoot, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    ([, name]) => name ?? '',
  )

const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.startsWith('testing/')

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50)
})

test('folders import only the folders that they may', () => {
  const wrong = sources
    .filter((file) => !isTest(file))
    .flatMap((file) => {
      const own = file.split('/')[0] ?? ''
      return importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(packageRoot, resolve(packageRoot, file, '..', name)).split('/')[0] ?? '')
        .filter((other) => other !== own && !mayImport[own]?.includes(other))
        .filter((other) => !(other === 'reporters' && file.endsWith('.conformance.ts')))
        .map((other) => `${file} imports ${other}`)
    })
  // The window on the engine for `vitest --project conformance` is where two roots meet.
  expect(wrong).toEqual(['reporters/allure/global-setup.ts imports cli'])
})

test('each library stays in its room', () => {
  const wrong = sources
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => rooms[packageOf(name)]?.test(file) === false)
        .map((name) => `${file} imports ${name}`),
    )
  expect(wrong).toEqual([])
})

test('no check names a standard', () => {
  const named = sources
    .filter((file) => file.startsWith('checks/') && !isTest(file))
    .filter((file) => /uae|nebras|bahrain|\bbbk\b/i.test(readFileSync(join(packageRoot, file), 'utf8')))
  expect(named).toEqual([])
})
