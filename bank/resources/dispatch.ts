import { isIP } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Setting } from '../setting.ts'
import { type Offered, offerFor } from './accept.ts'
import { asUser, clientMay, type Token, tokenOf } from './access.ts'
import { respond } from './answer.ts'
import { badRequest, type Call, forbidden, type Outcome } from './call.ts'
import type { Operation } from './operations.ts'

/** A request as far as it matters for an operation. */
export interface Incoming {
  readonly setting: Setting
  readonly request: Request
  readonly socket: TLSSocket
  readonly path: Readonly<Record<string, string>>
  /** What a client's own token has to have for this API. */
  readonly scope: string
  /** The API has no signed answers. */
  readonly jsonOnly?: true
}

const authDate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|UTC)$/

const callOf = async ({ setting, request, path }: Incoming, token: Token): Promise<Call | undefined> => {
  const client = setting.clients.find(({ id }) => id === token.clientId)
  if (client === undefined) return undefined
  const { pathname, search } = new URL(request.url)
  return {
    setting,
    client,
    // Links name the bank as its issuer does, however the client spelt the host.
    url: new URL(`${pathname}${search}`, setting.issuer),
    path,
    mediaType: (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    body: ['GET', 'HEAD'].includes(request.method) ? '' : await request.text(),
  }
}

/** What is wrong with a header that tells about the customer. */
const customerFault = (headers: Headers, unread: boolean, needed: boolean): Outcome | undefined => {
  const date = headers.get('x-fapi-auth-date')
  if (date !== null && !authDate.test(date) && !unread) {
    const example = 'Tue, 11 Sep 2026 19:43:31 GMT'
    return badRequest('Resource.InvalidFormat', `x-fapi-auth-date needs a date such as ${example}.`, 'x-fapi-auth-date')
  }
  const address = headers.get('x-fapi-customer-ip-address')
  return (address === null && !needed) || isIP(address ?? '') !== 0
    ? undefined
    : badRequest(
        'Resource.InvalidFormat',
        'x-fapi-customer-ip-address needs an IPv4 or IPv6 address.',
        'x-fapi-customer-ip-address',
      )
}

/** What of an API is not looked at on purpose, by the scope for it. */
const overlooked: Readonly<Record<string, { readonly scope?: string; readonly mediaType?: string }>> = {
  accounts: { scope: 'any-scope-reads-consents', mediaType: 'any-media-type-patched' },
  'account-opening': { scope: 'any-token-opens-accounts', mediaType: 'unsigned-request-taken' },
  products: { scope: 'any-scope-opens-products', mediaType: 'any-media-type-taken-for-leads' },
  atm: { scope: 'any-scope-opens-atms' },
}

/** Whether a client's own token does not open an operation, or the body is none that it takes. */
const clientFault = (
  { takes }: Extract<Operation, { readonly token: 'client' }>,
  { setting, mediaType }: Call,
  token: Token,
  scope: string,
): Outcome | undefined => {
  const careless = overlooked[scope] ?? {}
  const refused = clientMay(token, scope)
  if (refused !== undefined && !setting.hasDefect(careless.scope ?? '')) return refused
  const taken = takes?.includes(mediaType) ?? true
  return taken || setting.hasDefect(careless.mediaType ?? '') ? undefined : { status: 415 }
}

const perform = async (
  operation: Operation,
  call: Call,
  token: Token,
  { request: { headers }, scope }: Incoming,
): Promise<Outcome> => {
  const { hasDefect, misbehaves } = call.setting
  const needsCustomer = 'withCustomer' in operation && !hasDefect('products-without-customer')
  if (operation.token === 'client') {
    const refused = clientFault(operation, call, token, scope)
    if (refused !== undefined) return refused
  }
  const fault = customerFault(headers, misbehaves('auth-date-unread'), needsCustomer)
  if (fault !== undefined) return fault
  if (operation.token === 'client') return operation.answer(call)
  const user = asUser(call, token)
  if (!('consent' in user)) return user
  const opening = operation.permissions.filter(
    (name) => name !== 'ReadBeneficiariesBasic' || !call.setting.misbehaves('beneficiaries-need-detail'),
  )
  if (!user.permits(...opening) && !call.setting.misbehaves('permission-ignored')) {
    return forbidden('AccessToken.InvalidScope', `The consent has none of ${opening.join(', ')}.`)
  }
  return operation.answer(user)
}

const answer = async (incoming: Incoming, methods: Readonly<Record<string, Operation>>, offered: Offered) => {
  const { setting, request, socket } = incoming
  const token = tokenOf(setting, request.headers.get('authorization') ?? undefined, socket)
  if (!('grant' in token)) return respond(setting, token, offered, '')
  const call = await callOf(incoming, token)
  const operation = methods[request.method]
  if (call === undefined || operation === undefined) return respond(setting, { status: 401 }, offered, '')
  const outcome = await perform(operation, call, token, incoming)
  return respond(setting, outcome, offered, token.clientId)
}

/** Answers a request to a known path: method, then `Accept`, then token, then the operation itself. */
export const dispatch = async (incoming: Incoming, methods: Readonly<Record<string, Operation>>): Promise<Response> => {
  const { setting, request, path, jsonOnly } = incoming
  if (!Object.hasOwn(methods, request.method)) {
    const allow = Object.keys(methods).join(', ')
    return respond(setting, { status: 405, headers: { allow } }, 'application/json', '')
  }
  const offered = offerFor(request.headers.get('accept') ?? undefined, jsonOnly === undefined)
  if (offered === undefined) return respond(setting, { status: 406 }, 'application/json', '')
  const unasked = setting.misbehaves('signed-unasked') && 'ConsentId' in path
  return answer(incoming, methods, unasked ? 'application/jwt' : offered)
}
