import { loadContract } from '../../schemas/contract.ts'
import type { Opening } from '../ledger/openings.ts'
import { isObject } from '../policy/values.ts'
import { badRequest, type Call, type Outcome } from './call.ts'
import { type OpeningVersion, openingBody, openings20, openings21 } from './opening-view.ts'
import type { Methods } from './operations.ts'
import { messageOf } from './signed-request.ts'

/** Faults of a request that a careless bank overlooks, by its defect. */
const overlooked: Readonly<Record<string, (at: string, expected: string) => boolean>> = {
  'opening-without-account-taken': (at, expected) => at === '/Data' && expected === 'member Account',
  'audit-unread': (at) => at.startsWith('/Data/DataSharingAudit'),
}

/** The first member of a message that is not as the contract has it; undefined for a good one. */
const faultOf = (message: unknown, schema: string, { document }: OpeningVersion, call: Call): string | undefined => {
  const careless = Object.entries(overlooked).flatMap(([name, is]) => (call.setting.hasDefect(name) ? [is] : []))
  const [fault] = loadContract('uae/v2.1', document)
    .faultsOf(schema, message)
    .filter(({ at, expected }) => !careless.some((is) => is(at, expected)))
  return fault === undefined ? undefined : `$${fault.at.replaceAll('/', '.')}`
}

const inner = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((here, name) => (isObject(here) ? here[name] : undefined), value)

const open =
  (version: OpeningVersion) =>
  async (call: Call): Promise<Outcome> => {
    const { setting, client } = call
    const body = await messageOf(call)
    if ('status' in body) return body
    const { message } = body
    const fault = faultOf(message, 'AECreateAccountRequestBody1', version, call)
    if (fault !== undefined) return badRequest('Body.InvalidFormat', `${fault} is not as the contract has it.`, fault)
    const claims = inner(message, 'Data', 'Party', 'Claims')
    const subscription = inner(message, 'Subscription')
    const opening = setting.openings.open({
      clientId: client.id,
      name: String(inner(claims, 'FullName') ?? inner(claims, 'BusinessName') ?? 'Applicant'),
      surname: String(inner(claims, 'Surname') ?? ''),
      ...(isObject(subscription) && { subscription }),
    })
    const signed = version.signs && !setting.hasDefect('opening-in-the-clear')
    const inTheClear = setting.hasDefect('opening-in-the-clear') && { signed: false }
    return { status: 201, value: openingBody(opening, version, setting.issuer), ...(signed ? { signed } : inTheClear) }
  }

/** An account that another client asked for and one that nobody asked for are answered alike. */
const openingOf = ({ setting, client, path }: Call): Opening | undefined => {
  const found = setting.openings.find(path.AccountId ?? '')
  return found?.clientId === client.id ? found : undefined
}

/** What a careless bank tells of an account that nobody asked for. */
const somebody = (id: string): Opening => ({
  id,
  clientId: '',
  name: '',
  iban: '',
  status: 'Pending',
  updated: new Date(),
})

const read =
  (version: OpeningVersion) =>
  (call: Call): Outcome => {
    const anybody = call.setting.hasDefect('any-opening-pending') ? somebody(call.path.AccountId ?? '') : undefined
    const opening = openingOf(call) ?? anybody
    return opening === undefined
      ? { status: 404 }
      : { status: 200, value: openingBody(opening, version, call.setting.issuer) }
  }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const patch = (call: Call): Outcome => {
  const opening = openingOf(call)
  if (opening === undefined) return { status: 404 }
  const { setting } = call
  const body = parsed(call.body)
  const guide = setting.hasDefect('opening-subscription-of-the-guide-taken') && isObject(inner(body, 'Subscription'))
  const fault = guide ? undefined : faultOf(body, 'AEUpdateEventSubscriptionRequestBody1', openings21, call)
  if (fault !== undefined) return badRequest('Body.InvalidFormat', `${fault} is not as the contract has it.`, fault)
  const webhook = inner(body, 'Data', 'Webhook')
  const before = inner(opening.subscription, 'Webhook')
  setting.openings.subscribe(opening.id, {
    Webhook: { ...(isObject(before) && before), ...(isObject(webhook) && webhook) },
  })
  return setting.hasDefect('opening-subscription-shown')
    ? { status: 200, value: openingBody(opening, openings21, setting.issuer) }
    : { status: 204 }
}

const opens = (version: OpeningVersion): Methods => ({
  POST: { token: 'client', takes: ['application/jwt'], answer: open(version) },
})
const reads = (version: OpeningVersion): Methods => ({ GET: { token: 'client', answer: read(version) } })

/** Paths below the base of account opening, version 2.1. */
export const openingOperations: Readonly<Record<string, Methods>> = {
  '/accounts': opens(openings21),
  '/accounts/:AccountId/status': reads(openings21),
  '/accounts/:AccountId/subscription': {
    PATCH: { token: 'client', takes: ['application/json'], answer: patch },
  },
}

/** Paths below the base of version 2.0: the status is where its document has it, and where its guide has it. */
export const olderOpeningOperations: Readonly<Record<string, Methods>> = {
  '/accounts': opens(openings20),
  '/accounts/:AccountId/status': reads(openings20),
  '/accounts/:AccountId': reads(openings20),
}
