import { expect, it } from 'vitest'
import { type Exchange, header, json, mediaType } from '../../engine/exchange.ts'
import type { CallOptions, Session } from '../../engine/session.ts'
import { contractsOf } from '../../suites/bahrain/contracts.ts'
import { signedJson } from '../../suites/bahrain/signed.ts'
import { talk } from '../../testing/bahrain-bank.ts'
import { operations } from './operations.ts'

const contracts = contractsOf('bh-1.0.0')

/** What the contract has against an answer. */
const faultsOf = ({ operation = '', response }: Exchange): readonly string[] => {
  const contract = contracts.find((one) => one.operations.has(operation))
  const type = mediaType(response) ?? ''
  if (contract?.operations.get(operation)?.responses[response.status] === undefined) {
    return [`${operation} ${response.status}: not in the contract`]
  }
  const faults = contract.faults(operation, response.status, type, json(response)) ?? []
  return faults.map(
    ({ at, expected, got }) => `${operation} ${response.status} ${at}: expected ${expected}, got ${got}`,
  )
}

type Members = Readonly<Record<string, unknown>>

const dataOf = ({ response }: Exchange): Members => (json(response) as { readonly Data?: Members })?.Data ?? {}

const listOf = (exchange: Exchange, name: string): readonly Members[] => {
  const found = dataOf(exchange)[name]
  return Array.isArray(found) ? found : []
}

const readsOf = (mark: RegExp): readonly string[] =>
  operations
    .filter(({ method, token, api }) => method === 'GET' && token === 'user' && api === 'account-information')
    .map(({ path }) => `GET ${path.replace(/:(\w+)/g, '{$1}')}`)
    .filter((id) => mark.test(id) && id !== 'GET /offers')

