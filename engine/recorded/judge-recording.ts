import { basename } from 'node:path'
import { openArchive } from '../archive.ts'
import { type Exchange, header } from '../exchange.ts'
import { liveGiven } from '../judge/given.ts'
import { openJudge } from '../judge/judge.ts'
import { makeReport } from '../judge/report.ts'
import { exitCodeOf } from '../judge/result.ts'
import { applyWaivers } from '../judge/waivers.ts'
import { type AnyProfile, isPlain } from '../profile/schema.ts'
import type { Kept } from '../redact/learn.ts'
import { makeRedactor, type Redactor } from '../redact/redactor.ts'
import type { Report } from '../report.ts'
import type { Given } from '../rule.ts'
import type { Run } from '../run.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { Standard } from '../standard.ts'
import { entriesBeside } from './beside.ts'
import { openBounds } from './bounds.ts'
import { openCare } from './care.ts'
import { openCount } from './count.ts'
import type { Entry } from './entry.ts'
import { exchangeOf } from './exchange.ts'
import { hostNamed, hostOf, hostsAsked } from './hosts.ts'
import { matcherOf } from './match.ts'
import { type JudgeSelection, planOfRecording } from './plan.ts'
import type { ReadEntry } from './read.ts'
import { openRepeats } from './repeats.ts'
import { openServerHosts } from './server-hosts.ts'

/** What is to be judged, and as what. */
export interface JudgeOptions {
  /** The HAR file, and what messages call it. */
  readonly path: string
  readonly shown: string
  readonly profile: AnyProfile
  readonly standard: Standard
  /** What the profile really says of what checks may compare with; a rule that asks for more is silent. */
  readonly known: Partial<Pick<Given['profile'], 'clientId' | 'issuer' | 'redirectUri'>>
  readonly selection: JudgeSelection
  /** Only requests to these hosts are looked at; all of them unless said. */
  readonly hosts?: readonly string[]
  readonly interrupted: AbortSignal
  readonly onExchange?: (exchange: Exchange, redactor: Redactor) => void
}

const earliest = Date.UTC(2000, 0, 1)

/** When the recording began, as its first answer says: rules compare nothing of it with the clock of whoever judges. */
const beginning = ({ response, startedAt }: Entry): Date => {
  const now = Date.now()
  const said = [response === undefined ? undefined : header(response, 'date'), startedAt]
  const times = said.map((one) => Date.parse(one ?? '')).filter((ms) => ms >= earliest && ms <= now)
  return new Date(times[0] ?? now)
}

const basesOf = (profile: AnyProfile, standard: Standard, variant: string): Readonly<Record<string, string>> =>
  isPlain(profile)
    ? Object.fromEntries(standard.contracts(variant).map(({ name }) => [name, profile.baseUrl]))
    : profile.resources

/**
 * Judges a recording with every rule that needs no further exchange. Sends nothing, and reads nothing but the file. Throws a
 * `SetUpFault` for a file that is no whole HAR, and when nothing in it belongs to the standard; writes nothing.
 */
