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
}

const bodyTypes: readonly string[] = ['application/json', 'application/jwt']
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
const customerFault = (headers: Headers, unread: boolean): Outcome | undefined => {
  const date = headers.get('x-fapi-auth-date')
  if (date !== null && !authDate.test(date) && !unread) {
    const example = 'Tue, 11 Sep 2026 19:43:31 GMT'
    return badRequest('Resource.InvalidFormat', `x-fapi-auth-date needs a date such as ${example}.`, 'x-fapi-auth-date')
  }
  const address = headers.get('x-fapi-customer-ip-address')
  return address === null || isIP(address) !== 0
    ? undefined
    : badRequest(
        'Resource.InvalidFormat',
        'x-fapi-customer-ip-address needs an IPv4 or IPv6 address.',
        'x-fapi-customer-ip-address',
      )
}

const perform = async (operation: Operation, call: Call, token: Token, headers: Headers): Promise<Outcome> => {
  if (operation.token === 'client') {
    const refused = clientMay(token)
    if (refused !== undefined) return refused
    const taken = bodyTypes.includes(call.mediaType) || call.setting.misbehaves('any-media-type-patched')
    if (operation.takesBody && !taken) return { status: 415 }
  }
  const fault = customerFault(headers, call.setting.misbehaves('auth-date-unread'))
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
  const outcome = await perform(operation, call, token, request.headers)
  return respond(setting, outcome, offered, token.clientId)
}

/** Answers a request to a known path: method, then `Accept`, then token, then the operation itself. */
export const dispatch = async (incoming: Incoming, methods: Readonly<Record<string, Operation>>): Promise<Response> => {
  const { setting, request, path } = incoming
  if (!Object.hasOwn(methods, request.method)) {
    const allow = Object.keys(methods).join(', ')
    return respond(setting, { status: 405, headers: { allow } }, 'application/json', '')
  }
  const offered = offerFor(request.headers.get('accept') ?? undefined)
  if (offered === undefined) return respond(setting, { status: 406 }, 'application/json', '')
  const unasked = setting.misbehaves('signed-unasked') && 'ConsentId' in path
  return answer(incoming, methods, unasked ? 'application/jwt' : offered)
}
