import { dirname, resolve } from 'node:path'
import { discoverySession } from './discovery-session.ts'
import type { Exchange } from './exchange.ts'
import { type Ending, execute, revokeConsents, type Stage, type Watcher } from './execute.ts'
import type { Person } from './fapi/browser.ts'
import { takeTokenFile } from './fapi/refresh-token.ts'
import { givenOf } from './judge/given.ts'
import { judge } from './judge/judge.ts'
import { makeReport } from './judge/report.ts'
import { exitCodeOf } from './judge/result.ts'
import { applyWaivers } from './judge/waivers.ts'
import { openSession } from './open-session.ts'
import type { Selection } from './plan/left.ts'
import { makePlan, type Plan } from './plan/make-plan.ts'
import { readCredentials } from './profile/credentials.ts'
import { formValues } from './profile/form-values.ts'
import type { RawProfile } from './profile/read.ts'
import type { ProfileFile } from './profile/schema.ts'
import { makeRecorder } from './recorder.ts'
import { makeRedactor, type Redactor } from './redact/redactor.ts'
import type { Report } from './report.ts'
import type { Given } from './rule.ts'
import type { Session } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'
import type { Standard } from './standard.ts'
import { type Start, start } from './start.ts'
import { openTransport } from './transport.ts'

export interface RunOptions {
  readonly profile: ProfileFile
  readonly raw: RawProfile
  readonly standard: Standard
  readonly selection: Selection
  readonly interrupted: AbortSignal
  readonly person: Person
  readonly onPlan?: (plan: Plan) => void
  readonly onExchange?: (exchange: Exchange, redactor: Redactor) => void
  readonly watch?: Watcher
}

/** What a run brought home, redacted and ready to be written. */
export interface Run {
  readonly report: Report
  readonly exchanges: readonly Exchange[]
  readonly exitCode: number
  /** Things that a person has to know beside the report. */
  readonly remarks: readonly string[]
  readonly redactor: Redactor
  /** The exchanges as they came, for judging again; never to be written. */
  readonly recording: {
    readonly exchanges: readonly Exchange[]
    readonly endings: ReadonlyMap<string, Ending>
    readonly given: Given
    readonly plan: Plan
  }
}

/** What goes wrong may carry what a server said: it passes the redactor before anyone sees it. */
const redacted = (error: unknown, { text }: Redactor): unknown => {
  if (error instanceof SetUpFault) return new SetUpFault(text(error.where), text(error.message), text(error.todo))
  if (!(error instanceof Error)) return error
  const safe = new Error(text(error.message))
  if (error.stack !== undefined) safe.stack = text(error.stack)
  return safe
}

/** Runs the scenarios on what first contact gave, and gives consents back whatever happens. */
const carryOut = async (
  plan: Plan,
  begun: Start,
  stage: Omit<Stage, 'open'>,
  watch: Watcher | undefined,
): Promise<{ readonly endings: ReadonlyMap<string, Ending>; readonly remarks: readonly string[] }> => {
  if ('inconclusive' in begun) {
    const open = (): Session => discoverySession(begun.discovery, begun.inconclusive, stage.profile)
    return { endings: await execute(plan, { ...stage, open }, watch), remarks: [] }
  }
  const { ground } = begun
  const open: Stage['open'] = (scenario, suite) => openSession(ground, scenario, suite)
  let kept: readonly string[] = []
  let endings: ReadonlyMap<string, Ending>
  try {
    endings = await execute(plan, { ...stage, open }, watch)
  } finally {
    kept = await revokeConsents(ground)
  }
  const remark = `${kept.length} consent(s) of this run could not be given back: ${kept.join(', ')}`
  return { endings, remarks: kept.length > 0 ? [remark] : [] }
}

/** One run, left to right: plan, execute, judge, report. Throws a `SetUpFault` for what is ours; writes nothing. */
export const run = async (options: RunOptions): Promise<Run> => {
  const { profile, raw, standard, interrupted } = options
  const startedAt = new Date()
  const plan = makePlan(standard, profile, options.selection)
  options.onPlan?.(plan)
  const redactor = makeRedactor(standard.personal)
  const credentials = readCredentials(profile, raw, startedAt)
  for (const { value, kind } of credentials.secrets) redactor.secret(value, kind)
  const forms = formValues(profile, raw, redactor)
  const contracts = standard.contracts(profile.variant ?? standard.variants[0])
  const { limits } = profile
  const transport = openTransport({
    ...(credentials.ca === undefined ? {} : { ca: credentials.ca }),
    certificates: credentials.certificates,
    timeout: limits.timeout,
    bodyBytes: limits.bodyBytes,
    connections: limits.concurrency,
  })
  const recorder = makeRecorder({
    transport,
    redactor,
    concurrency: limits.concurrency,
    requestsPerSecond: limits.requestsPerSecond,
    ...(options.onExchange && { onExchange: (exchange: Exchange) => options.onExchange?.(exchange, redactor) }),
  })
  interrupted.addEventListener('abort', recorder.stop, { once: true })
  if (interrupted.aborted) recorder.stop()
  const { authorisation } = profile
  const tokenFile =
    authorisation.mode === 'refresh-token'
      ? takeTokenFile(resolve(dirname(raw.path), authorisation.token.file), raw.locate(['authorisation', 'token']))
      : undefined

  try {
    const locate = (path: readonly string[]): string => raw.locate(path)
    const person = options.person
    const begun = await start({
      profile,
      standard,
      contracts,
      credentials,
      recorder,
      interrupted,
      person,
      locate,
      forms,
      ...(tokenFile && { tokenFile }),
    })
    const { endings, remarks } = await carryOut(plan, begun, { profile, recorder, interrupted }, options.watch)
    const { exchanges } = recorder
    const given = givenOf({ contracts, exchanges, profile, claims: plan.claims, startedAt })
    const verdicts = judge(standard, plan, { exchanges, endings }, given)
    const waived = applyWaivers(verdicts, profile.waivers, startedAt.toISOString().slice(0, 10))
    const report = makeReport({
      standard,
      contracts,
      profile,
      plan,
      waived,
      exchanges,
      startedAt,
      interrupted: interrupted.aborted,
      redactor,
    })
    return {
      report,
      exchanges: exchanges.map(redactor.exchange),
      exitCode: exitCodeOf(report, waived.faults),
      remarks: [...remarks, ...waived.faults],
      redactor,
      recording: { exchanges, endings, given, plan },
    }
  } catch (error) {
    throw redacted(error, redactor)
  } finally {
    tokenFile?.release()
    await transport.close()
  }
}
