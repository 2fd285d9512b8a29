import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { uaeGiven } from '../../../../testing/uae-hub.ts'
import { everything, holdingsOnly, ordersOnly, wholeData } from '../../needs.ts'
import { accounts, balances, dataReads, parties } from '../../operations.ts'
import { consentsAround, everyResource, ofAccounts } from '../resources.ts'
import { compareViews } from './compare-views.ts'
import { readByPermission } from './read-by-permission.ts'
import { readOddIds } from './read-odd-ids.ts'
import { readResources } from './read-resources.ts'
import { readSignedResources } from './read-signed-resources.ts'
import { readUnselectedAccounts } from './read-unselected.ts'

const account = (AccountId: string, AccountSubType: string, Status = 'Active') => ({
  AccountId,
  AccountSubType,
  Status,
})
const listOf = (...Account: readonly unknown[]) => ({ body: { Data: { Account } } })
const two = [account('a1', 'CurrentAccount'), account('a2', 'Savings')]

describe('the table of resources', () => {
  it('has every operation that gives data, beside accounts themselves', () => {
    const operations = everyResource.map(({ operation }) => operation)
    expect(new Set(operations).size).toBe(operations.length)
    expect([...operations, 'GET /accounts', 'GET /accounts/{AccountId}'].sort()).toEqual([...dataReads].sort())
  })

  it('says 404 where the contract does', () => {
    const contract = uaeGiven.contract('account-information')
    for (const { operation, notFound } of everyResource)
      expect('404' in (contract.operations.get(operation)?.responses ?? {}), operation).toBe(notFound === true)
  })

  it('has two consents around each, of which one opens it', () => {
    const opens = (need: typeof holdingsOnly, names: readonly string[]) =>
      names.some((name) => need.permissions.includes(name))
    for (const { opens: names, operation } of everyResource) {
      const { opening, shut } = consentsAround({ opens: names as [string] })
      expect([opens(opening, names), opens(shut, names)], operation).toEqual([true, false])
    }
    expect(holdingsOnly.permissions.filter((name) => ordersOnly.permissions.includes(name))).toEqual([
      'ReadAccountsBasic',
    ])
    expect(everything.permissions.filter((name) => !wholeData.permissions.includes(name))).toEqual([])
  })
})

describe('readResources', () => {
  it('reads of each kind of account once, however many scenarios ask', async () => {
    const session = fakeSession({
      call: ({ operation }) => (operation === accounts ? listOf(...two, account('a3', 'Savings')) : {}),
    })
    const [first] = readResources
    expect(await first?.run(session)).toHaveLength(2)
    await readSignedResources.find(({ id }) => id.endsWith('balances'))?.run(session)
    expect(session.asked.map(({ operation, options }) => [operation, options.path?.AccountId])).toEqual([
      [accounts, undefined],
      [balances, 'a1'],
      [balances, 'a2'],
      [balances, 'a1'],
      [balances, 'a1'],
    ])
  })

  it('reads the user once', async () => {
    const session = fakeSession({ call: ({ operation }) => (operation === accounts ? listOf(...two) : {}) })
    expect(await readResources.at(-1)?.run(session)).toHaveLength(1)
    expect(session.asked.at(-1)).toMatchObject({ operation: parties, options: { path: {} } })
  })

  it.each([
    ['no account is active', listOf(account('a1', 'Savings', 'Closed')), /lists no account with Status Active/],
    ['nothing is given', listOf(...two), /was answered with 403 for every active account/],
  ])('is inconclusive where %s', async (_, list, message) => {
    const session = fakeSession({ call: ({ operation }) => (operation === accounts ? list : { status: 403 }) })
    await expect(readResources[0]?.run(session)).rejects.toThrow(message)
  })
})

