import { createLocalJWKSet, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadContract } from '../../schemas/contract.ts'
import { type SigningKey, signingKey } from '../keys.ts'
import { openLedger } from '../ledger/ledger.ts'
import type { Account, Customer } from '../ledger/shapes.ts'
import { permissions as all } from '../policy/values.ts'
import type { Setting } from '../setting.ts'
import { respond } from './answer.ts'
import type { Outcome, UserCall } from './call.ts'
import { type Operation, operations } from './operations.ts'

const contract = loadContract('uae/v2.1', 'standards/account-information')
const ledger = openLedger(new Date('2026-03-31T20:30:00Z'))
const issuer = 'https://bank.example'

let key: SigningKey
beforeAll(async () => {
  key = await signingKey()
})

const setting = (): Setting => {
  const known: Partial<Setting> = { issuer, ledger, paging: 'snapshot', misbehaves: () => false, signing: key }
  return known as Setting
}

type Reading = Extract<Operation, { token: 'user' }>

const reads = Object.entries(operations).flatMap(([path, methods]) =>
  Object.values(methods).flatMap((operation): readonly (readonly [string, Reading])[] =>
    operation.token === 'user' ? [[path, operation]] : [],
  ),
)

interface Given {
  readonly permissions?: readonly string[]
  readonly account?: string
  readonly query?: string
}

const ask = async (customer: Customer, path: string, operation: Reading, given: Given): Promise<Outcome> => {
  const { permissions = all, account = '', query = '' } = given
  const call: Partial<UserCall> = {
    setting: setting(),
    url: new URL(`${issuer}/base${path.replace(':AccountId', account)}${query}`),
    path: { AccountId: account },
    consent: { pushed: {} } as UserCall['consent'],
    customer,
    accounts: customer.accounts.map(({ id }) => id),
    permits: (...anyOf) => anyOf.some((name) => permissions.includes(name)),
  }
  return operation.answer(call as UserCall)
}

const nameOf = (path: string): string => `GET ${path.replace(':AccountId', '{AccountId}')}`

interface Asked {
  readonly customer: Customer
  readonly path: string
  readonly operation: Reading
  readonly account?: Account
}

const asked: readonly Asked[] = ledger.customers.flatMap((customer) =>
  reads.flatMap(([path, operation]): readonly Asked[] =>
    path.includes(':AccountId')
      ? customer.accounts.map((account) => ({ customer, path, operation, account }))
      : [{ customer, path, operation }],
  ),
)

const shut = ['Suspended', 'Closed', 'Unclaimed', 'Deceased']

/** Every permission that opens an operation alone, and all together. */
const grants = ({ permissions }: Reading): readonly (readonly string[])[] => [...permissions.map((one) => [one]), all]

describe('an answer', () => {
  it('is there for every operation of the contract', () => {
    const told = Object.entries(operations).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
    )
    expect(told.sort()).toEqual([...contract.operations.keys()].sort())
  })

  it.each(asked.map((one) => [`${one.path} ${one.account?.id ?? one.customer.id}`, one] as const))(
    'to %s keeps the contract, under each of its permissions, as JSON and as a JWS',
    async (_, { customer, path, operation, account }) => {
      for (const permissions of grants(operation)) {
        const outcome = await ask(customer, path, operation, { permissions, ...(account && { account: account.id }) })
        const status = account !== undefined && shut.includes(account.status) ? 403 : 200
        expect(outcome.status).toBe(status)
        for (const type of ['application/json', 'application/jwt'] as const) {
          const response = await respond(setting(), outcome, type, 'a client')
          const text = await response.text()
          const jwks = createLocalJWKSet({ keys: [{ ...key.publicJwk, kid: key.kid, alg: 'PS256' }] })
          const verify = () => jwtVerify(text, jwks, { issuer, audience: 'a client', algorithms: ['PS256'] })
          const body = type === 'application/json' ? JSON.parse(text) : (await verify()).payload
          expect(contract.faults(nameOf(path), status, type, body)).toEqual([])
          expect(contract.undeclared(nameOf(path), status, type, body)).toEqual([])
        }
      }
    },
  )

  it.each(reads.filter(([path]) => path.includes(':AccountId')))('to %s names the account', async (path, operation) => {
    const [customer] = ledger.customers
    const outcome = await ask(customer!, path, operation, { account: '100100000001' })
    expect(outcome).toMatchObject({
      value: { Data: { AccountId: '100100000001' }, Meta: { TotalPages: expect.any(Number) } },
    })
  })

  it.each(reads.filter(([path]) => path.includes(':AccountId')))(
    'to %s says nothing of an account of somebody else, and refuses an id of 41 characters',
    async (path, operation) => {
      const [customer] = ledger.customers
      for (const account of ['100200000001', 'nobody', "' or 1=1 --", '']) {
        expect(await ask(customer!, path, operation, { account })).toMatchObject({ status: 403 })
      }
      expect(await ask(customer!, path, operation, { account: 'a'.repeat(41) })).toMatchObject({ status: 400 })
    },
  )
})

