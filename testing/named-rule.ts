/** The rule of an id among several. Throws when there is none. */
export const ruleNamed = <Rule extends { readonly id: string }>(rules: readonly Rule[], id: string): Rule => {
  const found = rules.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}
