import { at } from '../../../../checks/body.ts'
import type { Pushes, PushProbe } from '../../../../checks/push-probes.ts'
import { json } from '../../../../engine/exchange.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { type Authorisation, Inconclusive, type Push, type Session } from '../../../../engine/session.ts'
import { authorization, par } from '../../operations.ts'
import { sameClock } from '../clocks.ts'
import type { Difference, Known, Row } from './row.ts'

/** What a group of rows has in common. */
export interface Group {
  /** Ends the id of the scenario: `spoil-redirect-uri`. */
  readonly scenario: string
  /** Says in which thing the pushes differ: `the redirect URI`. */
  readonly what: string
  /** Makes the good push of this group, where a plain one lacks what the rows change. */
  readonly base?: Difference
  readonly rows: readonly Row[]
}

/** Milliseconds that a server gets to remember what it saw, before it sees it again. */
const beforeReplay = 2000

const goodPush = (session: Session, group: Group): Promise<Push> =>
  group.base === undefined
    ? session.once('a good push', () => session.push({ purpose: 'good push' }))
    : session.push({ purpose: 'good push', ...group.base })

/** A good push and its journey to the end; undefined where nobody takes it there. Made once in a run. */
export const goodJourney = (session: Session): Promise<Authorisation | undefined> =>
  session.once('a good push to its end', async () => {
    try {
      return await session.authorise(await session.push({ purpose: 'good push, to its end' }), 'good push, to its end')
    } catch (cause) {
      if (cause instanceof Inconclusive) return undefined
      throw cause
    }
  })

/** The row on top of the group's good push. */
const onTop = (base: Difference | undefined, differs: Difference): Difference => {
  if (base?.claims === undefined || differs.claims === undefined) return { ...base, ...differs }
  const { claims: first } = base
  const { claims: then } = differs
  return { ...base, ...differs, claims: (usual) => then(first(usual)) }
}

const addresses = async (session: Session): Promise<Known> => {
  const document = json((await session.discovery()).response)
  const text = (name: string): string => String(at(document, name) ?? '')
  return { token: text('token_endpoint'), par: text('pushed_authorization_request_endpoint') }
}

const probe = async (session: Session, group: Group, row: Row, known: Known): Promise<PushProbe> => {
  const { name } = row
  const differs = typeof row.differs === 'function' ? row.differs(known) : row.differs
  const options = { purpose: name, ...onTop(group.base, differs) }
  try {
    if (row.twice) {
      if ((await session.push(options)).requestUri === undefined)
        return { name, inconclusive: 'the first push was refused' }
      await session.wait(beforeReplay)
    }
    const push = await session.push(options)
    if (push.requestUri === undefined || row.answer !== 'refused') return { name, push }
    return { name, push, authorisation: await session.authorise(push, name) }
  } catch (cause) {
    if (cause instanceof Inconclusive) return { name, inconclusive: cause.message }
    throw cause
  }
}

/**
 * The scenario of a group of rows: a good push, then one push for each row. One that is to be refused and was accepted
 * is taken to the authorization endpoint. Throws `Inconclusive` when the good push is refused, unless a row asks whether
 * more than that is accepted.
 */
export const spoil = (group: Group): Scenario<Pushes> =>
  scenario({
    id: `authorisation/${group.scenario}`,
    title: `push requests that differ in ${group.what}`,
    needs: [],
    operations: [par, authorization],
    effect: 'reads',
    notInProduction: true,
    async run(session): Promise<Pushes> {
      const baseline = await goodPush(session, group)
      if (baseline.requestUri === undefined && group.rows.some(({ answer }) => answer === 'refused'))
        throw new Inconclusive(`a good push was answered with ${baseline.par.response.status}`)
      const known = await addresses(session)
      const asked = group.rows.filter((row) => !row.sameClock || sameClock(baseline.par))
      const ask = async (row: Row) => ({ answer: row.answer, probe: await probe(session, group, row, known) })
      // In turn: what is signed long before a slow profile lets it go would be refused for its age.
      const inTurn = async (rows: readonly Row[]) => {
        const done: Awaited<ReturnType<typeof ask>>[] = []
        for (const row of rows) done.push(await ask(row))
        return done
      }
      const [again, once] = await Promise.all([
        inTurn(asked.filter(({ twice }) => twice)),
        inTurn(asked.filter(({ twice }) => !twice)),
      ])
      const probes = [...once, ...again]
      const those = (wanted: Row['answer']): readonly PushProbe[] =>
        probes.flatMap(({ answer, probe: one }) => (answer === wanted ? [one] : []))
      const refused = those('refused')
      const late = refused.some((one) => 'authorisation' in one)
      const taken = late ? await goodJourney(session) : undefined
      return {
        baseline,
        refused,
        accepted: those('accepted'),
        either: those('either'),
        ...(taken && { taken }),
      }
    },
  })
