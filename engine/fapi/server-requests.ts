import { sayWhose } from '../calls.ts'
import { json } from '../exchange.ts'
import type { Ground } from '../open-session.ts'
import { type As, type ConsentNeed, Inconclusive, type Session } from '../session.ts'
import type { FapiClient, PushedRequest, Speaker } from './client.ts'
import { keepCodes } from './codes.ts'

type ServerRequests = Pick<Session, 'grant' | 'redeem' | 'refresh' | 'clientToken' | 'push' | 'authorise'>

/** What a session of one scenario may ask of the authorization server. Codes, verifiers and keys stay in here. */
export const serverRequests = (ground: Ground, speaker: Speaker, uses: ConsentNeed | undefined): ServerRequests => {
  const { profile, standard, recorder } = ground
  const openPushes = new WeakMap<object, PushedRequest>()
  /** Pushes of consents of which none is left to give back: they end soon, or are consents to pay. */
  const endsByItself = new WeakSet<object>()
  const codes = keepCodes(profile.client.redirectUri)

  const speaking = ({ as = 'own' }: As): FapiClient => {
    const found = as === 'own' ? ground.client : ground.second
    if (found === undefined) throw new Inconclusive('the profile names no second client')
    return found
  }
  const whose =
    ({ as = 'own', certificate = as }: As = {}) =>
    (fault: unknown): never =>
      sayWhose(fault, recorder, profile.issuer, certificate)

  const grant: Session['grant'] = async (form, options) => {
    const { as: _, purpose, ...spoiled } = options
    return speaking(options).grant(form, speaker, purpose, spoiled).catch(whose(options))
  }

  return {
    grant,
    async redeem(authorisation, options) {
      const form = codes.form(authorisation)
      if (form === undefined) throw new Inconclusive('the authorization brought no code')
      return grant(form, options)
    },
    async refresh(token, options) {
      const answer = json(token.response) as { readonly refresh_token?: unknown } | undefined
      if (typeof answer?.refresh_token !== 'string') {
        throw new Inconclusive(`the token endpoint answered ${token.response.status} without a refresh_token`)
      }
      return grant({ grant_type: 'refresh_token', refresh_token: answer.refresh_token }, options)
    },
    clientToken: ({ scope = ground.firstScope, purpose = 'client credentials', as = 'own' } = {}) =>
      grant({ grant_type: 'client_credentials', scope }, { as, purpose }),
    async push(options) {
      const need = options.need ?? uses ?? standard.smallestNeed
      const { as = 'own', ...spoiled } = options
      const lodge = as === 'own' ? ground.lodge : ground.secondLodge
      if (lodge === undefined) throw new Inconclusive('the profile names no second client')
      const { codeVerifier, query, ...push } = await lodge(need, speaker, spoiled).catch(whose(options))
      openPushes.set(push, { ...push, codeVerifier, query })
      if (options.need?.expiresIn !== undefined || need.payment !== undefined) endsByItself.add(push)
      return push
    },
    async authorise(push, purpose, options = {}) {
      const pushed = openPushes.get(push)
      if (pushed === undefined) throw new Error('authorise takes a push of the same session')
      if (profile.authorisation.mode !== 'headless') {
        throw new Inconclusive('nobody is asked to try out a request; that takes a headless profile')
      }
      const authorised = await ground.authorise(pushed, speaker, purpose, options).catch(whose())
      const { authorisation } = authorised
      codes.keep(authorised, pushed)
      if (authorisation.outcome === 'code' && !endsByItself.has(push)) ground.leftovers.push(push.consentId)
      return authorisation
    },
  }
}
