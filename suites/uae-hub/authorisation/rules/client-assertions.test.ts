import { expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { replayed, spoiledAssertions } from '../spoiled-assertions.ts'
import { clientAssertionsAreChecked } from './client-assertions.ts'

const all = [...spoiledAssertions, replayed]

/** Every probe refused with 401, but those named with the status that is given. */
const answered = (other: Readonly<Record<string, number>> = {}) => ({
  baseline: exchange({ operation: 'POST /token' }),
  probes: all.map(({ name }, index) => ({
    name,
    exchange: exchange({ id: `p${index}`, operation: 'POST /token', status: other[name] ?? 401 }),
  })),
})

it('judges every probe by exactly one rule', () => {
  const ids = clientAssertionsAreChecked.map(({ id }) => id)
  expect(new Set(all.map(({ of }) => of))).toEqual(new Set(ids))
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

for (const rule of clientAssertionsAreChecked) {
  const mine = all.filter((one) => one.of === rule.id && !('observed' in one))
  const others = Object.fromEntries(all.filter((one) => !mine.includes(one)).map(({ name }) => [name, 200]))
  const breaks = Object.fromEntries(
    mine.map(({ name }) => [name, [answered({ [name]: 200 }), `${name}: status`] as const]),
  )
  proves(rule, {
    holds: {
      'refused with 400': answered(Object.fromEntries(mine.map(({ name }) => [name, 400]))),
      'what another rule judges is accepted': answered(others),
    },
    breaks: breaks as Readonly<Record<string, readonly [ReturnType<typeof answered>, string]>>,
    undecided: {
      'a server that fails': answered(Object.fromEntries(mine.map(({ name }) => [name, 500]))),
    },
  })
}
