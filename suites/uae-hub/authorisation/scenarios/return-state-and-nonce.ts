import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type Authorisation, Inconclusive, type Push, type Session } from '../../../../engine/session.ts'
import { authorization, par, token } from '../../operations.ts'
import { claims, type Difference, form } from '../pushes/row.ts'

/** A push with another state or nonce, and what came of it. */
export type StateProbe =
  | { readonly name: string; readonly inconclusive: string }
  | {
      readonly name: string
      readonly push: Push
      readonly authorisation?: Authorisation
      readonly token?: Exchange
      /** A refusal of the push is good as well. */
      readonly mayRefuse: boolean
    }

/** Pushes with other states and nonces, with the discovery document. */
export interface StateProbes {
  readonly probes: readonly StateProbe[]
  readonly discovery: Exchange
}

interface Row {
  readonly name: string
  readonly differs: Difference
  readonly mayRefuse?: true
  readonly redeem?: true
}

const text = (length: number): string => 'mizan-'.repeat(length).slice(0, length)

const rows: readonly Row[] = [
  { name: 'state and nonce of 64 characters', differs: claims({ state: text(64), nonce: text(64) }), redeem: true },
  {
    name: 'state and nonce of 384 characters',
    differs: claims({ state: text(384), nonce: text(384) }),
    mayRefuse: true,
    redeem: true,
  },
  {
    name: 'another state and nonce beside the request object',
    differs: form(() => ({ state: 'outside', nonce: 'outside' })),
    mayRefuse: true,
    redeem: true,
  },
  {
    name: 'state only beside the request object',
    differs: { ...claims({ state: undefined }), ...form(() => ({ state: 'outside' })) },
    mayRefuse: true,
  },
  { name: 'no nonce', differs: claims({ nonce: undefined }), mayRefuse: true, redeem: true },
]

const probe = async (session: Session, row: Row): Promise<StateProbe> => {
  const { name, mayRefuse = false } = row
  try {
    const push = await session.push({ purpose: name, ...row.differs })
    if (push.requestUri === undefined) return { name, push, mayRefuse }
    const authorisation = await session.authorise(push, name)
    if (!row.redeem || authorisation.outcome !== 'code') return { name, push, authorisation, mayRefuse }
    return { name, push, authorisation, mayRefuse, token: await session.redeem(authorisation, { purpose: name }) }
  } catch (cause) {
    if (cause instanceof Inconclusive) return { name, inconclusive: cause.message }
    throw cause
  }
}

/** Consents whose requests have other states and nonces than usual, or none. */
export const returnStateAndNonce = scenario({
  id: 'authorisation/return-state-and-nonce',
  title: 'let the user consent to requests with other states and nonces',
  needs: [],
  means: ['user-agent'],
  operations: [par, authorization, token],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<StateProbes> {
    const probes: StateProbe[] = []
    for (const row of rows) probes.push(await probe(session, row))
    return { probes, discovery: await session.discovery() }
  },
})
