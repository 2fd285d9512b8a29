import { near } from '../engine/near.ts'
import { bahrainDefects } from './bahrain/defects/index.ts'
import type { Defect } from './defects/defect.ts'
import { defects as hubDefects } from './defects/index.ts'
import type { BankStandard } from './options.ts'

/** A defect, and the standard in which the bank then speaks. */
export type KnownDefect = Defect & { readonly standard: BankStandard }

const of = (standard: BankStandard, list: readonly Defect[]): readonly KnownDefect[] =>
  list.map((defect) => ({ ...defect, standard }))

/** Every defect that a rule of the suite finds, in every standard that the bank speaks. */
export const defects: readonly KnownDefect[] = [...of('uae-hub', hubDefects), ...of('bahrain', bahrainDefects)]

/** Finds the defects of a standard by name. Throws for a name that it does not have, with the one that was most likely meant. */
export const defectsNamed = (names: readonly string[], standard: BankStandard): readonly KnownDefect[] => {
  const known = defects.filter((defect) => defect.standard === standard)
  return names.map((name) => {
    const found = known.find((defect) => defect.name === name)
    if (found !== undefined) return found
    const guess = near(
      name,
      known.map((defect) => defect.name),
    )
    throw new Error(
      guess === undefined
        ? `there is no defect ${name} of ${standard}; \`mizan bank --list-defects\` prints all of them`
        : `there is no defect ${name}; did you mean ${guess}?`,
    )
  })
}
