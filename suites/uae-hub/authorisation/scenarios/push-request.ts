import { scenario } from '../../../../engine/scenario.ts'
import { par } from '../../operations.ts'

/** A good pushed authorization request, which nobody uses afterwards. */
export const pushRequest = scenario({
  id: 'authorisation/push-request',
  title: 'push an authorization request',
  needs: [],
  operations: [par],
  effect: 'reads',
  run: (session) => session.push({ purpose: 'good push' }),
})
