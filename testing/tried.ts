import type { Finding } from '../engine/rule.ts'
import type { Tried } from '../suites/bahrain/tried.ts'
import { exchange, type Sample } from './exchange.ts'

/** A good call `x1` and attempts for a requirement that were answered so: a status, more of an answer, or why none came. */
export const tried = (of: string, answers: Readonly<Record<string, number | Sample | string>>): Tried => ({
  baseline: exchange({ id: 'x1' }),
  probes: Object.entries(answers).map(([name, answer], index) => ({
    of,
    probe:
      typeof answer === 'string'
        ? { name, inconclusive: answer }
        : {
            name,
            exchange: exchange({ id: `x${index + 2}`, ...(typeof answer === 'number' ? { status: answer } : answer) }),
          },
  })),
})

/** The finding about the status of the first attempt, or of the one with this id. */
export const status = (name: string, expected: string, got: number, id = 'x2'): Finding => ({
  at: `${name}: status`,
  expected,
  got: String(got),
  exchange: id,
})
