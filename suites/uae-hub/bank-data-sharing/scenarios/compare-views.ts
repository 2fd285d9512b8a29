import { bodyOf } from '../../../../checks/pages.ts'
import { placesAt } from '../../../../checks/places.ts'
import { succeeded } from '../../../../checks/status.ts'
import { losses, type View } from '../../../../checks/views.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { wholeData } from '../../needs.ts'
import { accounts, authorization, par, token } from '../../operations.ts'
import { narrowerConsent } from '../narrower.ts'
import { type Resource, resources } from '../resources.ts'
import { readOfEach } from '../sample.ts'

interface Compared extends Resource {
  readonly list: string
  readonly id?: string
  /** What only the wider consent opens: an answer that has it is looked for. */
  readonly telling: string
}

const compared = {
  beneficiaries: {
    ...resources.beneficiaries,
    list: '/Data/Beneficiary',
    id: '/BeneficiaryId',
    telling: '/Data/Beneficiary/*/CreditorAccount',
  },
  product: { ...resources.product, list: '/Data/Product', telling: '/Data/Product/*/FinanceRates' },
  scheduledPayments: {
    ...resources.scheduledPayments,
    list: '/Data/ScheduledPayment',
    id: '/ScheduledPaymentId',
    telling: '/Data/ScheduledPayment/*/CreditorAccount',
  },
  standingOrders: {
    ...resources.standingOrders,
    list: '/Data/StandingOrder',
    id: '/StandingOrderId',
    telling: '/Data/StandingOrder/*/CreditorAccount',
  },
  transactions: {
    ...resources.transactions,
    list: '/Data/Transaction',
    id: '/TransactionId',
    telling: '/Data/Transaction/*/CurrencyExchange',
  },
} as const satisfies Readonly<Record<string, Compared>>

/** Of the accounts that both consents show, the one whose wide answer tells most. */
const choose = async (session: Session, resource: Compared, shown: readonly string[]) => {
  const reads = (await readOfEach(session, resource)).filter(
    ({ account, exchange }) => succeeded(exchange) && shown.includes(account.id),
  )
  const tells = (pointer: string) => reads.find(({ exchange }) => placesAt(bodyOf(exchange), pointer).length > 0)
  const found = tells(resource.telling) ?? tells(`${resource.list}/*`)
  if (found === undefined)
    throw new Inconclusive(`no account of a kind that both consents show has anything in ${resource.operation}`)
  return found
}

const compare = (resource: Compared): Scenario<View> =>
  scenario({
    id: `bank-data-sharing/compare-views-of-${resource.name}`,
    title: `read ${resource.title} under a narrow consent and a wide one`,
    needs: ['accounts', resource.claim],
    means: ['user-journey', 'user-agent'],
    uses: wholeData,
    operations: [accounts, resource.operation, par, authorization, token],
    effect: 'changes',
    async run(session) {
      const { bearer, inside } = await narrowerConsent(session)
      const { account, exchange: wide } = await choose(
        session,
        resource,
        inside.map(({ id }) => id),
      )
      const path = { AccountId: account.id }
      const read = (purpose: string, as: { readonly bearer?: Exchange } = {}) =>
        session.call(resource.operation, { purpose, path, ...as })
      const narrow = await read('the basic view', { bearer })
      if (!succeeded(narrow)) throw new Inconclusive(`the basic view was answered with ${narrow.response.status}`)
      const view = { wide, narrow }
      return losses(resource)(view).length === 0 ? view : { ...view, again: await read('the wide view, again') }
    },
  })

/** What both consents open, under each of them. */
export const compareViews = {
  beneficiaries: compare(compared.beneficiaries),
  product: compare(compared.product),
  scheduledPayments: compare(compared.scheduledPayments),
  standingOrders: compare(compared.standingOrders),
  transactions: compare(compared.transactions),
}
