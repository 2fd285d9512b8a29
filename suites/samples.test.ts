import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { standards } from './index.ts'
import { applicationOf } from './uae-hub/account-opening/applicant.ts'

const sourcesOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^samples\.ts$/.test(name))
    .map((name) => join(folder, name))
    .map((file) => [file, readFileSync(join(packageRoot, file), 'utf8')])

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '')

/** Names of a destructuring: `a` and `b` of `a: c = 'x', b`. */
const membersOf = (pattern: string): readonly string[] => all(pattern, /(?:^|,)\s*(\w+)/g)

/** Names of samples that a text reads: by a dot, in brackets, and where `samples` or `Samples` are taken apart. */
const readIn = (text: string): readonly string[] => [
  ...all(text, /\bsamples\??\.(?!ts')(\w+)/g),
  ...all(text, /\bsamples(?:\?\.)?\['([^']+)'\]/g),
  ...[
    ...all(text, /\{([^{}]*)\}\s*=\s*(?:\w+\.)*samples\b/g),
    ...all(text, /\{([^{}]*)\}:\s*Samples\b/g),
    ...all(text, /\bsamples:\s*\{([^{}]*)\}/g),
  ].flatMap(membersOf),
]

/** Samples read by names that stand elsewhere: nothing of the text tells which. */
const computed = /\bsamples(?:\?\.)?\[(?!')/

/** What is read so: of whoever asks for an account. */
const readByApplicants = (): readonly string[] => {
  const names: string[] = []
  const samples = new Proxy<Record<string, string>>({}, { get: (_, name) => void names.push(String(name)) })
  applicationOf(samples)
  return names
}

it('the ways of reading a sample are known', () => {
  const text = `given.profile.samples.a; samples['b']; const { c: d = 'x', e } = session.samples
    const f = ({ g, h = '1' }: Samples) => g; const i = ({ samples: { j } }: Session) => j`
  expect(readIn(text)).toEqual(['a', 'b', 'c', 'e', 'g', 'h', 'j'])
})

it.each(standards.flatMap(({ id, samples }) => (samples === undefined ? [] : [{ id, samples }])))(
  '$id declares every sample that it reads, and reads every one that it declares',
  ({ id, samples }) => {
    const read = sourcesOf(`suites/${id}`).flatMap(([, text]) => readIn(text))
    const found = new Set([...read, ...(id === 'uae-hub' ? readByApplicants() : [])])
    expect([...found].sort()).toEqual(Object.keys(samples).sort())
  },
)

it('nothing else reads one, and none is read by a name that stands elsewhere', () => {
  const elsewhere = ['checks', 'suites/baseline', 'suites/openapi'].flatMap(sourcesOf)
  expect(elsewhere.filter(([, text]) => readIn(text).length > 0).map(([file]) => file)).toEqual([])
  const named = sourcesOf('suites').filter(([, text]) => computed.test(text))
  expect(named.map(([file]) => file)).toEqual(['suites/uae-hub/account-opening/applicant.ts'])
})
