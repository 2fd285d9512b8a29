import { dirname, resolve } from 'node:path'
import { type Archive, openArchive } from './archive.ts'
import type { Contract } from './contract.ts'
import { discoverySession } from './discovery-session.ts'
import type { Exchange } from './exchange.ts'
import { type Ending, execute, revokeConsents, type Stage, type Watcher } from './execute.ts'
import type { Person } from './fapi/browser.ts'
import { takeTokenFile } from './fapi/refresh-token.ts'
import { type LiveGiven, liveGiven } from './judge/given.ts'
import { openJudge, type Recording } from './judge/judge.ts'
import { makeReport } from './judge/report.ts'
import { exitCodeOf } from './judge/result.ts'
import { applyWaivers } from './judge/waivers.ts'
import { openSession } from './open-session.ts'
import { startPlain } from './plain-session.ts'
import type { Selection } from './plan/left.ts'
import { makePlan, type Plan } from './plan/make-plan.ts'
import { readCredentials, readPlainCredentials } from './profile/credentials.ts'
import { formValues } from './profile/form-values.ts'
import { keepParameters, plainHeaders } from './profile/headers.ts'
import type { RawProfile } from './profile/read.ts'
import { type AnyProfile, isPlain, type PlainProfile, type ProfileFile } from './profile/schema.ts'
import { makeRecorder, type Recorder } from './recorder.ts'
import { makeRedactor, type Redactor } from './redact/redactor.ts'
import type { Report } from './report.ts'
import type { Session } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'
import type { Standard } from './standard.ts'
import { type Start, start } from './start.ts'
import { openTransport } from './transport.ts'

export interface RunOptions {
  readonly profile: AnyProfile
  readonly raw: RawProfile
  readonly standard: Standard
  readonly selection: Selection
  readonly interrupted: AbortSignal
  readonly person: Person
  readonly onPlan?: (plan: Plan) => void
  readonly onExchange?: (exchange: Exchange, redactor: Redactor) => void
  readonly watch?: Watcher
  /** Keeps the exchanges as they came, for tests that look at them. */
  readonly keep?: true
}

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

/** Runs the scenarios on what first contact gave, and gives consents back whatever happens. */
const carryOut = async (
  plan: Plan,
  begun: Start,
  stage: Omit<Stage, 'open'>,
  profile: ProfileFile,
  watch: Watcher | undefined,
): Promise<readonly string[]> => {
  if ('inconclusive' in begun) {
    const open = (): Session => discoverySession(begun.discovery, begun.inconclusive, profile)
    await execute(plan, { ...stage, open }, watch)
    return []
  }
  const { ground } = begun
  const open: Stage['open'] = (scenario, suite) => openSession(ground, scenario, suite)
  let kept: readonly string[] = []
  try {
    await execute(plan, { ...stage, open }, watch)
  } finally {
    kept = await revokeConsents(ground)
  }
  return kept.length > 0 ? [`${kept.length} consent(s) of this run could not be given back: ${kept.join(', ')}`] : []
}

/** What both ways in have in common once the plan is made. */
interface Scene extends Omit<Stage, 'open'> {
  readonly plan: Plan
  readonly redactor: Redactor
  readonly seen: Pick<LiveGiven, 'statuses' | 'pages'>
  readonly secured: (credentials: ReturnType<typeof readPlainCredentials>) => Recorder
}

