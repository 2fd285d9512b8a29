import { expect, test } from 'vitest'
import { broken, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { proveOnTheBank } from './proofs.ts'

// This bank encrypts nothing.
proveOnTheBank('bahrain', ['BH-RSP-002'])

test.each(['bh-draft-2019', 'obie-inherited'])(
  'the honest bank breaks nothing in the variant %s, and leaves nothing undecided',
  { timeout: 60_000 },
  async (variant) => {
    const run = await runAgainst({ standard: 'bahrain', variant, defects: [], slow: false, burst: true })
    expect([broken(run), undecided(run)]).toEqual([[], []])
    expect(run.report).toMatchObject({ result: 'conformant', variant })
  },
)
