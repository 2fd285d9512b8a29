import { loadContract } from '../../schemas/contract.ts'
import type { LoadedContract } from '../../schemas/make-contract.ts'

/** What the drafts of 2019 change, by contract: DELETE and an expiry of consents, codes without a namespace. */
const editions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'bh-draft-2019': { 'account-information': 'bahrain/draft-2019' },
}

/**
 * The contracts of a variant: `account-information`, `payments`, `events`. `obie-inherited` has those of `bh-1.0.0`: it
 * changes levels, not bodies. Read on first use.
 */
export const contractsOf = (variant: string): readonly LoadedContract[] =>
  ['account-information', 'payments', 'events'].map((name) =>
    loadContract('bahrain/1.0.0', name, editions[variant]?.[name]),
  )
