import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import type { Rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { onScenarios } from '../../row.ts'
import { readWithoutCustomer, sendWithoutCustomer } from '../scenarios/ask-without-customer.ts'
import { readWithoutRight, sendWithoutRight } from '../scenarios/ask-without-right.ts'

/** UAE-PRD-002, with UAE-HDR-009, which asks the same, and UAE-PRD-012: who gets neither products nor a lead. */
export const strangers: readonly Rule[] = [
  onScenarios({
    id: 'UAE-PRD-002',
    also: ['UAE-HDR-009'],
    level: 'SHOULD',
    about: 'hub',
    title: 'Products and leads without the address of a customer are answered with 400',
    cites: [cite.product('x-fapi-customer-ip-address, required'), cite.productsGuide('steps 3 and 5')],
    defect: 'products-without-customer',
    on: [readWithoutCustomer, sendWithoutCustomer],
    check: ({ probes }) => eachRefused({ statuses: [400], demand: 'refused', aside: [401] })(probes),
    observe: ({ probes, odd }) => ({ ...otherStatuses(400)(probes), ...otherStatuses()(odd) }),
    example: {
      breaks: 'GET /products   without x-fapi-customer-ip-address\n\n200',
      findings: [{ at: 'no x-fapi-customer-ip-address: status', expected: '400, and no data', got: '200' }],
    },
  }),
  onScenarios({
    id: 'UAE-PRD-012',
    level: 'MUST',
    about: 'hub',
    title: 'Without a token, and with one of another API, there are no products and no leads',
    cites: [cite.product('security of GET /products and POST /leads: products'), cite.rfc('6750 §3.1')],
    defect: 'any-scope-opens-products',
    on: [readWithoutRight, sendWithoutRight],
    check: ({ probes }) => eachRefused({ statuses: [401, 403], demand: 'refused' })(probes),
    observe: ({ probes }) => {
      const named = (name: string) => probes.filter((one) => one.name === name)
      return { ...otherStatuses(401)(named('no token')), ...otherStatuses(403)(named('token of another scope')) }
    },
    example: {
      breaks: 'GET /products   with a token of the scope accounts\n\n200',
      findings: [{ at: 'token of another scope: status', expected: '401 or 403, and no data', got: '200' }],
    },
  }),
]
