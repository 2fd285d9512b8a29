import type { Limited } from '../../checks/retry-after.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { comeBack } from '../baseline/burst.ts'
import { demandGood, goodOptions, type Reach } from '../baseline/reach.ts'
import { walk } from '../baseline/walk.ts'
import type { Inferred } from './infer/rows.ts'
import type { Paged } from './rules/good-calls.ts'

const calls = 'good-calls'

/** Reads a list from page to page, as its schema links them. */
export const walkOf = (reach: Reach, { row, facts }: Inferred, shape: Paged['shape']): Scenario<Paged> => ({
  id: `${calls}/${facts.id}: pages`,
  title: `${facts.id} from page to page`,
  needs: [],
  operations: [facts.id],
  effect: row.effect,
  ...(row.unreachable === undefined ? {} : { unreachable: row.unreachable }),
  async run(session) {
    const { good } = await reach.good(session, row)
    demandGood(good)
    return reach.within(session, row, async (filled) => {
      const first = () => session.call(facts.id, { ...goodOptions(row, filled), purpose: 'first page' })
      return { shape, walked: await walk(session, first, shape) }
    })
  },
})

/** Runs into the rate limit of an operation, and comes back when it says. */
export const burstOf = (reach: Reach, { row, facts }: Inferred): Scenario<Limited> => ({
  id: `${calls}/${facts.id}: burst`,
  title: `${facts.id} at once until it is limited`,
  needs: [],
  means: ['burst'],
  operations: [facts.id],
  effect: 'reads',
  alone: true,
  notInProduction: true,
  async run(session) {
    const { good } = await reach.good(session, row)
    demandGood(good)
    return reach.within(session, row, (filled) =>
      comeBack(session, (purpose) =>
        session.call(facts.id, { ...goodOptions(row, filled), purpose, expects429: true }),
      ),
    )
  },
})
