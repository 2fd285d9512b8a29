import type { Token } from '../resources/access.ts'
import { forbidden } from '../resources/call.ts'
import type { Consent } from './book.ts'
import { type Answer, type Call, own, type UserCall } from './call.ts'
import { permissions } from './consents/permissions.ts'
import type { Operation } from './operations.ts'
import type { BahrainSetting } from './setting.ts'

/** What nobody gave, for a bank that lets in who has nothing: everything of its first customer. */
const invented = (setting: BahrainSetting, clientId: string): Consent => {
  const [customer] = setting.ledger.customers
  return {
    id: '',
    clientId,
    kind: 'accounts',
    asked: { Data: { Permissions: permissions } },
    status: 'Authorised',
    created: new Date(0),
    updated: new Date(0),
    customer: customer?.id ?? '',
    accounts: customer?.accounts.map(({ id }) => id) ?? [],
  }
}

/** The caller's own accounts and permissions, as the consent says. */
const userCall = (call: Call, consent: Consent): UserCall | Answer => {
  const customer = call.setting.ledger.customers.find(({ id }) => id === consent.customer)
  if (customer === undefined) return forbidden('Reauthenticate', 'Nobody gave this consent.')
  const granted = Array.isArray(consent.asked.Data.Permissions) ? consent.asked.Data.Permissions : []
  return {
    ...call,
    consent,
    customer,
    accounts: customer.accounts.filter(({ id }) => consent.accounts?.includes(id)),
    permits: (...anyOf) => anyOf.some((name) => granted.includes(name)),
  }
}

const scopeOf = ({ api }: Operation): string => (api === 'payments' ? 'payments' : 'accounts')

/** Whether a token opens an operation: the grant and the scope that it takes. */
export const tokenFault = (
  { setting }: Pick<Call, 'setting'>,
  operation: Operation,
  token: Token,
): Answer | undefined => {
  const open = operation.token === 'client' && operation.api !== 'payments' && setting.has('bh-wrong-scope-opens')
  const data = operation.token === 'user' && setting.has('bh-client-token-opens-data')
  if (token.grant !== operation.token && !data) {
    return forbidden(
      own.scope,
      `This operation takes the token of ${operation.token === 'user' ? 'a user' : 'the client alone'}.`,
    )
  }
  return token.scopes.includes(scopeOf(operation)) || open
    ? undefined
    : forbidden(own.scope, `The token does not have the scope ${scopeOf(operation)}.`)
}

/** The call as one of a user: whose consent is behind the token, if it still holds and permits this. */
export const asUser = (call: Call, operation: Operation, token: Token | undefined): UserCall | Answer => {
  const { setting } = call
  const consent =
    token === undefined || token.grant === 'client'
      ? invented(setting, call.client.id)
      : setting.book.ofGrant(token.grantId ?? '')
  if (consent === undefined) return forbidden('Reauthenticate', 'There is no consent behind the token.')
  const gone = consent.status === 'Revoked' && !setting.has('bh-revoked-consent-gives-data')
  if (gone || consent.status === 'Rejected') {
    return forbidden('Reauthenticate', `The consent is ${consent.status}.`)
  }
  const user = userCall(call, consent)
  if (!('consent' in user) || operation.token !== 'user') return user
  const missing = operation.permissions.find((anyOf) => !user.permits(...anyOf))
  const passedOver = operation.path.endsWith('/balances') && setting.has('bh-missing-permission-opens')
  return missing === undefined || passedOver
    ? user
    : forbidden(own.permission, `The consent has none of ${missing.join(', ')}.`)
}
