import { expect, it } from 'vitest'
import { silent, undecided } from '../engine/rule.ts'
import { together } from './answers.ts'

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
