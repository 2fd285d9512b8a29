import { together } from '../../../../checks/answers.ts'
import { carried } from '../../../../checks/body.ts'
import { bodyKeepsContract } from '../../../../checks/contract.ts'
import { finding } from '../../../../checks/findings.ts'
import { lookUpKeepsItsValue } from '../../../../checks/look-up.ts'
import { refused, succeeded, unavailable } from '../../../../checks/status.ts'
import { type ExchangeRule, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consentsOfBase } from '../../operations.ts'
import { lookUpByBase } from '../scenarios/look-up-by-base.ts'
import { idsIn, renewConsent } from '../scenarios/renew-consent.ts'

const keepsBase = lookUpKeepsItsValue({
  operation: consentsOfBase,
  parameter: 'baseConsentId',
  path: ['Data', 'BaseConsentId'],
})
const isBareList = bodyKeepsContract({ operations: [consentsOfBase] })

/** UAE-CNS-011: a bare list, without the envelope of other lists. */
export const lookUpsKeepTheirBase: ExchangeRule = {
  id: 'UAE-CNS-011',
  requirements: ['UAE-CNS-011'],
  level: 'MUST',
  about: 'hub',
  title: 'A look-up by base is a bare list of consents with that base, and is refused without one',
  cites: [cite.accountInformation('GET /account-access-consents, AEConsentsByBaseConsentIdResponse')],
  defects: ['consents-listed-without-base'],
  on: 'exchange',
  operations: [consentsOfBase],
  check(exchange, given) {
    const kept = keepsBase(exchange, given)
    return 'silent' in kept ? kept : together(kept, isBareList(exchange, given))
  },
  example: {
    breaks: `GET /account-access-consents   without baseConsentId

200
[]`,
    findings: [{ at: 'query baseConsentId', expected: '400 without it', got: '200' }],
  },
}

/** UAE-CNS-013: an empty list or 404, as two documents have it; which 4xx it is otherwise is observed. */
export const unknownBasesHaveNothing = rule({
  id: 'UAE-CNS-013',
  requirements: ['UAE-CNS-013'],
  level: 'MUST',
  about: 'hub',
  title: 'A base that nobody has is looked up in vain',
  cites: [cite.accountInformation('GET /account-access-consents')],
  defects: ['unknown-base-lists-all'],
  on: [lookUpByBase],
  operation: consentsOfBase,
  check({ unknown }) {
    const { status } = unknown.response
    if (succeeded(unknown)) {
      const value = carried(unknown)?.value
      if (!Array.isArray(value)) return undecided('the answer is no list')
      return value.length === 0 ? [] : [finding('body', 'an empty list, or 404', `a list of ${value.length}`, unknown)]
    }
    return refused(unknown) && !unavailable(unknown) ? [] : undecided(`the look-up was answered with ${status}`)
  },
  observe: ({ unknown }) => ({ 'status for an unknown base': String(unknown.response.status) }),
  example: {
    breaks: `GET /account-access-consents?baseConsentId=…   of an id that nobody has

200
[{"Data":{"ConsentId":"consent-1", … }}]`,
    findings: [{ at: 'body', expected: 'an empty list, or 404', got: 'a list of 1' }],
  },
})

/** UAE-CNS-027. That another user is refused takes two users, and a profile has one. */
export const chainsAreListed = rule({
  id: 'UAE-CNS-027',
  requirements: ['UAE-CNS-027'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A consent that renews another is found by the one that it renews',
  cites: [cite.articles('base-consent-id')],
  defects: ['base-consent-forgotten'],
  on: [renewConsent],
  operation: consentsOfBase,
  check({ push, list }) {
    if (!succeeded(list)) return undecided(`the look-up was answered with ${list.response.status}`)
    return idsIn(list).includes(push.consentId)
      ? []
      : [finding('body', 'the consent that was given last', `${idsIn(list).length} others`, list)]
  },
  example: {
    breaks: `GET /account-access-consents?baseConsentId=consent-1   after the user renewed consent-1

200
[]`,
    findings: [{ at: 'body', expected: 'the consent that was given last', got: '0 others' }],
  },
})
