import type { Counterparty } from '../ledger/shapes.ts'
import type { Json } from './money.ts'

/** The bank of somebody else. */
export const agentView = ({ bic }: Counterparty): Json => ({ SchemeName: 'BICFI', Identification: bic })

/** An account of somebody else, with the name where the contract has a place for it. */
export const namedAccountView = ({ scheme, number, name }: Counterparty): Json => ({
  SchemeName: scheme,
  Identification: number,
  Name: name,
})

/** To whom money goes, in arrangements: names, account and bank. */
export const creditorView = (to: Counterparty): Json => ({
  AccountHolderName: to.name,
  AccountHolderShortName: to.name,
  CreditorAccount: [{ SchemeName: to.scheme, Identification: to.number }],
  CreditorAgent: agentView(to),
})
