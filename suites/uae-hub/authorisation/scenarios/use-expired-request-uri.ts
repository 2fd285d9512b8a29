import { scenario } from '../../../../engine/scenario.ts'
import { type Authorisation, Inconclusive, type Push } from '../../../../engine/session.ts'
import { everything } from '../../needs.ts'
import { authorization, par } from '../../operations.ts'

/** Longest life of a `request_uri`, in seconds, that a run waits out. */
const longest = 30 * 60

/** A `request_uri` that is used for the first time after its end; a good journey shows that one in time is accepted. */
export const useExpiredRequestUri = scenario({
  id: 'authorisation/use-expired-request-uri',
  title: 'use a request_uri after its end',
  needs: ['accounts'],
  means: ['user-journey', 'user-agent'],
  uses: everything,
  operations: [par, authorization],
  effect: 'reads',
  slow: true,
  async run(session): Promise<{ readonly push: Push; readonly authorisation: Authorisation }> {
    await session.journey()
    const push = await session.push({ purpose: 'push, and let it expire' })
    if (push.requestUri === undefined || push.expiresIn === undefined)
      throw new Inconclusive('a good push gave no request_uri with its expires_in')
    if (push.expiresIn > longest)
      throw new Inconclusive(`the request_uri lives ${push.expiresIn} seconds, over 30 minutes`)
    await session.wait((push.expiresIn + session.limits.clockTolerance) * 1000)
    return { push, authorisation: await session.authorise(push, 'use it after its end') }
  },
})
