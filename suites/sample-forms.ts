import type { Sample } from '../engine/standard.ts'

type Form = NonNullable<Sample['form']>

/** Letters and digits alone: whether the account exists is for the bank to say, and a sandbox may invent check digits. */
export const iban: Form = { pattern: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, expected: 'an IBAN in capitals, without spaces' }

export const yesOrNo: Form = { pattern: /^(?:yes|no)$/, expected: 'yes or no' }

export const day: Form = { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: 'a day such as 2030-12-31' }

export const email: Form = { pattern: /^[^\s@]+@[^\s@]+$/, expected: 'an address of e-mail' }

/** E.164, as contracts write it. */
export const phone: Form = { pattern: /^\+[1-9]\d{1,14}$/, expected: 'a number such as +971510000000' }

export const uuid: Form = { pattern: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, expected: 'a UUID' }
