import { scenario } from '../../../../engine/scenario.ts'
import { type Authorisation, Inconclusive, type Push, type Session } from '../../../../engine/session.ts'
import { authorization, par } from '../../operations.ts'

/** What came of a good `request_uri`, opened in several ways. */
export interface Openings {
  /** Opened, and left at the first page. */
  readonly first: Authorisation
  /** Another one, opened with parameters beside the two that are needed, and left at the first page. */
  readonly withMore: Authorisation
  /** The first one, opened again and taken to its end. */
  readonly again: Authorisation
  /** The same once more, where it had led to a code. */
  readonly afterwards?: Authorisation
}

const good = async (session: Session, purpose: string): Promise<Push> => {
  const push = await session.push({ purpose })
  if (push.requestUri === undefined) throw new Inconclusive(`a good push was answered with ${push.par.response.status}`)
  return push
}

/** Opens the authorization endpoint with what a good push gave: with nothing more, with more, twice, and after its end. */
export const openAuthorization = scenario({
  id: 'authorisation/open-authorization',
  title: 'open the authorization endpoint with a good request_uri',
  needs: [],
  means: ['user-agent'],
  operations: [par, authorization],
  effect: 'reads',
  async run(session): Promise<Openings> {
    const push = await good(session, 'push, to be opened')
    const first = await session.authorise(push, 'open it', { stop: 'first-page' })
    const other = await good(session, 'push, to be opened with more')
    const withMore = await session.authorise(other, 'open it with response_type and scope', {
      stop: 'first-page',
      query: (query) => ({ ...query, response_type: 'code', scope: 'openid' }),
    })
    const again = await session.authorise(push, 'open it again, to its end')
    if (again.outcome !== 'code') return { first, withMore, again }
    return { first, withMore, again, afterwards: await session.authorise(push, 'open it after its end') }
  },
})
