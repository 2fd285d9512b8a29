import type { Contract } from '../contract.ts'
import type { Exchange } from '../exchange.ts'
import type { ProfileFile } from '../profile/schema.ts'
import type { Given } from '../rule.ts'

/** What checks may know of a run beside their evidence. */
export const givenOf = (run: {
  readonly contracts: readonly Contract[]
  readonly exchanges: readonly Exchange[]
  readonly profile: ProfileFile
  readonly claims: readonly string[]
  readonly startedAt: Date
}): Given => {
  const { contracts, profile } = run
  const succeeded = new Set(
    run.exchanges.flatMap(({ operation, response, credentials }) =>
      operation !== undefined && response.status >= 200 && response.status < 300 && credentials.certificate === 'own'
        ? [operation]
        : [],
    ),
  )
  return {
    at: run.startedAt,
    claims: run.claims,
    profile: { clientId: profile.client.id, issuer: profile.issuer, redirectUri: profile.client.redirectUri },
    succeeded: (operation) => succeeded.has(operation),
    contractOf: (operation) => contracts.find(({ operations }) => operations.has(operation)),
    contract(name) {
      const found = contracts.find((one) => one.name === name)
      if (found === undefined) throw new Error(`the standard has no contract ${name}`)
      return found
    },
  }
}
