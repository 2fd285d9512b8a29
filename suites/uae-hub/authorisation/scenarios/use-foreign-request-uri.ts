import type { JourneyProbe } from '../../../../checks/authorisation.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type Authorisation, Inconclusive } from '../../../../engine/session.ts'
import { authorization, par } from '../../operations.ts'
import { goodJourney } from '../pushes/spoil.ts'

/** Journeys that are to be refused, and the end of a good one beside them. */
export interface RefusedJourneys {
  readonly probes: readonly JourneyProbe[]
  readonly taken?: Authorisation
}

/** Uses the `request_uri` of one client with the `client_id` of another. */
export const useForeignRequestUri = scenario({
  id: 'authorisation/use-foreign-request-uri',
  title: 'use the request_uri of another client',
  needs: [],
  means: ['second-client', 'user-agent'],
  operations: [par, authorization],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<RefusedJourneys> {
    const taken = await goodJourney(session)
    const push = await session.push({ purpose: 'push, for another client to use' })
    if (push.requestUri === undefined)
      throw new Inconclusive(`a good push was answered with ${push.par.response.status}`)
    const other = await session.push({ purpose: 'push of the other client', as: 'second' })
    const name = 'another client_id'
    const authorisation = await session.authorise(push, name, {
      query: (query) => ({ ...query, client_id: String(other.claims.client_id) }),
    })
    return { probes: [{ name, authorisation }], ...(taken && { taken }) }
  },
})
