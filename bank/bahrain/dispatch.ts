import { offerFor } from '../resources/accept.ts'
import { tokenOf } from '../resources/access.ts'
import { badRequest } from '../resources/call.ts'
import type { Reached } from '../resources/gateway.ts'
import { asUser, tokenFault } from './access.ts'
import { respond } from './answer.ts'
import type { Answer, Call } from './call.ts'
import type { Operation } from './operations.ts'
import { keyFault } from './payments/idempotency.ts'
import type { BahrainSetting } from './setting.ts'
import { signatureFault } from './signature.ts'

/** The operations of one path, by method. */
export type Methods = Readonly<Partial<Record<string, Operation>>>

const failure: Answer = { status: 500, error: { code: 'UnexpectedError', message: 'The bank failed to answer.' } }

/** Headers of which a client need not send any. */
const optional = ['x-fapi-auth-date', 'x-fapi-customer-ip-address', 'x-fapi-interaction-id', 'x-customer-user-agent']

/** What a bank with defects has against the headers of a good call. */
const mindedHeader = ({ has }: BahrainSetting, headers: Headers): Answer | undefined => {
  const none = optional.every((name) => headers.get(name) === null)
  const minds =
    (none && has('bh-optional-headers-demanded')) ||
    (headers.has('x-conformance-probe') && has('bh-strange-header-refused'))
  return minds
    ? badRequest('Header.Invalid', 'The bank does not take these headers.', 'x-conformance-probe')
    : undefined
}

/** Whether a client has no use for JSON. */
const unacceptable = ({ has }: BahrainSetting, accept: string | null): boolean => {
  if (accept === null) return has('bh-accept-demanded')
  if (accept.includes('*/*') && has('bh-any-type-refused')) return true
  const overlooked = accept.includes('jwe') ? 'bh-jwe-passed-over' : 'bh-xml-passed-over'
  return offerFor(accept, false) === undefined && !has(overlooked)
}

const mediaTypeFault = ({ setting, headers }: Call): Answer | undefined => {
  const type = (headers.get('content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return undefined
  if (type === 'application/jose+jwe' && setting.has('bh-jwe-body-fails')) return failure
  return type === 'text/plain' && setting.has('bh-text-plain-taken') ? undefined : { status: 415 }
}

/** What is wrong with a body and with the headers that go with it. */
const bodyFault = async (operation: Operation, call: Call): Promise<Answer | undefined> => {
  if (!['POST', 'PATCH'].includes(operation.method)) return undefined
  const type = mediaTypeFault(call)
  if (type !== undefined || operation.api !== 'payments') return type
  return (operation.method === 'POST' ? keyFault(call) : undefined) ?? (await signatureFault(call))
}

const callOf = async (
  setting: BahrainSetting,
  { request, path }: Reached,
  clientId: string,
): Promise<Call | undefined> => {
  const client = setting.clients.find(({ id }) => id === clientId)
  if (client === undefined) return undefined
  const { pathname, search } = new URL(request.url)
  return {
    setting,
    client,
    // Links name the bank as its issuer does, however the client spelt the host.
    url: new URL(`${pathname}${search}`, setting.issuer),
    path,
    headers: request.headers,
    body: ['GET', 'HEAD'].includes(request.method) ? '' : await request.text(),
  }
}

const perform = async (setting: BahrainSetting, operation: Operation, reached: Reached): Promise<Answer> => {
  const { headers } = reached.request
  if (operation.file === undefined && unacceptable(setting, headers.get('accept'))) return { status: 406 }
  const sent = headers.get('authorization') ?? undefined
  const lets = sent === undefined && operation.token === 'user' && setting.has('bh-tokenless-data')
  const token = lets ? undefined : tokenOf(setting, sent, reached.socket)
  if (token !== undefined && !('grant' in token)) return token
  const call = await callOf(setting, reached, token?.clientId ?? setting.clients[0]?.id ?? '')
  if (call === undefined) return { status: 401 }
  const fault =
    (token && tokenFault(call, operation, token)) ??
    mindedHeader(setting, headers) ??
    (await bodyFault(operation, call))
  if (fault !== undefined) return fault
  if (operation.token === 'client') return operation.answer(call)
  const user = asUser(call, operation, token)
  return 'consent' in user ? operation.answer(user) : user
}

/** Answers a request to a known path: method, `Accept`, token, headers and body, then the operation itself. */
export const dispatch = async (setting: BahrainSetting, methods: Methods, reached: Reached): Promise<Response> => {
  const { method } = reached.request
  const operation = methods[method]
  const [any] = Object.values(methods)
  if (operation !== undefined) {
    return respond(setting, await perform(setting, operation, reached), operation.api === 'payments')
  }
  const fails =
    method === 'DELETE' &&
    ((any?.path === '/accounts' && setting.has('bh-other-method-fails')) ||
      (any?.path === '/account-access-consents/:ConsentId' && setting.has('bh-delete-fails')))
  const answer: Answer = fails ? failure : { status: 405, headers: { allow: Object.keys(methods).join(', ') } }
  return respond(setting, answer, any?.api === 'payments')
}
