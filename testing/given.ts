import type { Contract } from '../engine/contract.ts'
import type { Given } from '../engine/rule.ts'

/** What a check may know beside its evidence, over these contracts. */
export const givenOver = (contracts: readonly Contract[]): Given => ({
  contractOf: (operation) => contracts.find(({ operations }) => operations.has(operation)),
  contract(name) {
    const found = contracts.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no contract ${name}`)
    return found
  },
  apiSucceeded: () => true,
  at: new Date('2026-06-01T08:00:00Z'),
  variant: 'v2.1',
  claims: ['accounts', 'balances', 'transactions', 'consents'],
  profile: {
    clientId: 'client-1',
    issuer: 'https://auth1.bank.example',
    redirectUri: 'https://client.example/callback',
    samples: {},
  },
})
