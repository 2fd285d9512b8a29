import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Customer } from '../ledger/shapes.ts'
import { places } from '../places.ts'
import type { CommonSetting } from '../setting.ts'
import { bodyOf } from './form.ts'
import { consentPage, errorPage, languageOf, logInPage } from './pages.ts'
import type { Asks, Question } from './question.ts'

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

/** The accounts that may be chosen: all of them where no consent is asked for. */
const accountsOf = (question: Question | undefined, customer: Customer): Customer['accounts'] =>
  question === undefined ? customer.accounts : question.accounts(customer)

/** The pages between the authorization request and the way back to the client: log in, then decide. */
export const journey = (setting: CommonSetting, provider: Provider, asks: Asks) => {
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

  const ask = (
    ctx: Context,
    { uid, params }: Interaction,
    customer: Customer,
    question: Question | undefined,
  ): void => {
    const client = setting.clients.find(({ id }) => id === params.client_id)
    show(
      ctx,
      200,
      consentPage({
        language: languageOf(ctx.get('accept-language')),
        action: `${places.journey}/${uid}/decision`,
        proof: proofOf(uid),
        client: client?.name ?? '',
        permissions: question?.permissions ?? [],
        until: question?.until ?? '',
        accounts: accountsOf(question, customer).map(({ id, nickname }) => ({ id, name: nickname })),
      }),
    )
  }

  const logIn = async (ctx: Context, it: Interaction, question: Question | undefined, fields: URLSearchParams) => {
    const username = fields.get('username') ?? ''
    const customer = setting.ledger.customers.find((known) => known.username === username)
    const password = setting.passwords.get(username)
    const right = setting.hasDefect('bh-wrong-password-logs-in') || same(fields.get('password'), password ?? '')
    if (customer === undefined || password === undefined || !right) {
      return show(ctx, 401, pageToLogIn(ctx, it, true))
    }
    if (question !== undefined && question.accounts(customer).length === 0) {
      return finish(ctx, { error: 'invalid_request', error_description: 'user_lacks_eligible_accounts' })
    }
    await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: customer.id } })
    ask(ctx, it, customer, question)
  }

  const decide = async (ctx: Context, it: Interaction, question: Question | undefined, fields: URLSearchParams) => {
    const customer = customerOf(it.result?.login?.accountId)
    if (customer === undefined) return show(ctx, 401, pageToLogIn(ctx, it, false))
    const chosen = fields.getAll('account')
    const accounts = accountsOf(question, customer).filter(({ id }) => chosen.includes(id))
    const decision = fields.get('decision')
    if (decision !== 'decline' && (decision !== 'approve' || (question !== undefined && accounts.length === 0))) {
      return ask(ctx, it, customer, question)
    }
    if (decision === 'decline') {
      question?.declined()
      return finish(ctx, { error: 'access_denied', error_description: 'user_rejected_consent' })
    }
    const grant = new provider.Grant({ accountId: customer.id, clientId: String(it.params.client_id) })
    const scope = String(it.params.scope ?? '')
    grant.addOIDCScope(scope)
    grant.addResourceScope(setting.resources, scope)
    if (question?.claims !== undefined) grant.addOIDCClaims([...question.claims])
    const grantId = await grant.save()
    const ids = accounts.map(({ id }) => id)
    if (question !== undefined && !question.given(customer, ids, grantId)) {
      return finish(ctx, { error: 'access_denied', error_description: 'consent_not_supported' })
    }
    await finish(ctx, { login: { accountId: customer.id }, consent: { grantId } })
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
    const question = asks(it.params)
    if (question?.over !== undefined) {
      return finish(ctx, { error: 'access_denied', error_description: `the consent is ${question.over}` })
    }
    if (ctx.method !== 'POST') return show(ctx, 200, pageToLogIn(ctx, it, false))
    const fields = new URLSearchParams((await bodyOf(ctx.req)) ?? '')
    if (!same(fields.get('proof'), proofOf(it.uid))) return show(ctx, 400, pageToLogIn(ctx, it, false))
    return step === 'decision' ? decide(ctx, it, question, fields) : logIn(ctx, it, question, fields)
  }
}
