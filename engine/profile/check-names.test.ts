import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SetUpFault } from '../set-up-fault.ts'
import type { Standard } from '../standard.ts'
import { checkNames } from './check-names.ts'
import { readProfile } from './read.ts'
import { plainProfileFile } from './schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'mizan-names-'))
afterAll(() => rmSync(folder, { recursive: true }))

const samples: Standard['samples'] = {
  payee: { is: 'whoever is paid' },
  day: { is: 'the day of the payment', form: { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: 'a day' } },
}

const standardWith = (known: Standard['samples']): Standard => ({
  ...{ id: 'toy', title: 'Toy', variants: ['1'], capabilities: {}, suites: [], rules: [], personal: [] },
  contracts: () => [],
  requirements: () => [],
  exclusions: () => [],
  ...(known && { samples: known }),
})

/** The fault of a profile with these samples, one to a line from line 6; undefined where it has none. */
const faultOf = (given: readonly string[], standard = standardWith(samples)) => {
  const file = join(folder, 'toy.yaml')
  const top = ['name: Toy', 'standard: toy', 'contract: toy.yaml', 'baseUrl: http://localhost', 'samples:']
  writeFileSync(file, [...top, ...given.map((one) => `  ${one}`)].join('\n'))
  const raw = readProfile(file)
  try {
    checkNames(plainProfileFile.parse(raw.values), raw, standard)
    return undefined
  } catch (error) {
    if (!(error instanceof SetUpFault)) throw error
    return { where: error.where.replace(folder, ''), message: error.message, todo: error.todo }
  }
}

describe('samples of a profile', () => {
  test('are taken by the names of the standard', () => {
    expect(faultOf(['payee: Huda', 'day: 2030-12-31'])).toBeUndefined()
  })

  test.each([
    ['payeee: Huda', 'payeee', 'Did you mean payee?'],
    ['colour: red', 'colour', 'Known: payee, day.'],
    ['constructor: red', 'constructor', 'Known: payee, day.'],
  ])('%s is a fault with file, line and the names that there are', (line, name, todo) => {
    expect(faultOf(['day: 2030-12-31', line])).toEqual({
      where: '/toy.yaml:7',
      message: `samples.${name}: there is no ${name}`,
      todo,
    })
  })

  test('a value of another form is a fault, and is not repeated', () => {
    expect(faultOf(['day: tomorrow'])).toEqual({
      where: '/toy.yaml:6',
      message: 'samples.day: expected a day',
      todo: 'It is the day of the payment. See samples in docs/profile.md.',
    })
  })

  test('are called as one likes where the standard names none', () => {
    expect(faultOf(['colour: red'], standardWith(undefined))).toBeUndefined()
  })
})
