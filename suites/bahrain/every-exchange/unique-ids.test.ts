import type { Exchange } from '../../../engine/exchange.ts'
import { bahrainAccount, bahrainBody, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, beneficiaries, createConsent, createPayment } from '../operations.ts'
import { idsAreUnique } from './unique-ids.ts'

const gathered = (...exchanges: readonly Exchange[]) =>
  exchanges.flatMap((one) => {
    const piece = idsAreUnique.gather(one, bahrainGiven)
    return piece === undefined ? [] : [piece]
  })
const list = (...ids: readonly string[]) => bahrainRead(accounts, { Account: ids.map((id) => bahrainAccount(id)) })
const kept = (...records: readonly object[]) => bahrainRead(beneficiaries, { Beneficiary: records })
const paid = (id: string, DomesticPaymentId: string, key?: string) =>
  bahrainExchange(createPayment, {
    id,
    status: 201,
    ...(key !== undefined && { sent: { 'x-idempotency-key': key } }),
    body: bahrainBody({ DomesticPaymentId, ConsentId: 'c1' }, 'https://bank.example/x'),
  })

proves(
  idsAreUnique,
  {
    holds: {
      'two accounts': gathered(list('a1', 'a2')),
      'one list read twice': gathered(list('a1'), list('a1')),
      'a beneficiary of two accounts': gathered(
        kept({ BeneficiaryId: 'b1', AccountId: 'a1' }, { BeneficiaryId: 'b1', AccountId: 'a2' }),
      ),
      'beneficiaries without ids, and one with': gathered(kept({}, {}, { BeneficiaryId: 'b1' })),
      'a payment made again': gathered(paid('x1', 'p1', 'k1'), paid('x2', 'p1', 'k1')),
      'payments whose keys were not recorded': gathered(paid('x1', 'p1'), paid('x2', 'p1')),
    },
    breaks: {
      'an account twice': [
        gathered(list('a1', 'a1')),
        {
          at: '/Data/Account/1/AccountId',
          expected: 'another id than at /Data/Account/0/AccountId',
          got: 'a1',
          exchange: 'x1',
        },
      ],
      'two beneficiaries': [
        gathered(kept({ BeneficiaryId: 'b1', Reference: 'x' }, { BeneficiaryId: 'b1', Reference: 'y' })),
        '/Data/Beneficiary/1/BeneficiaryId',
      ],
      'two payments': [
        gathered(paid('x1', 'p1', 'k1'), paid('x2', 'p1', 'k2')),
        { at: 'id of what was made', expected: 'another than in x1', got: '/domestic-payments/p1', exchange: 'x2' },
      ],
    },
    silent: {
      'no ids': gathered(list(), kept({})),
      'consents have another rule': gathered(
        bahrainExchange(createConsent, { status: 201, body: { Data: { ConsentId: 'c1' } } }),
      ),
    },
  },
  bahrainGiven,
)
