import type { Redactor } from '../redact/redactor.ts'
import type { RawProfile } from './read.ts'
import type { ProfileFile } from './schema.ts'
import { readSecret } from './secrets.ts'

/** Values for the forms of the log-in, secrets fetched and made known to the redactor. Throws a `SetUpFault`. */
export const formValues = (
  profile: ProfileFile,
  raw: RawProfile,
  redactor: Redactor,
): readonly Readonly<Record<string, string>>[] => {
  if (profile.authorisation.mode !== 'headless') return []
  return profile.authorisation.forms.map((form, index) =>
    Object.fromEntries(
      Object.entries(form).map(([field, value]) => {
        if (typeof value === 'string') return [field, value]
        const path = ['authorisation', 'forms', String(index), field]
        const secret = readSecret(value, raw.path, `${raw.locate(path)}: ${path.join('.')}`)
          .toString('utf8')
          .trimEnd()
        redactor.secret(secret, field)
        return [field, secret]
      }),
    ),
  )
}
