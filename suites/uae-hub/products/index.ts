import type { Suite } from '../../../engine/standard.ts'
import { leads, products } from '../operations.ts'
import { filtering } from './rules/filtering.ts'
import { aboutLeads } from './rules/leads.ts'
import { listing } from './rules/listing.ts'
import { eachProductMakesSense } from './rules/products.ts'
import { strangers } from './rules/refusals.ts'
import { readWithoutCustomer, sendWithoutCustomer } from './scenarios/ask-without-customer.ts'
import { readWithoutRight, sendWithoutRight } from './scenarios/ask-without-right.ts'
import { filterOddly } from './scenarios/filter-oddly.ts'
import { filterProducts } from './scenarios/filter-products.ts'
import { readProducts } from './scenarios/read-products.ts'
import { sendLeads } from './scenarios/send-leads.ts'
import { sendUnfitLeads } from './scenarios/send-unfit-leads.ts'

/** What a bank offers to anybody, and how somebody is made known to it. */
export const productsAndLeads: Suite = {
  id: 'uae-hub/products',
  title: 'Products and leads',
  operations: [products, leads],
  scenarios: [
    readProducts,
    filterProducts,
    filterOddly,
    readWithoutRight,
    readWithoutCustomer,
    sendLeads,
    sendUnfitLeads,
    sendWithoutRight,
    sendWithoutCustomer,
  ],
  rules: [...listing, ...eachProductMakesSense, ...filtering, ...strangers, ...aboutLeads],
}
