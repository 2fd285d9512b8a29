import { describe, expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import { patternOf } from './patterns.ts'

const long = `${'a'.repeat(100_000)}!`

describe('a pattern', () => {
  it.each([
    ['^.$', '😀', true],
    ['^.{2}$', '😀', false],
    ['^[^a]$', '😀', true],
    ['^\\p{L}+$', 'é', true],
    ['^[\\w\\-]+$', 'a-b', true],
    ['^a\\-b$', 'a-b', true],
    ['^(?!b).*$', 'abc', true],
    ['^(?!b).*$', 'bc', false],
  ])('%s of %s: %s', (source, text, holds) => expect(patternOf(source)?.test(text)).toBe(holds))

  it('that is none is undefined', () => expect(patternOf('(')).toBeUndefined())

  it.each(['^(a+)+$', '^(a|aa)+$', '^(a*)*b$'])('%s is decided on a string that makes it backtrack', (source) => {
    expect(patternOf(source)?.test(long)).toBe(false)
    expect(patternOf(source)?.test('aaab')).toBe(source.endsWith('b$'))
  })

  it.each(['^(?=a)(a+)+$', '^(a+)+\\1$', '^(\\p{L}+)+$'])('%s is given up, as a fault of the contract', (source) => {
    expect(() => patternOf(source)?.test(long)).toThrow(/^the pattern .* of the contract takes more than 1000 ms/)
    expect(patternOf(source)?.test('aa')).toBe(true)
  })

  it('is guarded in a contract, in values and in names of members', () => {
    const schemas = { It: { pattern: '^(a+)+$', patternProperties: { '^(a+)+$': { type: 'null' } } } }
    const facts = { openapi: '3.1.0', info: { version: '1' }, servers: [], paths: {}, components: { schemas } }
    const contract = makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
    expect(contract.faultsOf('It', long)).toMatchObject([{ keyword: 'pattern', got: 'a string of 100001 characters' }])
    expect(contract.faultsOf('It', { [long]: 1, aa: 1 })).toMatchObject([{ at: '/aa', expected: 'null' }])
  })
})
