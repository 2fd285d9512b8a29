import { relative } from 'node:path'
import colors from 'picocolors'
import type { Exchange } from '../engine/exchange.ts'
import type { Watcher } from '../engine/execute.ts'
import type { Plan } from '../engine/plan/make-plan.ts'
import type { Run } from '../engine/run.ts'
import type { Standard } from '../engine/standard.ts'
import { resultWords } from '../reporters/terminal/headline.ts'
import { progress } from '../reporters/terminal/progress.ts'
import { summary } from '../reporters/terminal/summary.ts'
import { harmless } from '../reporters/terminal/wrap.ts'
import { reportingOf } from './reporting.ts'
import type { ReportFault } from './write-reports.ts'

/** What a run shows while it goes on and at its end. */
export interface Shown {
  readonly plan: (plan: Plan) => void
  /** The line is made only when it is shown. */
  readonly exchange: (line: () => string) => void
  readonly watch: Watcher
  readonly tell: (text: string) => void
  readonly done: () => void
  readonly summary: (run: Run, standard: Standard, out: string, faults: readonly ReportFault[]) => void
}

/** One exchange as `--verbose` prints it. Has to pass the redactor before it is shown. */
export const exchangeLine = ({ id, request, response, durationMs, purpose, scenario }: Exchange): string => {
  const { pathname } = new URL(request.url)
  return `${id.padStart(5)}  ${request.method.padEnd(5)} ${pathname}  ${response.status}  ${durationMs} ms  ${scenario}: ${purpose}`
}

/** Progress goes to the standard error, results to the standard output, so that each can be kept by itself. */
export const show = (flags: {
  readonly verbose?: true
  readonly quiet?: true
  readonly target?: string
  /** The command that was given, where it is not `run` with the flags of the target. */
  readonly command?: string
}): Shown => {
  const live = progress(process.stderr)
  const silent = flags.quiet === true
  return {
    plan(plan) {
      if (!silent) live.plan(plan.scenarios.filter(({ left }) => left === undefined).length)
    },
    exchange(line) {
      if (!silent) live.exchange()
      if (flags.verbose) live.line(line())
    },
    watch: silent ? {} : { scenario: live.scenario },
    tell: live.line,
    done: live.done,
    summary(run, standard, out, faults) {
      const reporting = reportingOf(run, standard, out)
      const remarks = [...run.remarks, ...faults.map(({ text }) => run.redactor.text(text))]
      const missing = faults.flatMap(({ file }) => file ?? [])
      const options = {
        width: process.stdout.columns ?? 80,
        colors: colors.isColorSupported && process.stdout.isTTY === true,
        folder: relative(process.cwd(), out) || '.',
        missing,
        ...(flags.target === undefined ? {} : { target: flags.target }),
        ...(flags.command === undefined ? {} : { command: flags.command }),
      }
      if (silent) process.stdout.write(`${resultWords(reporting.report)}\n`)
      else process.stdout.write(`\n${summary(reporting, options)}`)
      for (const remark of remarks) process.stderr.write(`mizan: ${harmless(remark)}\n`)
    },
  }
}
