import { expect, it } from 'vitest'
import { silent, undecided } from '../engine/rule.ts'
import { givenOver } from '../testing/given.ts'
import { eachOf, together } from './answers.ts'

const found = (at: string) => ({ at, expected: 'a', got: 'b' })

it.each([
  ['nothing was asked', [], []],
  ['all hold', [[], []], []],
  ['one says nothing', [silent('no id'), []], []],
  ['findings of several', [[found('x')], [], [found('y')]], [found('x'), found('y')]],
  ['a finding beside what is open', [undecided('gone'), [found('x')]], [found('x')]],
  ['several are open', [undecided('gone'), [], undecided('busy')], { undecided: 'gone; busy' }],
])('%s', (_, answers, expected) => {
  expect(together(...answers)).toEqual(expected)
})

it.each([
  ['all are silent', [silent('no id'), silent('no body')], silent('no id')],
  ['one of them says something', [silent('no id'), []], []],
  ['one of them finds something', [[], [found('x')]], [found('x')]],
  ['one of them is open', [silent('no id'), undecided('gone')], undecided('gone')],
])('eachOf where %s', (_, [first = [], ...rest], expected) => {
  const checks = rest.map((answer) => () => answer)
  expect(eachOf(() => first, ...checks)(undefined, givenOver([]))).toEqual(expected)
})
