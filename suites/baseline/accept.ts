import { together } from '../../checks/answers.ts'
import { mediaTypeOf } from '../../checks/media-type.ts'
import { unacceptableIsRefused } from '../../checks/representation.ts'
import { succeeded } from '../../checks/status.ts'
import { type Check, type Observed, undecided } from '../../engine/rule.ts'
import type { Refused } from './scenarios.ts'

/** Asked for a media type that the contract does not have, an operation answers 406, or in one that it has. */
export const acceptIsKept: Check<Refused> = ({ probes }, given) =>
  together(
    ...probes.map((one) =>
      'exchange' in one ? unacceptableIsRefused(one.exchange, given) : undecided(`${one.name}: ${one.inconclusive}`),
    ),
  )

/** Which of the wishes were passed over, and with what type. */
export const acceptsPassedOver = ({ probes }: Refused): Observed =>
  Object.fromEntries(
    probes.flatMap((one) =>
      'exchange' in one && succeeded(one.exchange)
        ? [[one.name, `answered with ${mediaTypeOf(one.exchange.response) ?? 'no type'}`]]
        : [],
    ),
  )
