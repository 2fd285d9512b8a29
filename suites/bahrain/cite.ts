import type { Citation } from '../../engine/rule.ts'

const of =
  (source: string) =>
  (place: string): Citation => ({ source, place })

/** A place in one of the sources that the rules of this standard cite; the keys are those of the list of sources. */
export const cite = {
  questions: of('F'),
  olderQuestions: of('F-old'),
  pages: of('W'),
  consents: of('W-AAC'),
  draftConsents: of('W-AAC-draft'),
  accountInformation: of('W-AIS'),
  payments: of('W-PIS'),
  permissions: of('W-PERM'),
  filters: of('W-FILT'),
  glossary: of('W-GLOSS'),
  schemas: of('J'),
  code: of('O'),
  british: of('U'),
  britishDocument: of('US'),
  portals: of('T'),
  rfc: of('RFC'),
  own: of('OWN'),
} as const
