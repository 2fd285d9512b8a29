import type { Command } from 'commander'
import { Option } from 'commander'
import type { Selection } from '../engine/plan/left.ts'
import type { OpenApiFlags } from './openapi-target.ts'

/** The flags that `run` and `plan` share. */
export interface SelectionFlags extends OpenApiFlags {
  readonly profile?: string
  readonly suite?: readonly string[]
  readonly rule?: readonly string[]
  readonly operation?: readonly string[]
  readonly scenario?: readonly string[]
  readonly level?: 'MUST' | 'SHOULD' | 'MAY'
  readonly slow?: true
}

/** Collects a flag that may be given more than once. */
export const more = (name: string, all: readonly string[] = []): readonly string[] => [...all, name]

/** Adds the flags that say whom to ask and what. */
export const addSelection = (command: Command): Command =>
  command
    .option('--profile <file>', 'whom to test (default: the embedded bank)')
    .option('--contract <file|url>', 'instead of a profile: any API, by its OpenAPI document')
    .option('--base-url <url>', 'with --contract: what stands before its paths')
    .option('--header <name=value>', 'with --contract: a header of every request; may be given more than once', more)
    .option('--param <name=value>', 'with --contract: the value of a parameter; may be given more than once', more)
    .option('--positive', 'with --contract: good calls only')
    .option('--strict', 'with --contract: note members that the document does not declare')
    .option('--write', 'with --contract: also operations that change something')
    .option('--suite <name>', 'only this suite; may be given more than once', more)
    .option('--rule <id>', 'only this rule; may be given more than once', more)
    .option(
      '--operation <operation>',
      'only this operation, such as "GET /accounts"; may be given more than once',
      more,
    )
    .option('--scenario <id>', 'only this scenario, by its id in report.json; may be given more than once', more)
    .addOption(new Option('--level <level>', 'only this level and those above').choices(['MUST', 'SHOULD', 'MAY']))
    .option('--slow', 'also scenarios that wait for tokens and request URIs to end')

export const selectionOf = (flags: SelectionFlags): Selection => ({
  suites: flags.suite ?? [],
  rules: flags.rule ?? [],
  operations: flags.operation ?? [],
  ...(flags.scenario === undefined ? {} : { scenarios: flags.scenario }),
  ...(flags.level === undefined ? {} : { level: flags.level }),
  slow: flags.slow ?? false,
})
