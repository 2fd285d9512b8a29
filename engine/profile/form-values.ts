import { randomBytes } from 'node:crypto'
import type { Redactor } from '../redact/redactor.ts'
import type { RawProfile } from './read.ts'
import type { ProfileFile } from './schema.ts'
import { readSecret } from './secrets.ts'

/** Values of one journey, form by form. */
type FormValues = readonly Readonly<Record<string, string>>[]

/** The same forms with values that are nobody's in the fields that hold secrets. */
export const wrongPasswords = ({ authorisation }: ProfileFile, forms: FormValues): FormValues => {
  if (authorisation.mode !== 'headless') return []
  return forms.map((form, index) =>
    Object.fromEntries(
      Object.entries(form).map(([field, value]) => {
        const isSecret = typeof authorisation.forms[index]?.[field] !== 'string'
        return [field, isSecret ? randomBytes(12).toString('base64url') : value]
      }),
    ),
  )
}

/**
 * Values for the forms of the log-in, or for those of a user who declines (none where the profile does not say), secrets
 * fetched and made known to the redactor. Throws a `SetUpFault`.
 */
export const formValues = (
  { authorisation }: ProfileFile,
  raw: RawProfile,
  redactor: Redactor,
  which: 'forms' | 'decline' = 'forms',
): FormValues => {
  if (authorisation.mode !== 'headless') return []
  return (authorisation[which] ?? []).map((form, index) =>
    Object.fromEntries(
      Object.entries(form).map(([field, value]) => {
        if (typeof value === 'string') return [field, value]
        const path = ['authorisation', which, String(index), field]
        const secret = readSecret(value, raw.path, `${raw.locate(path)}: ${path.join('.')}`)
          .toString('utf8')
          .trimEnd()
        redactor.secret(secret, field)
        return [field, secret]
      }),
    ),
  )
}
