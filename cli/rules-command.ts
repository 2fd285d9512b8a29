import type { Command } from 'commander'

/** The flags of `mizan rules`. */
export interface RulesFlags {
  readonly standard?: string
  readonly json?: true
}

/** `mizan rules`: what is asked, who says so, and what is not asked yet. */
export const addRules = (program: Command): void => {
  program
    .command('rules')
    .argument('[id]', 'explain one rule or requirement')
    .description('list the rules, or explain one with a sample that breaks it')
    .option('--standard <id>', 'only this standard')
    .option('--json', 'as JSON')
    // All standards are loaded for this command alone: the others start faster without.
    .action(async (id: string | undefined, flags: RulesFlags) =>
      console.log((await import('./rules.ts')).rulesText(id, flags)),
    )
}
