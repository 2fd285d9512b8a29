import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Authorisation, Session } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { authorization, par, token } from '../../operations.ts'
import { freshCode, redeemed } from '../codes.ts'

type Form = Readonly<Record<string, string>>

/** What differs from a good redemption of a code, and the requirement that says so. */
export const spoiledRedemptions: readonly {
  readonly name: string
  readonly of: string
  readonly form: (form: Form) => Form
}[] = [
  { name: 'wrong code_verifier', of: 'UAE-TOK-027', form: (form) => ({ ...form, code_verifier: 'w'.repeat(43) }) },
  { name: 'no code_verifier', of: 'UAE-TOK-027', form: ({ code_verifier: _, ...form }) => form },
  {
    name: 'another redirect_uri',
    of: 'UAE-TOK-028',
    form: (form) => ({ ...form, redirect_uri: `${form.redirect_uri}/other` }),
  },
]

const spoil = (session: Session, code: Authorisation, row: (typeof spoiledRedemptions)[number]): Promise<Probe> =>
  probe(row.name, () => session.redeem(code, { purpose: row.name, form: row.form }))

const gave = (one: Probe): boolean => 'exchange' in one && one.exchange.response.status === 200

/**
 * Redeems codes in ways that are refused. All of them try the same code, which is redeemed as it should be at the end:
 * when that succeeds, every refusal was for its own reason. A server may end a code after a wrong try; then each gets a
 * code of its own, and one that nobody tried before is the good one.
 */
export const redeemCodes = scenario({
  id: 'authorisation/redeem-codes',
  title: 'redeem codes with something wrong',
  needs: ['accounts'],
  means: ['user-agent'],
  operations: [par, authorization, token],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Probed> {
    const shared = await freshCode(session, 'code for several tries')
    const probes: Probe[] = []
    for (const row of spoiledRedemptions) {
      const one = await spoil(session, shared, row)
      probes.push(one)
      if (gave(one)) break
    }
    if (!probes.some(gave)) {
      const last = await session.redeem(shared, { purpose: 'the same code, as it should be' })
      if (last.response.status === 200) return { baseline: last, probes }
    }
    const baseline = await redeemed(session, await freshCode(session, 'code for a good try'))
    const alone: Probe[] = []
    for (const row of spoiledRedemptions) {
      alone.push(await spoil(session, await freshCode(session, `code for: ${row.name}`), row))
    }
    return { baseline, probes: alone }
  },
})
