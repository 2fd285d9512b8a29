import type { Citation } from '../../engine/rule.ts'

const of =
  (source: string) =>
  (place: string): Citation => ({ source, place })

/** A place in one of the sources that the rules of this standard cite; the keys are those of the list of sources. */
export const cite = { openapi: of('OAS'), rfc: of('RFC') } as const
