import type { UserCall } from './call.ts'

/** Whether the dates of the consent let out what lies between two days, both of them full-dates and inside. */
export const consentDays = ({ consent, setting }: UserCall): ((first: string, last?: string) => boolean) => {
  const { FromDate: from, ToDate: to } = setting.misbehaves('consent-days-ignored') ? {} : consent.pushed
  const earliest = typeof from === 'string' ? from : ''
  const latest = typeof to === 'string' ? to : '9999'
  const exclusive = setting.misbehaves('consent-days-exclusive')
  return (first, last = first) => (exclusive ? first > earliest && last < latest : first >= earliest && last <= latest)
}
