import { repeated } from '../../checks/lasting-failures.ts'
import type { Exchange } from '../../engine/exchange.ts'
import type { CallOptions, Session } from '../../engine/session.ts'

/** A call, and the same once more where it was answered with 500: one failure may be the moment's. The last answer. */
export const insist = async (
  session: Session,
  operation: string,
  options: CallOptions & { readonly purpose: string },
): Promise<Exchange> => {
  const first = await session.call(operation, options)
  return first.response.status === 500
    ? session.call(operation, { ...options, purpose: `${options.purpose}${repeated}` })
    : first
}
