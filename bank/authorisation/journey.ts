import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { type Consent, permissionsOf } from '../consents.ts'
import type { Account, Customer } from '../ledger/shapes.ts'
import { places } from '../places.ts'
import type { Setting } from '../setting.ts'
import { consentIdOf } from './details.ts'
import { bodyOf } from './form.ts'
import { consentPage, errorPage, languageOf, logInPage } from './pages.ts'

type Context = Pick<KoaContextWithOIDC, 'req' | 'res' | 'method' | 'path' | 'get' | 'set' | 'redirect'> & {
  status: number
  type: string
  body: unknown
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

const same = (given: string | null, expected: string): boolean => {
  const bytes = Buffer.from(given ?? '')
  return bytes.length === expected.length && timingSafeEqual(bytes, Buffer.from(expected))
}

/** The accounts of a customer that the kinds named in a consent let through. */
const eligible = (setting: Setting, customer: Customer, consent: Consent | undefined): readonly Account[] => {
  const allows = (names: unknown, value: string): boolean =>
    setting.misbehaves('account-kinds-ignored') || !Array.isArray(names) || names.length === 0 || names.includes(value)
  return customer.accounts.filter(
    ({ type, subType }) => allows(consent?.pushed.AccountType, type) && allows(consent?.pushed.AccountSubType, subType),
  )
}

/** The pages between the authorization request and the way back to the client: log in, then decide. */
export const journey = (setting: Setting, provider: Provider) => {
  const secret = randomBytes(32)
  const proofOf = (uid: string): string => createHmac('sha256', secret).update(uid).digest('base64url')
  const customerOf = (id: unknown): Customer | undefined => setting.ledger.customers.find((known) => known.id === id)

  const show = (ctx: Context, status: number, html: string): void => {
    ctx.status = status
    ctx.type = 'text/html; charset=utf-8'
    ctx.body = html
  }

  const finish = async (ctx: Context, result: Parameters<Provider['interactionResult']>[2]): Promise<void> => {
    const back = await provider.interactionResult(ctx.req, ctx.res, result)
    ctx.status = 303
    ctx.redirect(back)
    ctx.status = 303
  }

  const ask = (ctx: Context, { uid, params }: Interaction, customer: Customer, consent: Consent | undefined): void => {
    const client = setting.clients.find(({ id }) => id === params.client_id)
    show(
      ctx,
      200,
      consentPage({
        language: languageOf(ctx.get('accept-language')),
        action: `${places.journey}/${uid}/decision`,
        proof: proofOf(uid),
        client: client?.name ?? '',
        permissions: consent === undefined ? [] : permissionsOf(consent),
        until: String(consent?.pushed.ExpirationDateTime ?? ''),
        accounts: eligible(setting, customer, consent).map(({ id, nickname }) => ({ id, name: nickname })),
      }),
    )
  }

  const logIn = async (ctx: Context, it: Interaction, consent: Consent | undefined, fields: URLSearchParams) => {
    const username = fields.get('username') ?? ''
    const customer = setting.ledger.customers.find((known) => known.username === username)
    const password = setting.passwords.get(username)
    if (customer === undefined || password === undefined || !same(fields.get('password'), password)) {
      return show(ctx, 401, pageToLogIn(ctx, it, true))
    }
    if (consent !== undefined && eligible(setting, customer, consent).length === 0) {
      return finish(ctx, { error: 'invalid_request', error_description: 'user_lacks_eligible_accounts' })
    }
    await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: customer.id } })
    ask(ctx, it, customer, consent)
  }

  const decide = async (ctx: Context, it: Interaction, consent: Consent | undefined, fields: URLSearchParams) => {
    const customer = customerOf(it.result?.login?.accountId)
    if (customer === undefined) return show(ctx, 401, pageToLogIn(ctx, it, false))
    const chosen = fields.getAll('account')
    const accounts = eligible(setting, customer, consent).filter(({ id }) => chosen.includes(id))
    const decision = fields.get('decision')
    if (decision !== 'decline' && (decision !== 'approve' || (consent !== undefined && accounts.length === 0))) {
      return ask(ctx, it, customer, consent)
    }
    if (decision === 'decline') {
      if (consent !== undefined && !setting.hasDefect('declined-consent-waits'))
        setting.consents.change(consent.id, { status: 'Rejected' })
      return finish(ctx, { error: 'access_denied', error_description: 'user_rejected_consent' })
    }
    const given = { status: 'Authorized', customer: customer.id, accounts: accounts.map(({ id }) => id) } as const
    if (consent !== undefined && !setting.consents.change(consent.id, given)) {
      return finish(ctx, { error: 'access_denied', error_description: 'consent_not_supported' })
    }
    const grant = new provider.Grant({ accountId: customer.id, clientId: String(it.params.client_id) })
    const scope = String(it.params.scope ?? '')
    grant.addOIDCScope(scope)
    grant.addResourceScope(setting.resources, scope)
    await finish(ctx, { login: { accountId: customer.id }, consent: { grantId: await grant.save() } })
  }

  const pageToLogIn = (ctx: Context, { uid }: Interaction, wrong: boolean): string =>
    logInPage({
      language: languageOf(ctx.get('accept-language')),
      action: `${places.journey}/${uid}`,
      proof: proofOf(uid),
      wrong,
    })

  /** Answers a request to a page of a journey. */
  return async (ctx: Context): Promise<void> => {
    ctx.set('cache-control', 'no-store')
    ctx.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    const it = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined)
    const [uid, step] = ctx.path.slice(places.journey.length + 1).split('/')
    if (it === undefined || it.uid !== uid) {
      return show(
        ctx,
        400,
        errorPage({ error: 'invalid_request', error_description: 'this page is not open any more' }),
      )
    }
    const consent = setting.consents.find(consentIdOf(it.params.authorization_details) ?? '')
    if (consent !== undefined && consent.status !== 'AwaitingAuthorization') {
      return finish(ctx, { error: 'access_denied', error_description: `the consent is ${consent.status}` })
    }
    if (ctx.method !== 'POST') return show(ctx, 200, pageToLogIn(ctx, it, false))
    const fields = new URLSearchParams((await bodyOf(ctx.req)) ?? '')
    if (!same(fields.get('proof'), proofOf(it.uid))) return show(ctx, 400, pageToLogIn(ctx, it, false))
    return step === 'decision' ? decide(ctx, it, consent, fields) : logIn(ctx, it, consent, fields)
  }
}
