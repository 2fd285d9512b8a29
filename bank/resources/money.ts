import type { Hundredths } from '../ledger/shapes.ts'

/** A JSON object that is not looked into. */
export type Json = Readonly<Record<string, unknown>>

/** An amount without its sign. */
export const amount = (value: Hundredths, currency: string): Json => ({
  Amount: (Math.abs(value) / 100).toFixed(2),
  Currency: currency,
})

/** The sign of an amount; zero is a credit. */
export const indicator = (value: Hundredths): string => (value < 0 ? 'Debit' : 'Credit')