export const judgeRecording = async (options: JudgeOptions): Promise<Run> => {
  const { path, shown, profile, standard: published, interrupted } = options
  const hosts = (options.hosts ?? []).map(hostNamed)
  const startedAt = new Date()
  const variant = profile.variant ?? published.variants[0]
  const contracts = published.contracts(variant)
  const bounds = openBounds()
  const care = openCare(published, bounds)
  const { standard } = care
  const plan = planOfRecording(standard, profile, options.selection)
  const redactor = makeRedactor(standard.personal)
  const archive = openArchive(redactor)
  const credentials = (standard.credentials ?? []).map((name) => name.toLowerCase())

  const bases = basesOf(profile, published, variant)
  const named = [...new Set(Object.values(bases).map(hostOf))]
  const asked = await hostsAsked(path, named).catch(() => new Set<string>())
  const server = openServerHosts(options.known.issuer, Object.values(bases))
  const operationOf = matcherOf(contracts, {
    ...{ bases, asked, authorizationServer: standard.fapi !== undefined },
    ...(server && { serverHosts: server.hosts }),
  })
  const known = new Set(standard.suites.flatMap(({ operations }) => operations))
  const isLeftOut = (operation: string | undefined): boolean =>
    operation !== undefined && known.has(operation) && !plan.operations.includes(operation)

  const count = openCount()
  const ids = new Set<string>()
  // Of entries that are judged alone: the others of a large recording would make it forget them.
  const repeats = openRepeats()

  const entriesToRead = entriesBeside({ path, shown, credentials })
  const opening = await entriesToRead.next()
  if (opening.done) throw new Error('a recording without entries is a fault, and none was told')
  const at = beginning(opening.value)
  const live = liveGiven({ contracts, profile, claims: plan.claims, variant, startedAt: at })
  const judge = openJudge(standard, plan, { ...live, given: care.given(live.given, options.known) })

  const learn = (secrets: readonly Kept[]): void => {
    for (const { value, kind } of secrets) redactor.secret(value, kind)
  }

  /** A run of another standard was about other rules. */
  const checkOurs = (suite: string): void => {
    const of = /^([a-z][a-z-]*)\/[a-z]/.exec(suite)?.[1]
    if (of !== undefined && of !== standard.id)
      throw new SetUpFault(
        shown,
        `it is the recording of a run of ${of}, and the profile is of ${standard.id}`,
        `Name a profile of ${of}.`,
      )
  }

  const take = async (entry: ReadEntry): Promise<void> => {
    const { request, response, ours, secrets, fingerprint } = entry
    learn(secrets.named)
    const host = hostOf(request.url)
    if (ours !== undefined) checkOurs(ours.suite)
    const operation = ours === undefined ? operationOf(request) : ours.operation
    // What is left out may hold what stands elsewhere.
    if (ours !== undefined || operation !== undefined) learn(secrets.inBodies)
    if (hosts.length > 0 && !hosts.includes(host)) return count.other('otherHost', host)
    if (ours === undefined && operation === undefined) return count.unknown(request.method, request.url)
    if (ours === undefined && isLeftOut(operation)) return count.other('notAsked', host)
    if (response === undefined) return count.other('unanswered', host)
    if (fingerprint === undefined || repeats(fingerprint)) return count.other('repeated', host)
    const id = ours !== undefined && !ids.has(ours.id) ? ours.id : `e${entry.number}`
    ids.add(id)
    const { body } = response
    const exchange = await exchangeOf(entry, response, { operation, id, at })
    count.judged(host, body.known)
    const seen = care.see(exchange, { ours: ours !== undefined, body: body.known, exact: body.exact })
    server?.note(exchange)
    live.note(seen)
    judge.exchange(seen)
    if (bounds.named(seen)) {
      redactor.learn(exchange)
      archive.add(exchange)
    }
    options.onExchange?.(exchange, redactor)
  }

  await take(opening.value)
  for await (const entry of entriesToRead) {
    if (interrupted.aborted) break
    await take(entry)
  }
  const nothing = count.nothing({ shown, standard: standard.id, hosts }, redactor)
  if (nothing !== undefined) throw nothing
  const waived = applyWaivers(judge.verdicts(), profile.waivers, startedAt.toISOString().slice(0, 10), {
    recorded: true,
  })
  const recording: NonNullable<Report['recording']> = {
    file: basename(path),
    ...count.told(redactor),
    furtherFindings: bounds.further(),
  }
  const report = makeReport({
    ...{ standard, contracts, profile, plan, waived, startedAt, redactor, recording },
    called: live.called,
    exchanges: count.total(),
    interrupted: interrupted.aborted,
  })
  return {
    report,
    exchanges: archive,
    exitCode: exitCodeOf(report, waived.faults),
    remarks: [...waived.faults, ...waived.remarks, ...count.elsewhere(named)],
    redactor,
    plan,
  }
}
