import { eachOf } from '../../../checks/answers.ts'
import { filtersLeftOut, linksAreAbsolute, selfNamesTheResource } from '../../../checks/links.ts'
import { spanIsInOrder } from '../../../checks/span.ts'
import { pagesKeepTheirSize } from '../../../checks/walk-totals.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { openingOfGuide, openingStatus } from '../account-opening/operations.ts'
import { cite } from '../cite.ts'
import { envelope, lists, paged } from '../lists.ts'
import { atms, consent, consentsOfBase, patchConsent, resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'

const resources = { contracts: resourceContracts }
const filters = ['fromBookingDateTime', 'toBookingDateTime', 'fromStatementDate', 'toStatementDate']

const inPages: readonly string[] = paged

/** Judges only the lists that come in pages. */
const onPages =
  (operation: string, check: Check): Check =>
  (exchange, given) =>
    exchange.operation === operation ? check(exchange, given) : silent('another operation')

const [largest, ...others] = lists
  .filter(({ operation }) => inPages.includes(operation))
  .map((shape) => onPages(shape.operation, pagesKeepTheirSize(shape, { most: 100 })))

/** Links, and what stands beside a page. */
export const links: readonly ExchangeRule[] = [
  // That Links.Self is there is the contract's matter (UAE-BDS-001). Another host or base path is none: a hub may pass on
  // what the bank behind it says.
  everywhere({
    id: 'UAE-PAG-001/should',
    level: 'SHOULD',
    about: 'bank',
    title: 'Links.Self of an answer names the resource that was asked for',
    cites: [cite.accountInformation('Links')],
    defect: 'self-of-another-resource',
    check: selfNamesTheResource(envelope, {
      ...resources,
      except: [consent, consentsOfBase, patchConsent, atms, openingStatus, openingOfGuide],
    }),
    example: {
      breaks: `GET /accounts/a1/balances\n\n200\n{"Links":{"Self":"https://rs1.bank.example/accounts/a1/transactions"}, …}`,
      findings: [
        {
          at: '/Links/Self',
          expected: 'a link to /accounts/a1/balances',
          got: 'https://rs1.bank.example/accounts/a1/transactions',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-PAG-002',
    level: 'MUST',
    about: 'bank',
    title: 'Links are absolute URIs',
    cites: [cite.accountInformation('Links, LinksResource: format uri'), cite.web('pagination')],
    defect: 'links-are-paths',
    check: linksAreAbsolute(envelope),
    observe: filtersLeftOut(envelope, { filters }),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Links":{"Self":"/accounts"}, …}',
      findings: [{ at: '/Links/Self', expected: 'an absolute URI', got: '/accounts' }],
    },
  }),
  everywhere({
    id: 'UAE-PAG-006',
    level: 'SHOULD',
    about: 'bank',
    title: 'A page holds no more than 100 records',
    cites: [cite.web('pagination')],
    defect: 'pages-of-two-hundred',
    check: eachOf(largest ?? (() => silent('no list comes in pages')), ...others),
    example: {
      breaks: 'GET /accounts/{AccountId}/transactions\n\n200\n{"Data":{"Transaction":[ … 101 of them … ]}, …}',
      findings: [{ at: '/Data/Transaction', expected: 'at most 100 records', got: '101 records' }],
    },
  }),
  everywhere({
    id: 'UAE-PAG-009',
    level: 'MAY',
    about: 'bank',
    title: 'The first date-time that is to be had is not after the last',
    cites: [cite.accountInformation('MetaTransactionsStatements')],
    defect: 'span-backwards',
    check: spanIsInOrder({
      ...resources,
      first: '/Meta/FirstAvailableDateTime',
      last: '/Meta/LastAvailableDateTime',
    }),
    example: {
      breaks: `GET /accounts/{AccountId}/transactions\n\n200
{"Meta":{"TotalPages":1,"FirstAvailableDateTime":"2026-05-01T00:00:00Z","LastAvailableDateTime":"2024-05-01T00:00:00Z"}, …}`,
      findings: [
        {
          at: '/Meta/FirstAvailableDateTime',
          expected: 'not after 2024-05-01T00:00:00Z',
          got: '2026-05-01T00:00:00Z',
        },
      ],
    },
  }),
]
