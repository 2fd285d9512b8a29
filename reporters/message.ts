import type { Verdict } from '../engine/report.ts'
import type { Finding } from '../engine/rule.ts'

/** What a verdict is about, as people read it: its operation, else its scenario, else nothing. */
export const subject = ({ operation, scenario }: Pick<Verdict, 'operation' | 'scenario'>): string | undefined =>
  operation !== '*' ? operation : scenario !== '*' ? scenario : undefined

/** `header x-fapi-interaction-id: expected …, got …` */
export const found = ({ at, expected, got }: Finding): string => `${at}: expected ${expected}, got ${got}`

/** One finding as a sentence: `GET /accounts · header x-fapi-interaction-id: expected …, got …; see UAE-HDR-001`. */
export const sentence = (verdict: Pick<Verdict, 'operation' | 'scenario' | 'rule'>, finding: Finding): string => {
  const about = subject(verdict)
  return `${about === undefined ? '' : `${about} · `}${found(finding)}; see ${verdict.rule}`
}

/** `1 operation`, `12 operations`. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`
