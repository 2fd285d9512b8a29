import { dirname, resolve } from 'node:path'
import type { Exchange } from './exchange.ts'
import { type Ending, execute, revokeConsents, type Watcher } from './execute.ts'
import type { Person } from './fapi/browser.ts'
import { takeTokenFile } from './fapi/refresh-token.ts'
import { judge } from './judge/judge.ts'
import { makeReport } from './judge/report.ts'
import { exitCodeOf } from './judge/result.ts'
import { applyWaivers } from './judge/waivers.ts'
import type { Selection } from './plan/left.ts'
import { makePlan, type Plan } from './plan/make-plan.ts'
import { readCredentials } from './profile/credentials.ts'
import type { RawProfile } from './profile/read.ts'
import type { ProfileFile } from './profile/schema.ts'
import { readSecret } from './profile/secrets.ts'
import { makeRecorder } from './recorder.ts'
import { makeRedactor, type Redactor } from './redact/redactor.ts'
import type { Report } from './report.ts'
import type { Given } from './rule.ts'
import type { Standard } from './standard.ts'
import { start } from './start.ts'
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

const fillForms = (
  profile: ProfileFile,
  raw: RawProfile,
  redactor: Redactor,
): readonly Readonly<Record<string, string>>[] => {
  if (profile.authorisation.mode !== 'headless') return []
  return profile.authorisation.forms.map((form, index) =>
    Object.fromEntries(
      Object.entries(form).map(([field, value]) => {
        if (typeof value === 'string') return [field, value]
        const path = ['authorisation', 'forms', String(index), field]
        const secret = readSecret(value, raw.path, `${raw.locate(path)}: ${path.join('.')}`)
          .toString('utf8')
          .trimEnd()
        redactor.secret(secret, field)
        return [field, secret]
      }),
    ),
  )
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
  const forms = fillForms(profile, raw, redactor)
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
    const remarks: string[] = []
    let endings: ReadonlyMap<string, Ending> = new Map()
    if ('ground' in begun) {
      try {
        endings = await execute(plan, begun.ground, options.watch)
      } finally {
        const kept = await revokeConsents(begun.ground)
        if (kept.length > 0)
          remarks.push(`${kept.length} consent(s) of this run could not be given back: ${kept.join(', ')}`)
      }
    }
    const given: Given = {
      at: startedAt,
      claims: plan.claims,
      profile: { clientId: profile.client.id, issuer: profile.issuer, redirectUri: profile.client.redirectUri },
      contractOf: (operation) => contracts.find(({ operations }) => operations.has(operation)),
      contract(name) {
        const found = contracts.find((one) => one.name === name)
        if (found === undefined) throw new Error(`the standard has no contract ${name}`)
        return found
      },
    }
    const { exchanges } = recorder
    const unusable = 'inconclusive' in begun ? { unusable: begun.inconclusive } : {}
    const verdicts = judge(standard, plan, { exchanges, endings, ...unusable }, given)
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
  } finally {
    tokenFile?.release()
    await transport.close()
  }
}
