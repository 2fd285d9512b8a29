import type { ExchangeRule, RunRule } from '../../../engine/rule.ts'
import { accounts } from './accounts.ts'
import { amounts } from './amounts.ts'
import { clocks } from './clocks.ts'
import { consents } from './consents.ts'
import { consentsOverTime } from './consents-over-time.ts'
import { dates } from './dates.ts'
import { enumerations } from './enumerations.ts'
import { envelope } from './envelope.ts'
import { errorEntries } from './error-codes.ts'
import { errorIdsDiffer } from './error-ids.ts'
import { errors } from './errors.ts'
import { headers } from './headers.ts'
import { identifiers } from './identifiers.ts'
import { idsLast } from './lasting-ids.ts'
import { links } from './links.ts'
import { idsAreMade } from './made-ids.ts'
import { media } from './media.ts'
import { payments } from './payments.ts'
import { permissions } from './permissions.ts'
import { signatures } from './signatures.ts'
import { idsAreUnique } from './unique-ids.ts'
import { oneHost, uris } from './uris.ts'

/** Judged on all that a run or a recording holds. */
export const everyExchange: readonly ExchangeRule[] = [
  ...uris,
  ...media,
  ...headers,
  ...signatures,
  ...dates,
  ...envelope,
  ...links,
  ...identifiers,
  ...enumerations,
  ...amounts,
  ...consents,
  ...permissions,
  ...accounts,
  ...payments,
  ...errors,
  ...errorEntries,
]

/** Judged once, on what several exchanges say together; each names the suite in which it is shown. */
// biome-ignore lint/suspicious/noExplicitAny: rules that gather different pieces.
export const wholeRun: readonly RunRule<any>[] = [
  oneHost,
  idsAreMade,
  clocks,
  idsAreUnique,
  idsLast,
  ...consentsOverTime,
  errorIdsDiffer,
]
