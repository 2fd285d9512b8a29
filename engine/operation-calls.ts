import { type Caller, operationUrl } from './calls.ts'
import type { Exchange } from './exchange.ts'
import type { ProfileFile } from './profile/schema.ts'
import { type CallOptions, Inconclusive } from './session.ts'

type Voice = Parameters<Caller['call']>[4]

/** Calls an operation of a contract. Throws `Inconclusive` where the profile gives its API no base URL. */
export type OperationCall = (operation: string, options: CallOptions, voice: Voice) => Promise<Exchange>

/** The URL and the method of an operation, below the base URL that the profile gives its API. */
export const placeOf = (
  { contractOf }: Pick<Caller, 'contractOf'>,
  { resources }: Pick<ProfileFile, 'resources'>,
  operation: string,
  options: Pick<CallOptions, 'path' | 'query' | 'search'>,
): { readonly url: string; readonly method: string } => {
  const contract = contractOf(operation)
  const facts = contract?.operations.get(operation)
  if (contract === undefined || facts === undefined) throw new Error(`no contract has the operation ${operation}`)
  const base = resources[contract.name]
  if (base === undefined)
    throw new Inconclusive(`the profile gives no base URL for ${contract.name} (resources.${contract.name})`)
  return { url: operationUrl(base, facts.path, options), method: facts.method }
}

/** Calls operations in the name of whoever has the voice. */
export const operationCalls =
  (caller: Caller, profile: Pick<ProfileFile, 'resources'>): OperationCall =>
  async (operation, options, voice) => {
    const { url, method } = placeOf(caller, profile, operation, options)
    return caller.call(operation, url, options.method ?? method, options, voice)
  }
