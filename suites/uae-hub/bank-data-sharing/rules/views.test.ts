import type { View } from '../../../../checks/views.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { beneficiaries, product, transactions } from '../../operations.ts'
import { detailHoldsBasic, exchangeIsPermitted, ratesArePermitted } from './views.ts'

type Records = readonly Readonly<Record<string, unknown>>[]

const answer = (operation: string, name: string, id: string, records: Records) =>
  exchange({ id, operation, body: { Data: { AccountId: 'a1', [name]: records } } })

/** Under the wide consent, the narrow one and, where something differed, the wide one again. */
const viewed =
  (operation: string, name: string) =>
  (wide: Records, narrow: Records, again?: Records): View => ({
    wide: answer(operation, name, 'x1', wide),
    narrow: answer(operation, name, 'x2', narrow),
    ...(again && { again: answer(operation, name, 'x3', again) }),
  })

const ofBeneficiaries = viewed(beneficiaries, 'Beneficiary')
const b1 = { BeneficiaryId: 'b1', Reference: 'Rent' }
const account = { CreditorAccount: [{ SchemeName: 'IBAN', Identification: 'AE00' }] }

proves(detailHoldsBasic, {
  holds: {
    'less of a text in the basic view': ofBeneficiaries([{ ...b1, ...account, Reference: 'Rent of May' }], [b1]),
    'more in detail': ofBeneficiaries([{ ...b1, ...account }], [b1]),
    'a record that came meanwhile': ofBeneficiaries([{ ...b1, ...account }], [b1, { BeneficiaryId: 'b2' }]),
  },
  breaks: {
    'the creditor in the basic view': [
      ofBeneficiaries([{ ...b1, ...account }], [{ ...b1, ...account }]),
      { at: '/Data/Beneficiary/0/CreditorAccount', expected: 'nothing', got: 'the member', exchange: 'x2' },
    ],
    'less in detail, and again': [
      ofBeneficiaries([{ BeneficiaryId: 'b1', ...account }], [b1], [{ BeneficiaryId: 'b1', ...account }]),
      {
        at: '/Data/Beneficiary/0/Reference',
        expected: 'the member, as at /Data/Beneficiary/0/Reference of x2',
        got: 'nothing',
        exchange: 'x1',
      },
    ],
  },
  undecided: {
    'it came meanwhile': ofBeneficiaries([{ BeneficiaryId: 'b1', ...account }], [b1], [{ ...b1, ...account }]),
    'it was not read again': ofBeneficiaries([{ ...account, BeneficiaryId: 'b1' }], [b1]),
    'no record in the basic view': ofBeneficiaries([{ ...b1, ...account }], []),
  },
  silent: { 'nothing to show': ofBeneficiaries([], []) },
})

const ofTransactions = viewed(transactions, 'Transaction')
const t1 = { TransactionId: 't1' }
const abroad = { ...t1, CurrencyExchange: { ExchangeRate: 3.67 } }

proves(exchangeIsPermitted, {
  holds: { withheld: ofTransactions([abroad], [t1]) },
  breaks: {
    shown: [
      ofTransactions([abroad], [abroad]),
      { at: '/Data/Transaction/0/CurrencyExchange', expected: 'nothing', got: 'the member', exchange: 'x2' },
    ],
  },
  silent: { 'no exchange for anybody': ofTransactions([t1], [t1]) },
  undecided: { 'no transaction': ofTransactions([abroad], []) },
})

const ofProducts = viewed(product, 'Product')

proves(ratesArePermitted, {
  holds: { withheld: ofProducts([{ FinanceRates: 'a.b.c.d.e' }], [{}]) },
  breaks: {
    shown: [
      ofProducts([{ FinanceRates: {} }], [{ FinanceRates: {} }]),
      { at: '/Data/Product/0/FinanceRates', expected: 'nothing', got: 'the member', exchange: 'x2' },
    ],
  },
  silent: { 'no rates for anybody': ofProducts([{}], [{}]) },
})
