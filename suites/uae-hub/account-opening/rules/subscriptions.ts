import { together } from '../../../../checks/answers.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { failed, succeeded, unauthorised, unavailable } from '../../../../checks/status.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { patchOpening } from '../operations.ts'
import { changeSubscription } from '../scenarios/change-subscription.ts'

const refusal = { demand: 'refused', aside: [401] } as const

/** UAE-AOP-012. That a 204 has no body is the business of HTTP. */
export const openingSubscriptionsArePatched = rule({
  id: 'UAE-AOP-012',
  requirements: ['UAE-AOP-012'],
  level: 'MUST',
  about: 'hub',
  title: 'A new webhook of an account that is being opened is answered with 204',
  cites: [cite.accountOpening('PATCH /accounts/{AccountId}/subscription, 204')],
  defects: ['opening-subscription-shown'],
  on: [changeSubscription],
  operation: patchOpening,
  check({ patch }) {
    const { status } = patch.response
    if (failed(patch) || unavailable(patch) || unauthorised(patch))
      return undecided(`the patch was answered with ${status}`)
    return status === 204 ? [] : [finding('status', '204', status, patch)]
  },
  example: {
    breaks: `PATCH /accounts/{AccountId}/subscription
{"Data":{"Webhook":{"Url":"https://…","IsActive":false}}}

200`,
    findings: [{ at: 'status', expected: '204', got: '200' }],
  },
})

/**
 * UAE-AOP-013: 400, and 415 for a JWT, are expected; other 4xx are observed, and so is a webhook without TLS. Where the good
 * webhook is refused, too, a refusal says nothing.
 */
export const unfitSubscriptionsAreRefused = rule({
  id: 'UAE-AOP-013',
  requirements: ['UAE-AOP-013'],
  level: 'MUST',
  about: 'hub',
  title: 'A webhook in another form than the contract has is refused',
  cites: [cite.accountOpening('AEUpdateEventSubscriptionRequestBody1, AEWebhook')],
  defects: ['opening-subscription-of-the-guide-taken'],
  on: [changeSubscription],
  operation: patchOpening,
  check: ({ patch, unfit, signed }) =>
    together(
      eachRefused({ ...refusal, statuses: [400] })(unfit),
      eachRefused({ ...refusal, statuses: [415] })([signed]),
      succeeded(patch) ? [] : undecided(`the good webhook was answered with ${patch.response.status}, too`),
    ),
  observe: ({ unfit, signed, plainUrl }) => ({
    ...otherStatuses(400)(unfit),
    ...otherStatuses(415)([signed]),
    ...otherStatuses()([plainUrl]),
  }),
  example: {
    breaks: `PATCH /accounts/{AccountId}/subscription
{"Subscription":{"Webhook":{"Url":"https://…","IsActive":false}}}

204`,
    findings: [{ at: 'Subscription in place of Data: status', expected: '400, and no data', got: '204' }],
  },
})
