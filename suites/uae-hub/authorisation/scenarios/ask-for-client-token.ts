import { scenario } from '../../../../engine/scenario.ts'
import { token } from '../../operations.ts'

/** The answer to a good client-credentials request. */
export const askForClientToken = scenario({
  id: 'authorisation/ask-for-client-token',
  title: 'ask for a token without a user',
  needs: [],
  operations: [token],
  effect: 'reads',
  run: (session) => session.clientToken(),
})
