import { z } from 'zod'
import { profileFile } from '../engine/profile/schema.ts'

/** The JSON Schema of a profile file as a user writes it, for editors: the text of schemas/profile.schema.json. */
export const profileSchemaText = (): string =>
  `${JSON.stringify(z.toJSONSchema(profileFile, { io: 'input' }), undefined, 2)}\n`
