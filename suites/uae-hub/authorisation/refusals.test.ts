import { expect, it } from 'vitest'
import { table } from './pushes/index.ts'
import { grantTypes, refreshTokens, shapes } from './scenarios/ask-for-odd-grants.ts'
import { spoiledRedemptions } from './scenarios/redeem-codes.ts'
import { spoiledAssertions } from './spoiled-assertions.ts'

const pushes = table.flatMap(({ id, rows }) =>
  rows.flatMap(({ answer, name }) => (answer === 'refused' ? [`${id} ${name}`] : [])),
)
const tokens = [
  ...spoiledAssertions.filter(({ observed }) => observed === undefined),
  ...spoiledRedemptions,
  ...grantTypes,
  ...shapes,
  ...refreshTokens,
].map(({ name }) => name)

it('there are at least forty refusals, each a row of a table with a name of its own', () => {
  expect(pushes.length).toBeGreaterThanOrEqual(40)
  expect(tokens.length).toBeGreaterThanOrEqual(20)
  expect(new Set(pushes).size).toBe(pushes.length)
  expect(new Set(tokens).size).toBe(tokens.length)
})
