import type { Exchange } from '../engine/exchange.ts'
import { type Answer, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { eachRefused } from './refusals.ts'
import { failed, succeeded, unavailable } from './status.ts'

/** A refreshed token is whole, and opens the data that the first one opened. `data` is absent where no token came. */
export const refreshesLeadToData = (whole: Answer, data: Exchange | undefined): Answer => {
  if (!Array.isArray(whole) || whole.length > 0) return whole
  if (data === undefined) return undecided('the new token was not tried')
  if (unavailable(data) || failed(data)) return undecided(`data was answered with ${data.response.status}`)
  return succeeded(data) ? [] : [finding('data for the new token: status', '200', data.response.status, data)]
}

/** A refresh is refused; or it is not, and the token that it gave opens nothing. */
export const refreshedGivesNoData = ({
  refreshed,
  data,
}: {
  readonly refreshed: Exchange
  readonly data?: Exchange
}): Answer => {
  if (unavailable(refreshed) || failed(refreshed)) {
    return undecided(`the token endpoint answered ${refreshed.response.status}`)
  }
  if (!succeeded(refreshed)) return []
  if (data === undefined) return undecided('the new token was not tried')
  return eachRefused({ statuses: [401, 403], demand: 'refused' })([
    { name: 'data after the revocation', exchange: data },
  ])
}