describe('readByPermission', () => {
  const call = ({ operation }: Asked) => (operation === accounts ? listOf(...two) : { status: 403 })

  it('asks for what is not permitted between two calls that are', async () => {
    const session = fakeSession({ call })
    const [without] = readByPermission
    const evidence = await without.run(session)
    expect(without.uses).toBe(ordersOnly)
    expect(session.asked.map(({ operation }) => operation)).toEqual([accounts, balances, accounts])
    expect(evidence).toMatchObject({
      refused: [{ name: 'balances', exchange: { response: { status: 403 } } }],
      after: { name: 'accounts afterwards', exchange: { response: { status: 200 } } },
      opened: [],
    })
  })

  it('asks for what is', async () => {
    const [, within] = readByPermission
    expect(within?.uses).toBe(holdingsOnly)
    expect(await within?.run(fakeSession({ call }))).toMatchObject({
      refused: [],
      opened: [{ probe: { name: 'balances' } }],
    })
  })
})

/** A bank of two kinds of account, of which a consent that names kinds shows those. */
const narrow = (list: readonly unknown[], shown: readonly unknown[] = list.slice(0, -1)) =>
  fakeSession({
    call: ({ operation, options }) => {
      if (operation === accounts) return options.bearer === undefined ? listOf(...list) : listOf(...shown)
      return { body: { Data: { AccountId: options.path?.AccountId, Product: [{ FinanceRates: 'a.b.c.d.e' }] } } }
    },
    push: () => ({ requestUri: 'urn:1' }),
    authorise: () => ({ outcome: 'code', exchanges: [] }),
    grant: () => ({ body: { access_token: 'narrow', expires_in: 300 } }),
  })

describe('readUnselectedAccounts', () => {
  it('asks for an account of the kind that the consent leaves out', async () => {
    const session = narrow(two)
    const [first] = readUnselectedAccounts
    await first.run(session)
    await readUnselectedAccounts[1]?.run(session)
    expect(session.granted).toHaveLength(1)
    const asked = session.asked.filter(({ options }) => options.bearer !== undefined)
    expect(asked.map(({ options }) => options.path?.AccountId)).toEqual([undefined, 'a1', 'a2', 'a1', 'a2'])
    expect(readUnselectedAccounts).toHaveLength(ofAccounts.length + 1)
  })

  it.each([
    ['one account', [account('a1', 'Savings')], [account('a1', 'Savings')]],
    ['accounts that do not tell their kind', [{ AccountId: 'a1', Status: 'Active' }], [{ AccountId: 'a1' }]],
    ['a consent that shows all of them', two, two],
  ])('is inconclusive with %s', async (_, list, shown) => {
    const run = readUnselectedAccounts[0].run(narrow(list, shown))
    await expect(run).rejects.toThrow(Inconclusive)
    await expect(run).rejects.toThrow(/no active accounts of two kinds/)
  })
})

describe('compareViews', () => {
  it('reads what both consents show', async () => {
    const session = narrow(two)
    const view = await compareViews.product.run(session)
    expect(view.again).toBeUndefined()
    const [last] = session.asked.slice(-1)
    expect(last).toMatchObject({ options: { path: { AccountId: 'a1' }, purpose: 'the basic view' } })
    expect(last?.options.bearer).toBeDefined()
  })

  it('is inconclusive where nobody has anything of the kind', async () => {
    await expect(compareViews.beneficiaries.run(narrow(two))).rejects.toThrow(
      /no account of a kind that both consents show/,
    )
  })
})

describe('readOddIds', () => {
  it('asks once more for what failed', async () => {
    const session = fakeSession({
      call: ({ operation, options }) => {
        if (operation === accounts) return listOf(...two)
        return { status: options.path?.AccountId === 'a1' ? 200 : options.purpose?.endsWith('once more') ? 400 : 500 }
      },
    })
    const { probes } = await readOddIds.run(session)
    expect(probes.map((one) => 'exchange' in one && one.exchange.response.status)).toEqual([400, 400, 400])
    expect(session.asked.map(({ options }) => options.path?.AccountId?.length)).toContain(41)
  })
})
