import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { standards } from '../../suites/index.ts'
import { packageRoot } from '../package.ts'
import { checkNames, standardOf } from './check-names.ts'
import { checkProfile, readProfile } from './read.ts'

const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(packageRoot, 'docs/profile.md'), 'utf8'))?.[1] ?? ''

const check = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-docs-'))
  try {
    writeFileSync(join(folder, 'p.yaml'), text)
    const raw = readProfile(join(folder, 'p.yaml'))
    const profile = checkProfile(raw)
    checkNames(profile, raw, standardOf(raw, standards))
    return profile
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Turns on what the example shows as a comment: one whole block in place of another. */
const instead = (block: RegExp, comment: RegExp): string => {
  const other = comment.exec(example)?.[0].replace(/^( *)# /gm, '$1') ?? 'nothing'
  return example.replace(block, other)
}

test('the whole example of docs/profile.md is a good profile', () => {
  expect(check(example)).toMatchObject({ name: 'Acme Bank, sandbox', waivers: [{ rule: 'UAE-HDR-003' }] })
})

const authorisation = /^authorisation:\n(?: {2}.*\n)+/m

test.each(['browser', 'refresh-token'])(
  'and so it is with the authorisation by %s that it shows as a comment',
  (mode) => {
    const text = instead(authorisation, new RegExp(`^# authorisation:\\n# {3}mode: ${mode}.*\\n(?:# {3}.*\\n)+`, 'm'))
    expect(check(text).authorisation.mode).toBe(mode)
  },
)

test('and with PKCS#12', () => {
  const text = instead(/^ {2}transport:.*\n(?: {4}.*\n)+/m, /^ {2}# transport: {35}# … or PKCS#12\n(?: {2}# {3}.*\n)+/m)
  expect(check(text).client.transport).toHaveProperty('pkcs12')
})

test('and with events', () => {
  const text = example
    .replace(/^# events:\n(?:# {3}.*\n)+/m, (block) => block.replace(/^# /gm, ''))
    .replace(/^ {2}# encryption:.*\n(?: {2}# {3}.*\n)+/m, (block) => block.replace(/^ {2}# /gm, '  '))
  const { events, client } = check(text)
  expect(events).toMatchObject({ url: 'https://events.tpp.example/hooks', listen: { port: 8443 }, wait: 300 })
  expect(client.encryption).toMatchObject({ kid: 'encryption-2026' })
})

/** The samples of one standard, as the example shows them: sentences between them are not indented. */
const samplesOf = (standard: string): string => {
  const block = new RegExp(`^# samples: +# of ${standard}\\n(?:# [ A-Z].*\\n)+`, 'm').exec(example)?.[0] ?? 'nothing'
  return block.replace(/^# [A-Z].*\n/gm, '').replace(/^# /gm, '')
}

test.each(standards.flatMap(({ id, samples }) => (samples === undefined ? [] : [{ id, samples }])))(
  'and with all samples of $id',
  ({ id, samples }) => {
    const [variant] = standards.find((one) => one.id === id)?.variants ?? []
    const own = example
      .replace(/^standard: \S+/m, `standard: ${id}`)
      .replace(/^variant: \S+/m, `variant: ${variant}`)
      .replace(/^(resources|claims):.*\n(?: .*\n)+/gm, '')
    const profile = check(`${own}\nresources: {}\n${samplesOf(id)}`)
    expect(Object.keys(profile.samples)).toEqual(Object.keys(samples))
  },
)