/** Reads every resource of every account, and every statement's resources of its newest one. */
const readAll = async (session: Session): Promise<readonly Exchange[]> => {
  const whole = await Promise.all(readsOf(/^(?!.*\{)/).map((operation) => session.call(operation)))
  const accounts = listOf(await session.call('GET /accounts'), 'Account').map(({ AccountId }) => String(AccountId))
  const ofAccounts: Exchange[] = []
  for (const AccountId of accounts) {
    const read = (operation: string, more: Readonly<Record<string, string>> = {}, options: CallOptions = {}) =>
      session.call(operation, { ...options, path: { AccountId, ...more } })
    const found = await Promise.all(readsOf(/\{AccountId\}(?!.*Statement)/).map((operation) => read(operation)))
    const statements = found.find(({ operation }) => operation === 'GET /accounts/{AccountId}/statements')
    const [newest] = statements === undefined ? [] : listOf(statements, 'Statement')
    const StatementId = String(newest?.StatementId)
    const ofStatement = newest === undefined ? [] : readsOf(/StatementId/)
    ofAccounts.push(...found, ...(await Promise.all(ofStatement.map((operation) => read(operation, { StatementId })))))
  }
  return [...whole, ...ofAccounts]
}

const files = (exchange: Exchange): boolean => exchange.operation?.endsWith('/file') === true

it.each(['salma', 'noura', 'desertrose'])(
  'every resource of %s keeps the contract',
  { timeout: 60_000 },
  async (user) => {
    const seen = await talk({ user }, readAll)
    expect(seen.filter(({ response }) => response.status !== 200)).toEqual([])
    expect(seen.filter((one) => !files(one)).flatMap(faultsOf)).toEqual([])
    expect(seen.length).toBeGreaterThan(20)
  },
)

it('shows money in dinars of three decimals, and IBANs of Bahrain', { timeout: 30_000 }, async () => {
  const { balances, accounts } = await talk({}, async (session) => ({
    balances: await session.call('GET /balances'),
    accounts: await session.call('GET /accounts'),
  }))
  const amounts = listOf(balances, 'Balance').map(({ Amount }) => Amount as Members)
  expect(
    amounts.filter(({ Currency }) => Currency === 'BHD').every(({ Amount }) => /\.\d{3}$/.test(String(Amount))),
  ).toBe(true)
  expect(new Set(amounts.map(({ Currency }) => Currency))).toEqual(new Set(['BHD', 'USD']))
  const ids = listOf(accounts, 'Account').flatMap(({ Account }) => Account as readonly Members[])
  expect(
    ids.filter(({ SchemeName }) => SchemeName === 'BH.OBF.IBAN').map(({ Identification }) => Identification),
  ).toContain('BH94MIZN00100100000001')
})

it('makes a payment that keeps the contract, both ways signed', { timeout: 30_000 }, async () => {
  const payment = { permissions: [], payment: { amount: '1.500' } }
  const seen = await talk({ uses: payment }, async (session) => {
    const { push, consentId: ConsentId } = await session.journey()
    const asked = json({ body: push.par.request.body ?? '' }) as { readonly Data: Members; readonly Risk: Members }
    const read = (operation: string, path: Readonly<Record<string, string>>, token: 'user' | 'client' = 'client') =>
      session.call(operation, { path, token })
    const funds = await read('GET /domestic-payment-consents/{ConsentId}/funds-confirmation', { ConsentId }, 'user')
    const body = signedJson({ Data: { ConsentId, Initiation: asked.Data.Initiation }, Risk: asked.Risk })
    const pay = { headers: { 'x-idempotency-key': 'key-1' }, body }
    const [paid, again] = [
      await session.call('POST /domestic-payments', pay),
      await session.call('POST /domestic-payments', pay),
    ]
    const DomesticPaymentId = String(dataOf(paid).DomesticPaymentId)
    return {
      created: push.par,
      funds,
      paid,
      again,
      consumed: await read('GET /domestic-payment-consents/{ConsentId}', { ConsentId }),
      payment: await read('GET /domestic-payments/{DomesticPaymentId}', { DomesticPaymentId }),
      details: await read('GET /domestic-payments/{DomesticPaymentId}/payment-details', { DomesticPaymentId }),
      other: await session.call('POST /domestic-payments', { headers: { 'x-idempotency-key': 'key-2' }, body }),
    }
  })
  const all = Object.values(seen)
  expect(all.map(({ response }) => response.status)).toEqual([201, 200, 201, 201, 200, 200, 200, 400])
  expect(all.flatMap(faultsOf)).toEqual([])
  expect(all.map(({ facts }) => facts.detached?.verified)).toEqual(all.map(() => true))
  expect(dataOf(seen.again).DomesticPaymentId).toBe(dataOf(seen.paid).DomesticPaymentId)
  expect(dataOf(seen.created)).toMatchObject({ Status: 'AwaitingAuthorisation' })
  expect(dataOf(seen.consumed)).toMatchObject({ Status: 'Consumed' })
  expect(dataOf(seen.funds)).toMatchObject({ FundsAvailableResult: { FundsAvailable: true } })
})

it('answers what it refuses with errors that keep the contract', { timeout: 30_000 }, async () => {
  const seen = await talk({}, async (session) => {
    const create = (body: string, mediaType = 'application/json') =>
      session.call('POST /account-access-consents', { token: 'client', body: { text: body, mediaType } })
    const permissions = (...names: readonly string[]) => create(JSON.stringify({ Data: { Permissions: names } }))
    const basic = 'ReadAccountsBasic'
    return {
      'no json': await create('no json'),
      'no data': await create('{}'),
      nothing: await permissions(),
      nonsense: await permissions(basic, 'ReadNonsense'),
      'no direction': await permissions(basic, 'ReadTransactionsBasic'),
      'no content': await permissions(basic, 'ReadTransactionsCredits'),
      'no accounts': await permissions('ReadBalances'),
      pdf: await create('{}', 'application/pdf'),
      'unknown account': await session.call('GET /accounts/{AccountId}', { path: { AccountId: 'nobody' } }),
      'unknown consent': await session.call('GET /account-access-consents/{ConsentId}', {
        token: 'client',
        path: { ConsentId: 'none' },
      }),
      'client token': await session.call('GET /accounts', { token: 'client' }),
      'no token': await session.call('GET /accounts', { token: 'none' }),
      xml: await session.call('GET /accounts', { headers: { accept: 'application/xml' } }),
      encrypted: await session.call('GET /accounts', { headers: { accept: 'application/jose+jwe' } }),
      'other method': await session.call('GET /accounts', { method: 'DELETE' }),
      garbage: await session.call('GET /transactions', { query: { fromBookingDateTime: 'notadate' } }),
    }
  })
  expect(Object.fromEntries(Object.entries(seen).map(([name, { response }]) => [name, response.status]))).toEqual({
    'no json': 400,
    'no data': 400,
    nothing: 400,
    nonsense: 400,
    'no direction': 400,
    'no content': 400,
    'no accounts': 400,
    pdf: 415,
    'unknown account': 400,
    'unknown consent': 400,
    'client token': 403,
    'no token': 401,
    xml: 406,
    encrypted: 406,
    'other method': 405,
    garbage: 400,
  })
  const told = Object.values(seen).filter(({ response }) => response.body !== '')
  expect(told.flatMap((one) => (one.operation === undefined ? [] : faultsOf(one)))).toEqual([])
  expect(Object.values(seen).filter(({ response }) => header(response, 'x-fapi-interaction-id') === undefined)).toEqual(
    [],
  )
})