/** A target behind an authorization server: first contact, scenarios, consents given back. */
const runFapi = async (
  options: RunOptions,
  profile: ProfileFile,
  scene: Omit<Scene, 'recorder'>,
  startedAt: Date,
): Promise<readonly string[]> => {
  const { raw, standard, interrupted, person } = options
  const { plan, redactor } = scene
  if (standard.fapi === undefined) throw new Error(`the standard ${standard.id} knows no authorization server`)
  const credentials = readCredentials(profile, raw, startedAt)
  const forms = formValues(profile, raw, redactor)
  const declineForms = formValues(profile, raw, redactor, 'decline')
  const recorder = scene.secured(credentials)
  const { authorisation } = profile
  const tokenFile =
    authorisation.mode === 'refresh-token'
      ? takeTokenFile(resolve(dirname(raw.path), authorisation.token.file), raw.locate(['authorisation', 'token']))
      : undefined
  try {
    const contracts = standard.contracts(profile.variant ?? standard.variants[0])
    const locate = (path: readonly string[]): string => raw.locate(path)
    const begun = await start({
      ...{
        profile,
        standard: standard.fapi,
        contracts,
        credentials,
        recorder,
        interrupted,
        person,
        locate,
        forms,
        declineForms,
      },
      ...(tokenFile && { tokenFile }),
    })
    return await carryOut(plan, begun, { ...scene, recorder }, profile, options.watch)
  } finally {
    tokenFile?.release()
  }
}

/** An API of which no call succeeds is not the one that the profile means, or does not know who is asking. */
const demandSuccess = ({ statuses, pages }: Scene['seen'], contracts: readonly Contract[], raw: RawProfile): void => {
  const all = [...statuses.keys()]
  const successes = [...statuses].reduce((sum, [status, count]) => (status < 300 ? sum + count : sum), 0)
  if (successes > 0 && pages() === successes)
    throw new SetUpFault(
      raw.locate(['baseUrl']),
      'every success was a web page (text/html), which the document declares for none of them',
      'Check the base URL and the credential: this looks like a web site or a page for logging in, not like the API.',
    )
  const declares = (family: string): boolean =>
    contracts.some(({ operations }) =>
      [...operations.values()].some(({ responses }) => Object.keys(responses).some((one) => one.startsWith(family))),
    )
  if (all.length === 0 || all.some((status) => status < 300 || status > 499)) return
  if (all.some((status) => status < 400) && declares('3')) return
  const seen = [...statuses].map(([status, count]) => `${status} × ${count}`).join(', ')
  const unknown = all.some((status) => status === 401 || status === 403)
  throw new SetUpFault(
    raw.locate([unknown ? 'headers' : 'baseUrl']),
    `no call succeeded: the target answered ${seen}`,
    unknown
      ? 'Check the credential: an API whose calls all fail cannot be judged.'
      : 'Check the base URL: an API whose calls all fail cannot be judged.',
  )
}

/** A target that headers alone open. */
const runPlain = async (
  options: RunOptions,
  profile: PlainProfile,
  scene: Omit<Scene, 'recorder'>,
  startedAt: Date,
): Promise<readonly string[]> => {
  const { raw, standard, interrupted } = options
  const credentials = readPlainCredentials(profile, raw, startedAt)
  const headers = plainHeaders(profile, raw, scene.redactor, standard.credentials)
  keepParameters(profile, scene.redactor, standard.credentials)
  const recorder = scene.secured(credentials)
  const contracts = standard.contracts(profile.variant ?? standard.variants[0])
  const open = startPlain({ profile, raw, contracts, recorder, interrupted, headers })
  await execute(scene.plan, { ...scene, recorder, open }, options.watch)
  if (!interrupted.aborted) demandSuccess(scene.seen, contracts, raw)
  return []
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
  const contracts = standard.contracts(profile.variant ?? standard.variants[0])
  const live = liveGiven({ contracts, profile, claims: plan.claims, startedAt })
  const judge = openJudge(standard, plan, live)
  const archive = openArchive(redactor)
  const kept = { exchanges: [] as Exchange[], endings: new Map<string, Ending>() }
  const closers: (() => Promise<void>)[] = []

  const scene: Omit<Scene, 'recorder'> = {
    plan,
    redactor,
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
    const remarks = isPlain(profile)
      ? await runPlain(options, profile, scene, startedAt)
      : await runFapi(options, profile, scene, startedAt)
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
