import { expect, test } from 'vitest'
import { needles } from './needles.ts'

const made = (...pairs: readonly (readonly [string, string])[]) => {
  const all = needles()
  for (const [needle, replacement] of pairs) all.add(needle, replacement)
  return all
}

test('replaces every occurrence, at the start, in the middle and at the end', () => {
  expect(made(['secret', '‹s›']).replace('secret a secret b secret')).toBe('‹s› a ‹s› b ‹s›')
})

test('the longest needle that starts at a place wins, whichever was added first', () => {
  expect(made(['secret', '‹short›'], ['secret-longer', '‹long›']).replace('secret-longer secret-long')).toBe(
    '‹long› ‹short›-long',
  )
})

test('text without a needle comes back as it was', () => {
  expect(made(['secret', '‹s›']).replace('secre t')).toBe('secre t')
})

test('a needle too short to be told from chance is not taken', () => {
  expect(made(['abc', '‹s›']).replace('abc')).toBe('abc')
})

test('letters outside Latin are found', () => {
  expect(made(['محمد علي', '‹name›']).replace('من محمد علي إلى')).toBe('من ‹name› إلى')
})

test('says which needles occur', () => {
  expect([...made(['first', '1'], ['second', '2']).found('a second')]).toEqual(['2'])
})

test.each([
  ['by itself', 'Conse', '•'],
  ['between other things', '{"name":"Conse","id":1}', '{"name":"•","id":1}'],
  ['after an escape', 'name=Ms%2CConse%20x and Ms%20Conse', 'name=Ms%2C•%20x and Ms%20•'],
  ['beside digits', '1Conse2', '1•2'],
  ['not inside another word', 'Consents, theConse', 'Consents, theConse'],
  ['a longer one anywhere', 'xSalmaHaddadx', 'x•x'],
])('a short word is found %s', (_, text, expected) => {
  const all = needles({ words: true })
  all.add('Conse', '•')
  all.add('SalmaHaddad', '•')
  expect(all.replace(text)).toBe(expected)
})
