import { type Archive, openArchive } from './archive.ts'
import type { Exchange } from './exchange.ts'
import type { Ending } from './execute.ts'
import { liveGiven } from './judge/given.ts'
import { openJudge, type Recording } from './judge/judge.ts'
import { makeReport } from './judge/report.ts'
import { exitCodeOf } from './judge/result.ts'
import { applyWaivers } from './judge/waivers.ts'
import { makePlan, type Plan } from './plan/make-plan.ts'
import { isPlain } from './profile/schema.ts'
import { makeRecorder } from './recorder.ts'
import { makeRedactor, type Redactor } from './redact/redactor.ts'
import type { Report } from './report.ts'
import { runFapi } from './run-fapi.ts'
import { runPlain } from './run-plain.ts'
import type { RunOptions, Scene } from './scene.ts'
import { SetUpFault } from './set-up-fault.ts'
import { openTransport } from './transport.ts'

/** What a run brought home, redacted and ready to be written. */
export interface Run {
  readonly report: Report
  readonly exchanges: Archive
  readonly exitCode: number
  /** Things that a person has to know beside the report. */
  readonly remarks: readonly string[]
  readonly redactor: Redactor
  readonly plan: Plan
  /** With `keep`: what was judged, as it came; never to be written. */
  readonly recording?: Recording
}

/** A run that kept what was judged. */
export type KeptRun = Run & Required<Pick<Run, 'recording'>>

/** What goes wrong may carry what a server said: it passes the redactor before anyone sees it. */
const redacted = (error: unknown, { text }: Redactor): unknown => {
  if (error instanceof SetUpFault) return new SetUpFault(text(error.where), text(error.message), text(error.todo))
  if (!(error instanceof Error)) return error
  const safe = new Error(text(error.message))
  if (error.stack !== undefined) safe.stack = text(error.stack)
  return safe
}

/** One run, left to right: plan, execute, judge, report. Throws a `SetUpFault` for what is ours; writes nothing. */
export const run = async <Options extends RunOptions>(
  options: Options,
): Promise<Options extends { readonly keep: true } ? KeptRun : Run> => {
  const { profile, standard, interrupted } = options
  const startedAt = new Date()
  const plan = makePlan(standard, profile, options.selection)
  options.onPlan?.(plan)
  const redactor = makeRedactor(standard.personal)
  const variant = profile.variant ?? standard.variants[0]
  const contracts = standard.contracts(variant)
  const live = liveGiven({ contracts, profile, claims: plan.claims, variant, startedAt })
  const judge = openJudge(standard, plan, live)
  const archive = openArchive(redactor)
  const kept = { exchanges: [] as Exchange[], endings: new Map<string, Ending>() }
  const closers: (() => Promise<void>)[] = []

  const scene: Scene = {
    plan,
    contracts,
    redactor,
    startedAt,
    seen: live,
    profile,
    interrupted,
    ended(scenario, ending) {
      if (options.keep) kept.endings.set(scenario.id, ending)
      judge.ending(scenario, ending)
    },
    secured(credentials) {
      for (const { value, kind } of credentials.secrets) redactor.secret(value, kind)
      const { limits } = profile
      const transport = openTransport({
        ...(credentials.ca === undefined ? {} : { ca: credentials.ca }),
        certificates: credentials.certificates,
        timeout: limits.timeout,
        bodyBytes: limits.bodyBytes,
        connections: limits.concurrency,
      })
      closers.push(transport.close)
      const recorder = makeRecorder({
        transport,
        redactor,
        concurrency: limits.concurrency,
        requestsPerSecond: limits.requestsPerSecond,
        onExchange(exchange) {
          if (options.keep) kept.exchanges.push(exchange)
          live.note(exchange)
          judge.exchange(exchange)
          archive.add(exchange)
          options.onExchange?.(exchange, redactor)
        },
      })
      interrupted.addEventListener('abort', recorder.stop, { once: true })
      if (interrupted.aborted) recorder.stop()
      return recorder
    },
  }

  try {
    const remarks = isPlain(profile) ? await runPlain(options, profile, scene) : await runFapi(options, profile, scene)
    const waived = applyWaivers(judge.verdicts(), profile.waivers, startedAt.toISOString().slice(0, 10))
    const report = makeReport({
      ...{ standard, contracts, profile, plan, waived, startedAt, redactor },
      called: live.called,
      exchanges: archive.size,
      interrupted: interrupted.aborted,
    })
    const finished: Run = {
      report,
      exchanges: archive,
      exitCode: exitCodeOf(report, waived.faults),
      remarks: [...remarks, ...waived.faults],
      redactor,
      plan,
      ...(options.keep && { recording: kept }),
    }
    return finished as KeptRun
  } catch (error) {
    throw redacted(error, redactor)
  } finally {
    for (const close of closers) await close()
  }
}
