import { at, carried } from '../../../checks/body.ts'
import { succeeded } from '../../../checks/status.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'
import { type CallOptions, type ConsentNeed, Inconclusive, type Push, type Session } from '../../../engine/session.ts'
import { poll } from '../ask.ts'
import { consent, patchConsent } from '../operations.ts'

/** A consent through its life: the push that made it, and what it showed afterwards, each read repeated until it settled. */
export interface Life {
  readonly push: Push
  readonly reads: readonly Exchange[]
  /** No user was ever asked. */
  readonly untouched?: true
}

/** Where the state of a consent stands in an answer. */
export const statePath = ['Data', 'Status'] as const

/** The members of `Data` of a consent that was read. */
export const dataOf = (read: Exchange): unknown => at(carried(read)?.value, 'Data')

/** The state that a read shows. */
export const stateOf = (read: Exchange): unknown => at(dataOf(read), 'Status')

/** The `consent` object that was pushed. */
export const pushedIn = ({ claims }: Push): unknown => at(claims, 'authorization_details', 0, 'consent')

/** Reads a consent without a user, again and again until it is as wanted or patience ends; the last answer. */
export const readUntil = async (
  session: Session,
  ConsentId: string,
  purpose: string,
  wanted: (read: Exchange) => boolean,
): Promise<Exchange> => {
  const read = () => session.call(consent, { purpose, token: 'client', path: { ConsentId } })
  const answers = await poll(session, read, wanted)
  return answers.at(-1) ?? answers[0]
}

/** The first read of a consent. Throws `Inconclusive` when it does not succeed: nothing can be said about its life then. */
export const firstRead = async (
  session: Session,
  ConsentId: string,
  wanted: (read: Exchange) => boolean = succeeded,
): Promise<Exchange> => {
  const read = await readUntil(session, ConsentId, 'read the consent', wanted)
  if (!succeeded(read)) throw new Inconclusive(`the consent was not shown: ${consent} answered ${read.response.status}`)
  return read
}

/** Patches a consent without a user. */
export const patch = (
  session: Session,
  ConsentId: string,
  purpose: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Exchange> =>
  session.call(patchConsent, {
    purpose,
    token: 'client',
    path: { ConsentId },
    body: { text: JSON.stringify(body), mediaType: 'application/json' },
    ...options,
  })

/** Pushes a consent. Throws `Inconclusive` when the push is refused. */
export const pushConsent = async (session: Session, purpose: string, need: ConsentNeed): Promise<Push> => {
  const push = await session.push({ purpose, need })
  if (push.requestUri === undefined)
    throw new Inconclusive(`${purpose}: the push was answered with ${push.par.response.status}`)
  return push
}

/** Pushes a consent and lets the user give it. Throws `Inconclusive` when it does not come to that. */
export const giveConsent = async (session: Session, purpose: string, need: ConsentNeed) => {
  const push = await pushConsent(session, purpose, need)
  const authorisation = await session.authorise(push, purpose)
  if (authorisation.outcome !== 'code') throw new Inconclusive(`${purpose}: the user's consent did not come`)
  return { push, authorisation }
}

/** The answer of the token endpoint for a consent that a user gave. Throws `Inconclusive` when it is no token. */
export const tokenFor = async (session: Session, given: Awaited<ReturnType<typeof giveConsent>>): Promise<Exchange> => {
  const token = await session.redeem(given.authorisation, { purpose: 'redeem the code' })
  if (!succeeded(token)) throw new Inconclusive(`the code was not redeemed: ${token.response.status}`)
  return token
}

/** When a token ends, in milliseconds since the epoch, counted from before it was given. */
export const endOf = (token: Exchange): number =>
  Date.parse(token.startedAt) + Number(at(json(token.response), 'expires_in') ?? Number.NaN) * 1000
