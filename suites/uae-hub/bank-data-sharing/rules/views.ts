import { eachOf } from '../../../../checks/answers.ts'
import { bodyOf } from '../../../../checks/pages.ts'
import { placesAt } from '../../../../checks/places.ts'
import { narrowWithholds, type View, type Viewed, wideHoldsNarrow } from '../../../../checks/views.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Observed, rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { lists } from '../../lists.ts'
import { beneficiaries, product, scheduledPayments, standingOrders, transactions } from '../../operations.ts'
import { compareViews } from '../scenarios/compare-views.ts'

const recordsOf = (operation: string): Viewed => {
  const found = lists.find((one) => one.operation === operation)
  if (found === undefined) throw new Error(`no list is known of ${operation}`)
  return found
}

const creditor = ['CreditorAccount', 'CreditorAgent'] as const

/**
 * UAE-BDS-010: of accounts UAE-CNS-028 tells what the basic view withholds. Of beneficiaries and standing orders it is the
 * creditor, by the published table of permissions; the contract itself points to a page that it does not have.
 */
export const detailHoldsBasic = rule<View>({
  id: 'UAE-BDS-010',
  requirements: ['UAE-BDS-010'],
  level: 'SHOULD',
  about: 'bank',
  title: 'The detailed view of a record has all that the basic one has, which names no creditor',
  cites: [
    cite.accountInformation('permissions of each operation'),
    cite.web('permissions and data clusters, beneficiaries and standing orders'),
  ],
  defects: ['detail-says-less', 'creditor-in-basic'],
  on: [
    compareViews.beneficiaries,
    compareViews.scheduledPayments,
    compareViews.standingOrders,
    compareViews.transactions,
  ],
  check: eachOf<View>(
    wideHoldsNarrow(recordsOf(beneficiaries)),
    wideHoldsNarrow(recordsOf(scheduledPayments)),
    wideHoldsNarrow(recordsOf(standingOrders)),
    wideHoldsNarrow(recordsOf(transactions)),
    narrowWithholds({ list: '/Data/Beneficiary', members: creditor }),
    narrowWithholds({ list: '/Data/StandingOrder', members: creditor }),
  ),
  example: {
    breaks: `GET /accounts/{AccountId}/beneficiaries   under ReadBeneficiariesBasic

200
{"Data":{"AccountId":"a1","Beneficiary":[{"BeneficiaryId":"b1", …,"CreditorAccount":[ … ]}]}, …}`,
    findings: [{ at: '/Data/Beneficiary/0/CreditorAccount', expected: 'nothing', got: 'the member' }],
  },
})

/** UAE-BDS-017: silent where the same account shows no exchange to anybody. */
export const exchangeIsPermitted = rule<View>({
  id: 'UAE-BDS-017',
  requirements: ['UAE-BDS-017'],
  level: 'MUST',
  about: 'bank',
  title: 'Without permission for foreign exchange no transaction tells a rate',
  cites: [cite.guide('data-sharing requirements, transactions, row 2')],
  defects: ['exchange-without-permission'],
  on: [compareViews.transactions],
  operation: transactions,
  check: narrowWithholds({ list: '/Data/Transaction', members: ['CurrencyExchange'] }),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions   under a consent without ReadFXTransactionsBasic

200
{"Data":{"AccountId":"a1","Transaction":[{"TransactionId":"t1", …,"CurrencyExchange":{ … }}]}, …}`,
    findings: [{ at: '/Data/Transaction/0/CurrencyExchange', expected: 'nothing', got: 'the member' }],
  },
})

/** In which of its two forms a product tells its rates. */
const formOfRates = (exchange: Exchange): Observed => {
  const [rates] = placesAt(bodyOf(exchange), '/Data/Product/*/FinanceRates')
  return rates === undefined ? {} : { FinanceRates: typeof rates.value === 'string' ? 'a JWE' : 'an object' }
}

/** UAE-BDS-018: silent where the same product shows no rates to anybody. UAE-BDS-019 lets them be an object or a JWE. */
export const ratesArePermitted = rule<View>({
  id: 'UAE-BDS-018',
  requirements: ['UAE-BDS-018'],
  level: 'MUST',
  about: 'bank',
  title: 'Without permission for finance rates no product tells them',
  cites: [cite.guide('data-sharing requirements, product, row 2')],
  defects: ['rates-without-permission'],
  on: [compareViews.product],
  operation: product,
  check: narrowWithholds({ list: '/Data/Product', members: ['FinanceRates'] }),
  observe: ({ wide }) => formOfRates(wide),
  example: {
    breaks: `GET /accounts/{AccountId}/product   under a consent without ReadProductFinanceRates

200
{"Data":{"AccountId":"a1","Product":[{ …,"FinanceRates":{ … }}]}, …}`,
    findings: [{ at: '/Data/Product/0/FinanceRates', expected: 'nothing', got: 'the member' }],
  },
})
