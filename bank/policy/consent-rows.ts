import { unknownMember } from './closed.ts'
import { type PolicyRow, type RequestFacts, refusal } from './row.ts'
import {
  accountSubTypes,
  accountTypes,
  areAllOf,
  dataSharing,
  isBilling,
  isDate,
  isDateTime,
  isObject,
  onTopOfAccounts,
  permissions,
} from './values.ts'

type Element = Readonly<Record<string, unknown>>

const elements = ({ request }: RequestFacts): readonly Element[] =>
  Array.isArray(request?.authorization_details)
    ? request.authorization_details.filter(isObject).filter(({ type }) => type === dataSharing)
    : []

/** A row about the `consent` of every data-sharing element; `wrong` says what is not as it has to be. */
const row = (
  name: string,
  requirement: string,
  title: string,
  wrong: (consent: Element, facts: RequestFacts, element: Element) => string | undefined | false,
): PolicyRow => ({
  name,
  requirement,
  title,
  refuses: (facts) => {
    for (const element of elements(facts)) {
      const found = wrong(isObject(element.consent) ? element.consent : {}, facts, element)
      if (found) return refusal(true, 'invalid_authorization_details', found)
    }
    return undefined
  },
})

const isId = (value: unknown): boolean => typeof value === 'string' && value.length >= 1 && value.length <= 128
const optional = (value: unknown, holds: (value: unknown) => boolean): boolean => value === undefined || holds(value)

/** Milliseconds since the epoch of the same moment one year on. */
const yearAfter = (seconds: number): number => {
  const date = new Date(seconds * 1000)
  return date.setUTCFullYear(date.getUTCFullYear() + 1)
}

/** Names of the dates in versions before this one. */
const olderDates = ['TransactionFromDateTime', 'TransactionToDateTime']

/** What is asked of the consent inside the authorization details. */
export const consentRows: readonly PolicyRow[] = [
  row('closed-consent-check', 'UAE-PAR-019', 'Authorization details have no unknown members', (_, __, element) => {
    const at = unknownMember(element)
    return at !== undefined && `there is no member ${at} in an element of authorization_details`
  }),
  row(
    'consent-id-check',
    'UAE-PAR-025',
    'A consent has an id of 1 to 128 characters',
    (consent) =>
      !(isId(consent.ConsentId) && optional(consent.BaseConsentId, isId)) &&
      'ConsentId, and BaseConsentId if it is there, need 1 to 128 characters',
  ),
  row(
    'fresh-consent-id-check',
    'UAE-PAR-026',
    'The id of a consent is not in use',
    (consent, { consentExists }) =>
      typeof consent.ConsentId === 'string' && consentExists(consent.ConsentId) && 'a consent of that ConsentId exists',
  ),
  row('expiration-check', 'UAE-PAR-027', 'A consent ends in the future, within a year', (consent, { now }) => {
    const end = Date.parse(String(consent.ExpirationDateTime))
    return !(end > now * 1000 && end < yearAfter(now)) && 'ExpirationDateTime needs a moment less than a year ahead'
  }),
  row(
    'expiration-offset-check',
    'UAE-PAR-028',
    'The end of a consent has a time-zone offset',
    (consent) =>
      !optional(consent.ExpirationDateTime, isDateTime) && 'ExpirationDateTime needs a date-time with an offset',
  ),
  row(
    'permission-values-check',
    'UAE-PAR-029',
    'A consent has permissions, all of them known',
    (consent) =>
      !(areAllOf(permissions, consent.Permissions) && (consent.Permissions as unknown[]).length > 0) &&
      'Permissions needs at least one of the listed values and no other',
  ),
  row('accounts-permission-check', 'UAE-PAR-030', 'Permissions rest on one to read accounts', (consent) => {
    const asked = Array.isArray(consent.Permissions) ? consent.Permissions : []
    const reads = asked.includes('ReadAccountsBasic') || asked.includes('ReadAccountsDetail')
    return (
      !reads &&
      asked.some((name) => onTopOfAccounts.includes(name)) &&
      'ReadAccountsBasic or ReadAccountsDetail is missing'
    )
  }),
  row(
    'billing-check',
    'UAE-PAR-031',
    'A consent says for whom and why data is read',
    (consent) => !isBilling(consent.OpenFinanceBilling) && 'OpenFinanceBilling needs UserType and Purpose of the lists',
  ),
  row(
    'window-dates-check',
    'UAE-PAR-032',
    'FromDate and ToDate are full-dates, by these names',
    (consent) =>
      (olderDates.some((name) => name in consent) ||
        !(optional(consent.FromDate, isDate) && optional(consent.ToDate, isDate))) &&
      'FromDate and ToDate are full-dates, and have no other names',
  ),
  row(
    'window-order-check',
    'UAE-PAR-033',
    'FromDate is not after ToDate',
    ({ FromDate: from, ToDate: to }) =>
      isDate(from) && isDate(to) && String(from) > String(to) && 'FromDate is after ToDate',
  ),
  row(
    'account-kinds-check',
    'UAE-PAR-034',
    'Kinds of account are those of the lists',
    (consent) =>
      !(
        optional(consent.AccountType, (value) => areAllOf(accountTypes, value)) &&
        optional(consent.AccountSubType, (value) => areAllOf(accountSubTypes, value))
      ) && 'AccountType or AccountSubType has a value that is not listed',
  ),
  row('webhook-check', 'UAE-PAR-035', 'A subscription has a URL and a state', (_, __, { subscription }) => {
    const webhook = isObject(subscription) ? subscription.Webhook : undefined
    const whole = isObject(webhook) && typeof webhook.Url === 'string' && typeof webhook.IsActive === 'boolean'
    return subscription !== undefined && !whole && 'subscription.Webhook needs Url and IsActive'
  }),
]
