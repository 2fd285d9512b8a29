import type { ExchangeRule, Finding, RunRule, ScenarioRule } from '../engine/rule.ts'

/** What every row says beside its rule: it serves the requirement of its id and is broken by one defect. */
interface Served {
  readonly defect: string
  /** Other requirements that ask the same. */
  readonly also?: readonly string[]
}

type Row<Rule> = Omit<Rule, 'requirements' | 'defects'> & Served

/** The id of a branch, such as `UAE-PAG-001/should`, names its requirement before the slash. */
const served = <Facts extends Served & { readonly id: string }>({ defect, also = [], ...facts }: Facts) => ({
  ...facts,
  requirements: [facts.id.split('/')[0] ?? facts.id, ...also] as const,
  defects: [defect] as const,
})

/** The rule of a row on every exchange. */
export const everywhere = (row: Omit<Row<ExchangeRule>, 'on'>): ExchangeRule => ({ ...served(row), on: 'exchange' })

/** The rule of a row on what it gathers of a whole run. */
export const onRun = <Piece>(row: Omit<Row<RunRule<Piece>>, 'on'>): RunRule<Piece> => ({ ...served(row), on: 'run' })

/** The rule of a row on scenarios. */
export const onScenarios = <Evidence>(row: Row<ScenarioRule<Evidence>>): ScenarioRule<Evidence> => served(row)

/** A row of a table whose rules stand on the same scenarios and show their examples alike. */
export interface TableRow<Evidence>
  extends Pick<ScenarioRule<Evidence>, 'id' | 'level' | 'title' | 'cites' | 'check' | 'observe'>,
    Served {
  /** What the example shows of the message that breaks the rule. */
  readonly shows: string
  readonly finding: Finding
}

/** The rules of a table over one kind of evidence. `breaks` puts what a row shows into a message. */
export const tableOf =
  <Evidence>(
    table: Pick<ScenarioRule<Evidence>, 'about' | 'on' | 'operation'> & { readonly breaks: (shows: string) => string },
  ) =>
  ({ shows, finding, ...row }: TableRow<Evidence>): ScenarioRule<Evidence> => {
    const { breaks, ...common } = table
    return onScenarios({ ...common, ...row, example: { breaks: breaks(shows), findings: [finding] } })
  }
