import { defects } from '../bank/all-defects.ts'
import type { Rule } from '../engine/rule.ts'
import { hang } from '../reporters/terminal/wrap.ts'

/** The defect of the embedded bank that breaks a rule, and the two commands that show it; no lines without a defect. */
export const live = ({ id, on, defects: [defect] }: Rule, width: number): readonly string[] => {
  if (defect === undefined) return []
  const slow = typeof on !== 'string' && on.some((one) => one.slow === true)
  const title = defects.find(({ name }) => name === defect)?.title
  return [
    '',
    'See it fail on the embedded bank',
    ...hang('  defect: ', `${defect}${title === undefined ? '' : ` (${title})`}`, width),
    `  npx mizan bank --defect ${defect}${slow ? ' --short-lives' : ''} --write-profile broken.yaml`,
    'and, while the bank is up, in another terminal',
    `  npx mizan run --profile broken.yaml --rule ${id}${slow ? ' --slow' : ''}`,
  ]
}
