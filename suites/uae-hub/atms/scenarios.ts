import type { Exchange } from '../../../engine/exchange.ts'
import type { Probe } from '../../../engine/rule.ts'
import { scenario } from '../../../engine/scenario.ts'
import type { Session } from '../../../engine/session.ts'
import { baseline, type Probed, probe } from '../ask.ts'
import { atms } from '../operations.ts'
import { tokenOfAnotherScope } from '../products/ask.ts'

const facts = { needs: ['atms'], operations: [atms], effect: 'reads' } as const

const all = (session: Session): Promise<Exchange> => baseline(session, atms, { purpose: 'every cash machine' })

/** Reads all cash machines with the client's own token. */
export const readAtms = scenario({
  ...facts,
  id: 'atms/read-atms',
  title: 'read every cash machine with a token of the client alone',
  run: (session): Promise<Probe> =>
    probe('every cash machine', () => session.call(atms, { purpose: 'every cash machine' })),
})

/** Asks for cash machines without a token, and with one of another API. */
export const readAtmsWithoutRight = scenario({
  ...facts,
  id: 'atms/read-without-right',
  title: 'read cash machines without a token and with a token of another API',
  async run(session): Promise<Probed> {
    const good = await all(session)
    const none = await probe('no token', () => session.call(atms, { purpose: 'no token', token: 'none' }))
    const other = await probe('token of another scope', async () =>
      session.call(atms, { purpose: 'token of another scope', bearer: await tokenOfAnotherScope(session, 'atm') }),
    )
    return { baseline: good, probes: [none, other] }
  },
})

/** The list without a query, with one that means nothing, and without one again. */
export interface WithQuery {
  readonly before: Exchange
  readonly probe: Probe
  readonly after: Exchange
}

/** Asks for cash machines with a query parameter that there is not. */
export const readAtmsWithQuery = scenario({
  ...facts,
  id: 'atms/read-with-query',
  title: 'read cash machines with a query parameter that there is not',
  async run(session): Promise<WithQuery> {
    const before = await all(session)
    const name = 'foo=1'
    const asked = await probe(name, () => session.call(atms, { purpose: name, query: { foo: '1' } }))
    return { before, probe: asked, after: await all(session) }
  },
})
