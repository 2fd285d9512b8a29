import { at, carried } from '../../../checks/body.ts'
import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type CallOptions, Inconclusive, type Session, type SignedBody } from '../../../engine/session.ts'
import { applicationOf } from './applicant.ts'
import { openAccount } from './operations.ts'

/**
 * The document knows a signed answer alone, the guide of version 2.0 shows JSON: either is taken, and a signed one is
 * wanted more.
 */
const headers = { accept: 'application/jwt, application/json;q=0.9' }

/** A call that opens an account: signed, with the client's own token, and with what is said differently. */
export const opening = (
  message: unknown,
  { signed, ...differs }: Omit<CallOptions, 'signed'> & { readonly signed?: Partial<SignedBody> } = {},
): CallOptions => ({
  token: 'client',
  headers,
  ...(differs.body === undefined && { signed: { message, mediaType: 'application/jwt', ...signed } }),
  ...differs,
})

/** A message with which nothing is wrong. */
export const goodMessage = ({ samples }: Session): Readonly<Record<string, unknown>> => ({
  Data: applicationOf(samples),
})

/** A good request, made once in a run. Its answer may be a refusal. */
export const openOnce = (session: Session): Promise<Exchange> =>
  session.once('open an account', () => session.call(openAccount, opening(goodMessage(session))))

/** Why an answer to a request that keeps the contract tells nothing, and what may help. */
export const notOpened = ({ response }: Exchange): string =>
  `a request that keeps the contract was answered with ${response.status}; if the bank opens accounts for its own test persons alone, name one in samples`

/** Gives the answer back when an account is being opened. Throws `Inconclusive` when not. */
export const demandOpened = (answer: Exchange): Exchange => {
  if (!succeeded(answer)) throw new Inconclusive(notOpened(answer))
  return answer
}

/**
 * A good request and the same once more, made once in a run: the answer to the second. Throws `Inconclusive` when either was
 * refused. A bank that opens one account for a person refuses whatever comes after, and not for what is wrong with it.
 */
export const openTwice = async (session: Session): Promise<Exchange> => {
  demandOpened(await openOnce(session))
  const second = await session.once('open an account again', () =>
    session.call(openAccount, { ...opening(goodMessage(session)), purpose: 'a good request again' }),
  )
  if (succeeded(second)) return second
  throw new Inconclusive(
    `the same good request was answered with ${second.response.status} when it came again: what is refused after it may be refused for that`,
  )
}

const lastSegment = (link: unknown): string | undefined => {
  if (typeof link !== 'string' || !URL.canParse(link)) return undefined
  const [, id] = /\/accounts\/([^/]+)(?:\/status)?\/?$/.exec(new URL(link).pathname) ?? []
  return id === undefined ? undefined : decodeURIComponent(id)
}

/** The AccountId that an answer names: in its data, or where version 2.0 has none there, in its link to itself. */
export const idOf = (answer: Exchange): string | undefined => {
  const value = carried(answer)?.value
  const id = at(value, 'Data', 'AccountId')
  return typeof id === 'string' ? id : lastSegment(at(value, 'Links', 'Self'))
}

/** The same. Throws `Inconclusive` where there is none. */
export const demandId = (answer: Exchange): string => {
  const id = idOf(demandOpened(answer))
  if (id === undefined) throw new Inconclusive('the answer names no AccountId')
  return id
}

/** The OpeningStatus of a success. */
export const stateOf = (answer: Exchange): string | undefined => {
  const state = succeeded(answer) ? at(carried(answer)?.value, 'Data', 'OpeningStatus') : undefined
  return typeof state === 'string' ? state : undefined
}

/** States in which an account is there, by either version. */
export const opened: readonly string[] = ['Completed', 'Created']

/** States that nothing follows. */
export const final: readonly string[] = [...opened, 'Rejected']
