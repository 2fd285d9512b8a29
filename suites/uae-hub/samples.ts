import type { Sample } from '../../engine/standard.ts'
import { day, email, iban, phone, uuid } from '../sample-forms.ts'

/** What a profile may say of the persons whom leads and requests for accounts name. */
export const samples: Readonly<Record<string, Sample>> = {
  leadGivenName: { is: 'the given name of the person whom leads name' },
  leadLastName: { is: 'the last name of the person whom leads name' },
  leadEmail: { is: 'the address of the person whom leads name', form: email },
  leadEmiratesId: { is: 'the Emirates ID of the person whom leads name' },
  leadPhone: { is: 'the telephone number of the person whom leads name', form: phone },
  applicantGivenName: { is: 'the given name of the person who asks for an account' },
  applicantSurname: { is: 'the surname of the person who asks for an account' },
  applicantEmiratesId: { is: 'the Emirates ID of the person who asks for an account' },
  applicantEmiratesIdExpiryDate: { is: 'the last day of that Emirates ID', form: day },
  applicantAddress: { is: 'the address line of the person who asks for an account' },
  applicantIban: { is: 'an account that this person has already', form: iban },
  fxQuoteId: { is: 'the quote without which the bank opens no account', form: uuid },
}
