import type { Contract, OperationFacts, SchemaFault } from '../engine/contract.ts'

/** What a literal contract says; operations by name, each with the media types of its statuses. */
export interface ContractSample {
  readonly name?: string
  readonly operations: Readonly<Record<string, Readonly<Record<number, readonly string[]>>>>
  /** Faults of any body of a status that declares one. */
  readonly faults?: (body: unknown) => readonly SchemaFault[]
  /** Pointers of the date-times in a body, with their values. */
  readonly dates?: (body: unknown) => readonly { readonly at: string; readonly value: unknown }[]
  /** Members of a body that its schema neither declares nor forbids. */
  readonly undeclared?: (body: unknown) => ReturnType<Contract['undeclared']>
}

const factsOf = (id: string, statuses: Readonly<Record<number, readonly string[]>>): OperationFacts => {
  const [method = '', path = ''] = id.split(' ')
  const responses = Object.fromEntries(
    Object.entries(statuses).map(([status, mediaTypes]) => [status, { mediaTypes, headers: [] }]),
  )
  return { id, method, path, parameters: [], responses, security: [] }
}

/** A literal contract, for checks that are to be tried without an official document. */
export const contract = ({
  name = 'account-information',
  operations,
  faults,
  dates,
  undeclared,
}: ContractSample): Contract => {
  const facts = new Map(Object.entries(operations).map(([id, statuses]) => [id, factsOf(id, statuses)]))
  const hasBody = (operation: string, status: number): boolean =>
    (facts.get(operation)?.responses[String(status)]?.mediaTypes.length ?? 0) > 0
  return {
    name,
    version: 'sample',
    sha256: '',
    operations: facts,
    corrections: [],
    unjudged: [],
    requestFaults: () => undefined,
    parameterFaults: () => undefined,
    undeclared: (operation, status, _, body) => (hasBody(operation, status) ? (undeclared?.(body) ?? []) : []),
    faults: (operation, status, _, body) => (hasBody(operation, status) ? (faults?.(body) ?? []) : undefined),
    faultsOf: (_, value) => faults?.(value) ?? [],
    places: (operation, status, _, body) =>
      hasBody(operation, status) ? (dates?.(body) ?? []).map((one) => ({ ...one, by: 'date-time' })) : [],
    anyPlace: (operation, status, _, body, __, holds) =>
      hasBody(operation, status) && (dates?.(body) ?? []).some(({ value }) => holds(value)),
  }
}

const json = ['application/json']

/** A contract of accounts with the errors that matter to checks. */
export const accountsContract = (more: Omit<ContractSample, 'operations' | 'name'> = {}): Contract =>
  contract({
    operations: {
      'GET /accounts': {
        200: [...json, 'application/jwt'],
        400: json,
        401: [],
        403: json,
        406: [],
        429: [],
        500: json,
      },
      'GET /parties': { 200: json, 400: json },
    },
    ...more,
  })

/** A contract of the authorization endpoints. */
export const authorizationContract = (): Contract =>
  contract({
    name: 'authorization-endpoints',
    operations: { 'POST /par': { 200: json }, 'POST /token': { 200: json } },
  })
