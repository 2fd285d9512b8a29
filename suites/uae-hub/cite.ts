import type { Citation } from '../../engine/rule.ts'

const of =
  (source: string) =>
  (place: string): Citation => ({ source, place })

/** A place in one of the sources that the rules of this standard cite; the keys are those of the list of sources. */
export const cite = {
  accountInformation: of('AI'),
  authorizationEndpoints: of('AUTH'),
  product: of('PRD'),
  atm: of('ATM'),
  accountOpening: of('AO'),
  webhooks: of('WH'),
  guide: of('D'),
  articles: of('KB'),
  web: of('WEB'),
  olderGuide: of('ALT'),
  specifications: of('SPEC'),
  own: of('OWN'),
  bankDataGuide: of('S0'),
  accountOpeningGuide: of('S1'),
  productsGuide: of('S2'),
  rfc: of('RFC'),
  fapi: of('FAPI'),
} as const
