import type { OperationFacts } from '../../../engine/contract.ts'

/** Statuses of redirects that a contract declares of an operation; a class stands for all of its statuses. */
export const redirects = ({ responses }: OperationFacts): readonly number[] =>
  Object.keys(responses).flatMap((status) =>
    /^3xx$/i.test(status)
      ? Array.from({ length: 100 }, (_, index) => 300 + index)
      : /^3\d\d$/.test(status)
        ? [Number(status)]
        : [],
  )

/** What to ask for where no success of an operation is JSON by its plain name, for a server may insist on `Accept`; else undefined. */
export const acceptOf = ({ responses }: OperationFacts): string | undefined => {
  const types = Object.entries(responses).flatMap(([status, { mediaTypes }]) => (/^2/.test(status) ? mediaTypes : []))
  const plain = types.some((one) => ['application/json', 'application/*', '*/*'].includes(one))
  return types.length === 0 || plain ? undefined : [...new Set(types)].join(', ')
}
