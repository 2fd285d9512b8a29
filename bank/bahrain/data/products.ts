import { type Answer, type Call, selfOf } from '../call.ts'

/** What the bank sells. */
const products = [
  { ProductId: 'CA-1', ProductName: 'Current account', ProductType: 'CurrentAccount', Currency: 'BHD' },
  { ProductId: 'SA-1', ProductName: 'Savings account', ProductType: 'Savings', Currency: 'BHD', Rate: '1.5' },
  { ProductId: 'CC-1', ProductName: 'Travel card', ProductType: 'CreditCard', Currency: 'BHD', Rate: '24.0' },
]

/** `GET /sharing-product-details` */
export const readProducts = (call: Call): Answer => ({
  status: 200,
  value: { Data: { Product: products }, Links: selfOf(call), Meta: { TotalPages: 1 } },
})
