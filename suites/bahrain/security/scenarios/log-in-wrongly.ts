import { scenario } from '../../../../engine/scenario.ts'
import type { Authorisation } from '../../../../engine/session.ts'
import { createConsent } from '../../operations.ts'

/** A user who types a wrong password. */
export const logInWrongly = scenario({
  id: 'security/log-in-wrongly',
  title: 'let the user log in with a wrong password',
  needs: ['consents'],
  means: ['user-agent'],
  operations: [createConsent, 'authorization'],
  effect: 'changes',
  notInProduction: true,
  async run(session): Promise<Authorisation> {
    const push = await session.push({ purpose: 'a consent for a user with a wrong password' })
    return session.authorise(push, 'a wrong password', { wrongPassword: true })
  },
})