describe('what a permission shows', () => {
  const [salma, , noura] = ledger.customers
  const account = '100100000001'
  const dataOf = async (path: string, permissions: readonly string[], id = account, customer = salma) => {
    const operation = reads.find(([known]) => known === path)?.[1]
    const outcome = await ask(customer!, path, operation!, { permissions, account: id })
    return (outcome as { value: { Data: Readonly<Record<string, readonly object[]>> } }).value.Data
  }

  it.each([
    ['accounts', '/accounts', 'Account', 'ReadAccounts', ['AccountHolderName', 'AccountIdentifiers']],
    [
      'beneficiaries',
      '/accounts/:AccountId/beneficiaries',
      'Beneficiary',
      'ReadBeneficiaries',
      ['CreditorAccount', 'CreditorAgent'],
    ],
    [
      'standing orders',
      '/accounts/:AccountId/standing-orders',
      'StandingOrder',
      'ReadStandingOrders',
      ['CreditorAccount', 'CreditorAgent'],
    ],
    [
      'scheduled payments',
      '/accounts/:AccountId/scheduled-payments',
      'ScheduledPayment',
      'ReadScheduledPayments',
      ['CreditorAccount', 'CreditorAgent'],
    ],
    [
      'transactions',
      '/accounts/:AccountId/transactions',
      'Transaction',
      'ReadTransactions',
      ['TransactionInformation', 'Balance'],
    ],
  ] as const)(
    'of %s is more with Detail than with Basic, and nothing else',
    async (_, path, list, permission, hidden) => {
      const basic = (await dataOf(path, [`${permission}Basic`]))[list] ?? []
      const detail = (await dataOf(path, [`${permission}Detail`]))[list] ?? []
      expect(await dataOf(path, [`${permission}Basic`, `${permission}Detail`])).toEqual(
        await dataOf(path, [`${permission}Detail`]),
      )
      expect(basic.length).toBeGreaterThan(1)
      expect(detail).toMatchObject(basic)
      for (const name of hidden) {
        expect(
          basic.some((one) => name in one),
          name,
        ).toBe(false)
        expect(
          detail.every((one) => name in one),
          name,
        ).toBe(true)
      }
    },
  )

  it('of transactions is rates, contracts and charges, each with its own', async () => {
    const shown = async (...more: readonly string[]) => {
      const { Transaction = [] } = await dataOf('/accounts/:AccountId/transactions', ['ReadTransactionsBasic', ...more])
      const text = JSON.stringify(Transaction)
      return ['CurrencyExchange', 'ContractIdentification', 'ChargeAmount'].filter((name) => text.includes(`"${name}"`))
    }
    expect(await shown()).toEqual([])
    expect(await shown('ReadFXTransactionsBasic')).toEqual(['CurrencyExchange'])
    expect(await shown('ReadFXTransactionsDetail')).toEqual(['CurrencyExchange', 'ContractIdentification'])
    expect(await shown('ReadFXRemittanceCharges')).toEqual(['ChargeAmount'])
  })

  it('of products is what a debt costs, where there is one', async () => {
    const path = '/accounts/:AccountId/product'
    const rates = async (id: string, ...more: readonly string[]) =>
      'FinanceRates' in ((await dataOf(path, ['ReadProduct', ...more], id)).Product?.[0] ?? {})
    for (const id of ['100100000003', '100100000005', '100100000006']) {
      expect([await rates(id), await rates(id, 'ReadProductFinanceRates')], id).toEqual([false, true])
    }
    expect(await rates(account, 'ReadProductFinanceRates')).toBe(false)
  })

  it('of parties is the paper that proves who somebody is', async () => {
    const party = async (permission: string) => JSON.stringify(await dataOf('/parties', [permission]))
    expect(await party('ReadPartyUser')).not.toContain('Evidence')
    expect(await party('ReadPartyUserIdentity')).toContain('Evidence')
    const owners = (await dataOf('/accounts/:AccountId/parties', ['ReadParty'], '100100000006')).Party
    expect(owners).toMatchObject([{ AccountRole: 'Principal', PartyType: 'Joint' }, { AccountRole: 'SecondaryOwner' }])
  })

  it('is an empty list where there is nothing', async () => {
    for (const [path, list] of [
      ['transactions', 'Transaction'],
      ['statements', 'Statements'],
      ['beneficiaries', 'Beneficiary'],
      ['direct-debits', 'DirectDebit'],
      ['standing-orders', 'StandingOrder'],
      ['scheduled-payments', 'ScheduledPayment'],
    ] as const) {
      expect((await dataOf(`/accounts/:AccountId/${path}`, all, '100300000001', noura))[list], path).toEqual([])
    }
  })
})
