import { describe, expect, it } from 'vitest'
import { at } from '../../../../checks/body.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { type Asked, fakeSession, journeyOf } from '../../../../testing/session.ts'
import { createFuturePayment, createPayment, createPaymentConsent, fundsConfirmation } from '../../operations.ts'
import { askForPaymentConsents, withAmount } from './ask-for-consents.ts'
import { pay } from './pay.ts'
import { payLater } from './pay-later.ts'

const body = {
  Data: { Initiation: { InstructedAmount: { Amount: '1.500', Currency: 'BHD' } } },
  Risk: { PaymentContextCode: 'PartyToParty' },
}
const created = exchange({ id: 'p1', operation: createPaymentConsent, status: 201 })
const par = { ...created, request: { ...created.request, body: JSON.stringify(body) } }
const bodyOf = ({ options }: Asked): unknown => JSON.parse(options.body?.text ?? 'null')
const keyOf = ({ options }: Asked) => options.headers?.['x-idempotency-key']
const made = { ConsentId: 'c1', DomesticPaymentId: 'd1', DomesticFutureDatedPaymentId: 'f1' }
const answers = () => ({ status: 201, body: { Data: made } })

describe('ask-for-consents', () => {
  const ask = async (samples: Readonly<Record<string, string>> = {}) => {
    const session = fakeSession({ call: answers, push: () => ({ par }), samples })
    return { session, evidence: await askForPaymentConsents.run(session) }
  }

  it('signs each request, but for the one that says so', async () => {
    const { session } = await ask()
    const unsigned = session.asked.filter(({ options }) => options.body && options.body.detached === undefined)
    expect(unsigned.map(({ options }) => options.purpose)).toEqual(['no signature'])
    const spoiled = session.asked.flatMap(({ options }) => options.body?.detached?.signing ?? [])
    expect(spoiled).toEqual(['broken'])
  })

  it.each([
    [{}, 'BH.Mizan.None'],
    [{ unsupportedLocalInstrument: 'BH.OBF.BIL' }, 'BH.OBF.BIL'],
  ])('names an instrument that the bank has not: %o', async (samples, instrument) => {
    const { session } = await ask(samples)
    const found = session.asked.flatMap((one) => at(bodyOf(one), 'Data', 'Initiation', 'LocalInstrument') ?? [])
    expect(found).toEqual([instrument])
  })

  it('uses a key once, but for the one that it uses thrice', async () => {
    const { session } = await ask()
    const keys = session.asked.map(keyOf).filter((key) => key !== undefined)
    const [last] = keys.slice(-1)
    expect(keys.filter((key) => key === last)).toHaveLength(3)
    expect(new Set(keys).size).toBe(keys.length - 2)
    expect(keys.map((key) => key.length)).toEqual(expect.arrayContaining([40, 41]))
  })

  it('asks for another amount with the key, and reads what it stands for', async () => {
    const { session, evidence } = await ask()
    const [again, other, read] = session.asked.slice(-3)
    expect([again, other].map((one) => one && at(bodyOf(one), 'Data', 'Initiation', 'InstructedAmount'))).toEqual([
      { Amount: '1.500', Currency: 'BHD' },
      { Amount: '1.999', Currency: 'BHD' },
    ])
    expect(read?.options.path).toEqual({ ConsentId: 'c1' })
    expect(evidence.reuse.first).toBe(evidence.replay.first)
  })
})

describe.each([
  [pay, createPayment, 1, { DomesticPaymentId: 'd1' }],
  [payLater, createFuturePayment, 0, { Id: 'f1' }],
] as const)('$id', (scenario, operation, funds, made) => {
  it('tries what was not agreed before it pays what was', async () => {
    const push = { ...journeyOf().push, par }
    const session = fakeSession({ call: answers, push: () => ({ par }), journey: { push } })
    await scenario.run(session)
    const payments = session.asked.filter((one) => one.operation === operation)
    expect(payments.map(({ options }) => options.purpose)).toEqual([
      ...['a consent that nobody gave', 'another amount', 'pay'],
    ])
    const [waiting, mismatch, good] = payments.map(bodyOf)
    expect(at(waiting, 'Data', 'ConsentId')).toBe('consent-a consent to pay that nobody gives')
    expect(mismatch).toEqual(withAmount({ ...body, Data: { ...body.Data, ConsentId: 'consent-1' } }, '1.501'))
    expect(good).toEqual({ ...body, Data: { ...body.Data, ConsentId: 'consent-1' } })
    expect(
      session.asked.filter(({ options }) => options.token === 'client').map(({ options }) => options.path),
    ).toEqual([{ ConsentId: 'consent-1' }, made, made])
    expect(session.asked.filter((one) => one.operation === fundsConfirmation)).toHaveLength(funds)
    expect(session.asked.filter((one) => !scenario.operations.includes(one.operation))).toEqual([])
  })

  it('reads no payment where there was none', async () => {
    const push = { ...journeyOf().push, par }
    const session = fakeSession({ call: () => ({ status: 403 }), push: () => ({ par }), journey: { push } })
    const { baseline, read } = await scenario.run(session)
    expect([baseline.response.status, read]).toEqual([403, undefined])
  })
})
