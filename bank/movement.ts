import type { Ledger } from './ledger/ledger.ts'
import type { Draft } from './ledger/shapes.ts'

const coffee = {
  amount: -1_250,
  type: 'POS',
  subType: 'Purchase',
  text: 'Card purchase at Ghaf Tree Coffee',
  merchant: { name: 'Ghaf Tree Coffee', category: '5814' },
} as const satisfies Omit<Draft, 'second'>

const refund = { ...coffee, amount: 1_250, subType: 'Refund', text: 'Refund of Ghaf Tree Coffee' } as const

/**
 * Moves money on an account, or on the first one of the first customer: buys something, and the next time gives it back.
 * Gives back the id of the transaction, which is booked at this moment of the ledger's time. Throws for an account that
 * nobody has.
 */
export const movementOn = (ledger: Ledger): ((account?: string) => string) => {
  const opened = Date.now()
  let moves = 0
  return (account = ledger.customers[0]?.accounts[0]?.id ?? '') => {
    const at = new Date(ledger.now.getTime() + Date.now() - opened)
    moves += 1
    return ledger.add(account, moves % 2 === 1 ? coffee : refund, at).id
  }
}
