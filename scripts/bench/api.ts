import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Items in an answer: with them it has about 19 KB, as a page of 25 transactions has. */
const items = 25

const string = { type: 'string' }
const amount = {
  type: 'object',
  additionalProperties: false,
  required: ['Amount', 'Currency'],
  properties: {
    Amount: { type: 'string', pattern: '^\\d{1,16}\\.\\d{2}$' },
    Currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  },
}
const transaction = {
  type: 'object',
  additionalProperties: false,
  required: ['TransactionId', 'BookingDateTime', 'Status', 'Amount'],
  properties: {
    TransactionId: { type: 'string', minLength: 1, maxLength: 40 },
    BookingDateTime: { type: 'string', format: 'date-time' },
    Status: { type: 'string', enum: ['Booked', 'Pending'] },
    CreditDebitIndicator: { type: 'string', enum: ['Credit', 'Debit'] },
    Amount: amount,
    Balance: { type: 'object', properties: { Type: string, Amount: amount } },
    Narrative: { type: 'string', maxLength: 500 },
    Reference: string,
  },
}
const list = {
  type: 'object',
  required: ['Data', 'Links', 'Meta'],
  properties: {
    Data: {
      type: 'object',
      required: ['Transaction'],
      properties: { Transaction: { type: 'array', items: { $ref: '#/components/schemas/Transaction' } } },
    },
    Links: { type: 'object', required: ['Self'], properties: { Self: { type: 'string', format: 'uri' } } },
    Meta: { type: 'object', properties: { TotalPages: { type: 'integer' } } },
  },
}

/** An OpenAPI document of so many reading operations, each with a path of its own. */
const benchDocument = (operations: number): object => ({
  openapi: '3.0.3',
  info: { title: 'Bench', version: '1.0.0' },
  paths: Object.fromEntries(
    Array.from({ length: operations }, (_, index) => [
      `/ledgers/${index}/transactions`,
      {
        get: {
          operationId: `readLedger${index}`,
          responses: {
            200: {
              description: 'A page of transactions',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Transactions' } } },
            },
          },
        },
      },
    ]),
  ),
  components: { schemas: { Transactions: list, Transaction: transaction } },
})

const two = (number: number): string => String(number).padStart(2, '0')

const body = (self: string): string =>
  JSON.stringify({
    Data: {
      Transaction: Array.from({ length: items }, (_, index) => ({
        TransactionId: `${self.split('/').at(-2)}-${index}`,
        BookingDateTime: `2026-05-${two(1 + index)}T${two(index % 24)}:15:00+04:00`,
        Status: 'Booked',
        CreditDebitIndicator: index % 3 === 0 ? 'Credit' : 'Debit',
        Amount: { Amount: `${index * 37 + 12}.50`, Currency: 'AED' },
        Balance: { Type: 'InterimBooked', Amount: { Amount: `${100_000 - index * 11}.00`, Currency: 'AED' } },
        Narrative: `${'payment of an invoice for goods and services '.repeat(9)}${index}`,
        Reference: `INV-2026-${index}-${two(index)}`,
      })),
    },
    Links: { Self: self },
    Meta: { TotalPages: 1 },
  })

/** Serves the operations of the document until it is killed: `api.js OPERATIONS DOCUMENT`, prints its base URL. */
const serve = (operations: number, file: string): void => {
  writeFileSync(file, JSON.stringify(benchDocument(operations)))
  const server = createServer(({ url = '', headers }, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(body(`http://${headers.host}${url}`))
  })
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
  )
  process.on('disconnect', () => process.exit())
}

const [, , operations, file] = process.argv
if (operations !== undefined && file !== undefined) serve(Number(operations), file)
