import type { Contract, OperationFacts } from '../contract.ts'
import { type Exchange, mediaType, type Response } from '../exchange.ts'
import { type AnyProfile, isPlain } from '../profile/schema.ts'
import type { Given } from '../rule.ts'

/** An answer of a check that asked which APIs have succeeded, while that is not known of all: it depends on them. */
export type Asked<T> =
  | { readonly answer: T }
  | { readonly waitsFor: readonly string[]; readonly ifAll: T; readonly ifNot: T }

/** What checks may know beside their evidence, while a run goes on. */
export interface LiveGiven {
  readonly given: Given
  /** Takes note of an exchange: an API may have succeeded with it. */
  readonly note: (exchange: Exchange) => void
  /** Asks a check, for both cases where it wants to know what only the end of the run can tell. */
  readonly ask: <T>(check: () => T) => Asked<T>
  readonly succeeded: (contract: string) => boolean
  /** Operations that were called. */
  readonly called: ReadonlySet<string>
  /** How often each status came in answer to an operation. */
  readonly statuses: ReadonlyMap<number, number>
  /** How many successes were web pages, of operations whose contract declares other media types alone. */
  readonly pages: () => number
}

/** For a recording that is whole: everything is known. */
export const settled = (given: Given): Pick<LiveGiven, 'given' | 'ask' | 'succeeded'> => ({
  given,
  ask: (check) => ({ answer: check() }),
  succeeded: given.apiSucceeded,
})

const isPage = (response: Response, facts: OperationFacts | undefined): boolean => {
  if (mediaType(response) !== 'text/html') return false
  const types = Object.values(facts?.responses ?? {}).flatMap(({ mediaTypes }) => mediaTypes)
  return types.length > 0 && !types.some((one) => /html|\*/.test(one))
}

/** What checks may know of a run beside their evidence. */
export const liveGiven = (run: {
  readonly contracts: readonly Contract[]
  readonly profile: AnyProfile
  readonly claims: readonly string[]
  readonly variant: string
  readonly startedAt: Date
}): LiveGiven => {
  const { contracts, profile } = run
  const apis = new Map(contracts.flatMap((one) => [...one.operations.keys()].map((operation) => [operation, one])))
  const succeeded = new Set<string>()
  const called = new Set<string>()
  const statuses = new Map<number, number>()
  let pages = 0
  let assumption = true
  let wanted = new Set<string>()

  const given: Given = {
    at: run.startedAt,
    claims: run.claims,
    variant: run.variant,
    profile: {
      ...(isPlain(profile)
        ? { clientId: '', issuer: '', redirectUri: '' }
        : { clientId: profile.client.id, issuer: profile.issuer, redirectUri: profile.client.redirectUri }),
      samples: profile.samples,
    },
    apiSucceeded(name) {
      if (succeeded.has(name)) return true
      wanted.add(name)
      return assumption
    },
    contractOf: (operation) => apis.get(operation),
    contract(name) {
      const found = contracts.find((one) => one.name === name)
      if (found === undefined) throw new Error(`the standard has no contract ${name}`)
      return found
    },
  }
  return {
    given,
    called,
    statuses,
    pages: () => pages,
    succeeded: (name) => succeeded.has(name),
    note({ operation, response, credentials, inbound }) {
      if (operation === undefined) return
      const { status } = response
      called.add(operation)
      // What we answered says nothing about the target.
      if (inbound) return
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const api = apis.get(operation)
      if (status < 300 && api !== undefined && isPage(response, api.operations.get(operation))) pages += 1
      if (api !== undefined && status >= 200 && status < 300 && credentials.certificate === 'own')
        succeeded.add(api.name)
    },
    ask(check) {
      wanted = new Set()
      assumption = true
      const ifAll = check()
      if (wanted.size === 0) return { answer: ifAll }
      const waitsFor = [...wanted]
      assumption = false
      return { waitsFor, ifAll, ifNot: check() }
    },
  }
}
