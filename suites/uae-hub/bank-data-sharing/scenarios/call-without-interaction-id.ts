import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

const calls = 20

/** Twenty calls without `x-fapi-interaction-id`. */
export const callWithoutInteractionId = scenario({
  id: 'bank-data-sharing/call-without-interaction-id',
  title: 'ask for accounts without an interaction id',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<readonly Exchange[]> {
    const headers = { 'x-fapi-interaction-id': undefined }
    const answers: Exchange[] = []
    for (let count = 0; count < calls; count += 1) {
      answers.push(await session.call(accounts, { purpose: 'no interaction id', headers }))
    }
    return answers
  },
})
