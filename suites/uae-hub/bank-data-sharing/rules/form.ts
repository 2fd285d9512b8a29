import { type Owned, partsKeepContract } from '../../../../checks/kept-parts.ts'
import type { ExchangeRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { values } from '../../every-exchange/parts.ts'
import { everywhere } from '../../row.ts'

/** A rule on the form of what an answer holds, where the contract says all of it. */
type Row = Pick<ExchangeRule, 'id' | 'title'> &
  Pick<Owned, 'operations' | 'parts' | 'holds' | 'except'> & {
    readonly schema: string
    readonly defect: string
    readonly breaks: string
    readonly finding: readonly [at: string, expected: string, got: string]
  }

/**
 * The rule of a row. Date-times, amounts, currencies and links are those of other rules. An answer without records says nothing
 * about their form.
 */
export const form = ({
  id,
  title,
  schema,
  defect,
  breaks,
  finding: [at, expected, got],
  except,
  ...owned
}: Row): ExchangeRule =>
  everywhere({
    id,
    level: 'MUST',
    about: 'bank',
    title,
    cites: [cite.accountInformation(schema)],
    defect,
    ...(owned.holds !== undefined && { operations: owned.operations }),
    check: partsKeepContract({ ...owned, except: [...values, ...(except ?? [])] }),
    example: { breaks, findings: [{ at, expected, got }] },
  })

/** An excerpt of a success with some `Data`. */
export const excerpt = (operation: string, data: string): string => `${operation}\n\n200\n{"Data":${data}, …}`
