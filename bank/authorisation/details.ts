import { randomUUID } from 'node:crypto'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { type Consent, consentBody, permissionsOf } from '../consents.ts'
import type { Account, Customer } from '../ledger/shapes.ts'
import { isObject } from '../policy/values.ts'
import type { Setting } from '../setting.ts'
import { library } from './library.ts'
import type { Asks } from './question.ts'

type Detail = Readonly<Record<string, unknown>> & { readonly type: string }

/** The elements of an `authorization_details` parameter. Those that the library lets pass are objects with a type. */
const pushedDetails = (ctx: KoaContextWithOIDC): readonly Detail[] => {
  const given = ctx.oidc.params?.authorization_details
  const read: unknown = typeof given === 'string' ? JSON.parse(given) : []
  return Array.isArray(read) ? read.filter((one): one is Detail => isObject(one) && typeof one.type === 'string') : []
}

const idOf = (detail: Detail | undefined): string | undefined => {
  const consent = isObject(detail?.consent) ? detail.consent : {}
  return typeof consent.ConsentId === 'string' ? consent.ConsentId : undefined
}

/** The consent that an authorization request is about. */
const consentIdOf = (parameter: unknown): string | undefined => {
  const [first] = typeof parameter === 'string' ? (JSON.parse(parameter) as readonly Detail[]) : []
  return idOf(first)
}

/** Keeps what a client pushed as a consent that waits for its user. */
export const lodge = (setting: Setting, ctx: KoaContextWithOIDC): void => {
  for (const detail of pushedDetails(ctx)) {
    const subscription = isObject(detail.subscription) ? detail.subscription : undefined
    const id = idOf(detail) ?? randomUUID()
    if (setting.hasDefect('without-fresh-consent-id-check') && isObject(detail.consent))
      setting.consents.change(id, { pushed: detail.consent })
    setting.consents.lodge({
      id,
      clientId: ctx.oidc.client?.clientId ?? '',
      type: detail.type,
      pushed: isObject(detail.consent) ? detail.consent : {},
      ...(subscription && { subscription }),
    })
  }
}

/** How authorization details travel: as pushed into the code and the refresh token, as lodged into the access token. */
export const detailHooks = (setting: Setting) => ({
  authorizationDetailsForGrantSource: (ctx: KoaContextWithOIDC): Detail[] => [...pushedDetails(ctx)],
  authorizationDetailsForAccessToken: async (
    _ctx: KoaContextWithOIDC,
    _token: unknown,
    source: { readonly rar?: readonly Detail[] | undefined } | undefined,
  ): Promise<Detail[]> => {
    const { errors } = await library()
    return (source?.rar ?? []).map((detail) => {
      const consent = setting.consents.find(idOf(detail) ?? '')
      const outlived = consent?.status === 'Revoked' && setting.misbehaves('refresh-outlives-consent')
      if (consent === undefined || (consent.status !== 'Authorized' && !outlived)) {
        throw new errors.InvalidGrant(`the consent is ${consent?.status ?? 'unknown'}, expected Authorized`)
      }
      const self = `${setting.resources}/account-access-consents/${encodeURIComponent(consent.id)}`
      return { type: detail.type, consent: consentBody(consent, self) }
    })
  },
})

/** The accounts of a customer that the kinds named in a consent let through. */
const eligible = (setting: Setting, customer: Customer, consent: Consent): readonly Account[] => {
  const allows = (names: unknown, value: string): boolean =>
    setting.misbehaves('account-kinds-ignored') || !Array.isArray(names) || names.length === 0 || names.includes(value)
  return customer.accounts.filter(
    ({ type, subType }) => allows(consent.pushed.AccountType, type) && allows(consent.pushed.AccountSubType, subType),
  )
}

/** What a user is asked about a consent that was pushed. */
export const asksOf =
  (setting: Setting): Asks =>
  (params) => {
    const consent = setting.consents.find(consentIdOf(params.authorization_details) ?? '')
    if (consent === undefined) return undefined
    const { id, status } = consent
    return {
      permissions: permissionsOf(consent),
      until: String(consent.pushed.ExpirationDateTime ?? ''),
      ...(status !== 'AwaitingAuthorization' && { over: status }),
      accounts: (customer) => eligible(setting, customer, consent),
      given: (customer, accounts) =>
        setting.consents.change(id, { status: 'Authorized', customer: customer.id, accounts }),
      declined: () => {
        if (!setting.hasDefect('declined-consent-waits')) setting.consents.change(id, { status: 'Rejected' })
      },
    }
  }
