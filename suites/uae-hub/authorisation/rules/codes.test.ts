import { expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { redeemCodes, spoiledRedemptions } from '../scenarios/redeem-codes.ts'
import { codesAreGuarded } from './codes.ts'

const token = (status: number) => exchange({ operation: 'POST /token', status })
const probed = (...probes: readonly (readonly [name: string, status: number])[]) => ({
  baseline: token(200),
  probes: probes.map(([name, status]) => ({ name, exchange: token(status) })),
})

const shown: Readonly<Record<string, readonly string[]>> = {
  'UAE-TOK-026': ['code used twice'],
  'UAE-TOK-027': ['wrong code_verifier', 'no code_verifier'],
  'UAE-TOK-028': ['another redirect_uri'],
  'UAE-TOK-029': ['code after its end'],
  'UAE-TOK-030': ['code of another client', 'refresh token of another client'],
}

it('judges every way to spoil a redemption', () => {
  const rules = codesAreGuarded.filter(({ on }) => on.some((one) => one === redeemCodes)).map(({ id }) => id)
  expect(rules).toEqual([...new Set(spoiledRedemptions.map(({ of }) => of))])
})

for (const rule of codesAreGuarded) {
  const names = shown[rule.id] ?? []
  const refused = names.map((name) => [name, 400] as const)
  proves(rule, {
    holds: { refused: probed(...refused), 'as a client': probed(...names.map((name) => [name, 401] as const)) },
    breaks: Object.fromEntries(
      names.map((name) => [name, [probed(...refused.filter(([one]) => one !== name), [name, 200]), `${name}: status`]]),
    ) as Readonly<Record<string, readonly [ReturnType<typeof probed>, string]>>,
    undecided: {
      fails: probed(...names.map((name) => [name, 500] as const)),
      'nothing asked': probed(),
    },
  })
}
