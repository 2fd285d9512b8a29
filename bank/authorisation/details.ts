import { randomUUID } from 'node:crypto'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { consentBody } from '../consents.ts'
import { isObject } from '../policy/values.ts'
import type { Setting } from '../setting.ts'
import { library } from './library.ts'

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
export const consentIdOf = (parameter: unknown): string | undefined => {
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
