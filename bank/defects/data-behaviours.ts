/** Defects of what the bank shows to whom, by name: what each is, and the rule that it breaks. */
export const dataBehaviours = {
  'creditor-in-basic': ['Beneficiaries show their account under the basic permission', 'UAE-BDS-010'],
  'detail-says-less': ['The detailed view of a beneficiary leaves out its reference', 'UAE-BDS-010'],
  'transaction-references-change': ['A transaction has another reference each time it is read', 'UAE-BDS-015'],
  'exchange-without-permission': ['Transactions tell rates that the consent does not permit', 'UAE-BDS-017'],
  'rates-without-permission': ['Products tell rates that the consent does not permit', 'UAE-BDS-018'],
  'beneficiaries-need-detail': ['The basic permission does not open beneficiaries', 'UAE-ERR-009'],
  'unselected-account-shown': ['Every account of the user is shown by its id', 'UAE-BDS-029'],
  'order-changes': ['Standing orders come in another order each time they are read', 'UAE-BDS-032'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>
