import type { Sample } from '../../engine/standard.ts'
import { iban, yesOrNo } from '../sample-forms.ts'

/** What a profile may say of payments, and of how its bank is reached. */
export const samples: Readonly<Record<string, Sample>> = {
  creditorIban: { is: 'the account that is paid', form: iban },
  mutualTls: { is: 'whether the bank asks for a client certificate', form: yesOrNo },
  unsupportedLocalInstrument: {
    is: 'a local instrument that the bank does not offer',
    form: { pattern: /^[A-Z]{2,3}\.[^.]+\.(?:\S|\S.*\S)$/, expected: 'a name such as BH.OBF.BIL' },
  },
}
