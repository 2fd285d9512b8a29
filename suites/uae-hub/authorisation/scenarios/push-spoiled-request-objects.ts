import type { PushProbe } from '../../../../checks/pushed-request.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type Authorisation, Inconclusive, type Push, type Session, type Signing } from '../../../../engine/session.ts'
import { authorization, par } from '../../operations.ts'

const spoiled: readonly (readonly [name: string, signing: Signing])[] = [
  ['RS256', 'RS256'],
  ['unsigned', 'none'],
  ['broken signature', 'broken'],
  ['unknown kid', 'unknown-kid'],
  ['foreign key', 'foreign-key'],
]

const probe = async (session: Session, name: string, signing: Signing): Promise<PushProbe> => {
  try {
    const push = await session.push({ purpose: name, signing })
    if (push.requestUri === undefined) return { name, push }
    return { name, push, authorisation: await session.authorise(push, name) }
  } catch (cause) {
    if (cause instanceof Inconclusive) return { name, inconclusive: cause.message }
    throw cause
  }
}

const takeGoodPush = async (session: Session): Promise<Authorisation | undefined> => {
  try {
    return await session.authorise(await session.push({ purpose: 'good push, to its end' }), 'good push, to its end')
  } catch (cause) {
    if (cause instanceof Inconclusive) return undefined
    throw cause
  }
}

/** A good push, and pushes whose request object alone is spoiled. */
export interface SpoiledPushes {
  readonly baseline: Push
  readonly probes: readonly PushProbe[]
  /** The end of a good push, where one that is spoiled was accepted and went on to the authorization endpoint. */
  readonly taken?: Authorisation
}

/** A good push, and pushes whose request object alone is signed wrongly; those accepted are taken to the end. */
export const pushSpoiledRequestObjects = scenario({
  id: 'authorisation/push-spoiled-request-objects',
  title: 'push request objects whose signature is wrong',
  needs: [],
  operations: [par, authorization],
  effect: 'reads',
  async run(session): Promise<SpoiledPushes> {
    const baseline = await session.push({ purpose: 'good push' })
    if (baseline.requestUri === undefined)
      throw new Inconclusive(`a good push was answered with ${baseline.par.response.status}`)
    const probes: PushProbe[] = []
    for (const [name, signing] of spoiled) probes.push(await probe(session, name, signing))
    const taken = probes.some((one) => 'authorisation' in one) ? await takeGoodPush(session) : undefined
    return { baseline, probes, ...(taken && { taken }) }
  },
})
