import type { Headers } from '../../engine/exchange.ts'
import { pathOf, places } from '../places.ts'
import type { Answered, Asked, Change } from './answered.ts'

type Json = Readonly<Record<string, unknown>>

/** Which endpoint a request went to. */
export const isDiscovery = ({ url }: Asked): boolean => pathOf(url).endsWith(places.discovery)
export const isKeySet = ({ url }: Asked): boolean => pathOf(url).endsWith(places.jwks)
export const isPushed = ({ url }: Asked): boolean => pathOf(url).endsWith(places.pushed)
export const isToken = ({ url }: Asked): boolean => pathOf(url).endsWith(places.token)
export const isAuthorization = ({ url }: Asked): boolean => pathOf(url).includes(places.authorization)
export const isResource = ({ url }: Asked): boolean => pathOf(url).includes(`${places.resources}/`)

/** The path below the base of the API. */
const resourceOf = ({ url }: Asked): string => pathOf(url).split(places.resources)[1] ?? ''

export const isAccounts = (asked: Asked): boolean => /^\/accounts(\/[^/]+)?$/.test(resourceOf(asked))
export const isAccount = (asked: Asked): boolean => /^\/accounts\/[^/]+$/.test(resourceOf(asked))
export const isListOfAccounts = (asked: Asked): boolean => resourceOf(asked) === '/accounts'
export const isBalances = (asked: Asked): boolean => /^\/accounts\/[^/]+\/balances$/.test(resourceOf(asked))
export const isStatements = (asked: Asked): boolean => /^\/accounts\/[^/]+\/statements$/.test(resourceOf(asked))
export const isTransactions = (asked: Asked): boolean => /^\/accounts\/[^/]+\/transactions$/.test(resourceOf(asked))
/** Whether a request asks for a resource below an account: `beneficiaries`, `direct-debits`, … */
export const isBelowAccount =
  (name: string) =>
  (asked: Asked): boolean =>
    resourceOf(asked).startsWith('/accounts/') &&
    resourceOf(asked).split('/')[3] === name &&
    resourceOf(asked).split('/').length === 4
/** An account by an id that is longer than any. */
export const isLongId = (asked: Asked): boolean =>
  isAccount(asked) && (resourceOf(asked).split('/')[2] ?? '').length > 40
export const isUser = (asked: Asked): boolean => resourceOf(asked) === '/parties'
export const isConsent = (asked: Asked): boolean => /^\/account-access-consents\/[^/]+$/.test(resourceOf(asked))

/** A parameter of the query of a request. */
export const queryOf = ({ url }: Asked, name: string): string | undefined =>
  new URL(url).searchParams.get(name) ?? undefined

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The first value of a header field. */
export const headerOf = (headers: Headers, name: string): string | undefined =>
  headers.find(([known]) => same(known, name))?.[1]

/** The headers with a field set to a value, or taken out. */
export const withHeader = (headers: Headers, name: string, value: string | undefined): Headers => {
  const rest = headers.filter(([known]) => !same(known, name))
  return value === undefined ? rest : [...rest, [name, value]]
}

/** The JSON object of an answer; undefined for anything else. */
const objectOf = (answer: Answered): Json | undefined => {
  try {
    const value: unknown = JSON.parse(answer.body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

/** The answer with another JSON body. */
export const withObject = (answer: Answered, value: unknown): Answered => ({ ...answer, body: JSON.stringify(value) })

/** A member that is an object; an empty one where there is none. */
export const inner = (value: unknown, name: string): Json => {
  const found = typeof value === 'object' && value !== null ? (value as Json)[name] : undefined
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Json) : {}
}

/** Changes the JSON object of the answers with these statuses to some requests; leaves the answer where that gives nothing. */
export const onObject =
  (
    applies: (asked: Asked) => boolean,
    statuses: readonly number[],
    change: (body: Json, asked: Asked) => unknown,
  ): Change =>
  (answer, asked) => {
    if (!applies(asked) || !statuses.includes(answer.status)) return answer
    const body = objectOf(answer)
    const changed = body === undefined ? undefined : change(body, asked)
    return changed === undefined ? answer : withObject(answer, changed)
  }
