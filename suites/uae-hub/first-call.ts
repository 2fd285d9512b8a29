import { eachAccepted } from '../../checks/acceptance.ts'
import { at, carried } from '../../checks/body.ts'
import type { Exchange } from '../../engine/exchange.ts'
import { type Check, type Given, type Probe, undecided } from '../../engine/rule.ts'

/** Statuses with which a server says that nothing is at an address, whoever it is. */
const nothingThere: readonly number[] = [404, 405]

/**
 * Whether it was the API of a contract that refused a call: another call of it succeeded in this run, or the refusal is an
 * error in the form of the standard. Anything else may come from wherever the base URL of the profile leads.
 */
export const refusedByApi = (contract: string, exchange: Exchange, given: Given): boolean =>
  given.apiSucceeded(contract) ||
  (!nothingThere.includes(exchange.response.status) && Array.isArray(at(carried(exchange)?.value, 'Errors')))

/** The good call by which an API is opened is answered with a success; a refusal counts where the API gave it. */
export const opensApi =
  (contract: string): Check<Probe> =>
  (probe, given) => {
    const answer = eachAccepted()([probe])
    if (!Array.isArray(answer) || answer.length === 0 || 'inconclusive' in probe) return answer
    if (refusedByApi(contract, probe.exchange, given)) return answer
    return undecided(
      `${probe.name}: status ${probe.exchange.response.status}; no call of ${contract} succeeded in this run; its base URL may lead elsewhere (resources.${contract})`,
    )
  }
