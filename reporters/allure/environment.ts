import type { Report } from '../../engine/report.ts'
import { count } from '../message.ts'

const words = { conformant: 'conformant', 'not-conformant': 'not conformant', partial: 'partial' }

const notJudged = ({ unknown, unanswered, repeated, leftOut }: NonNullable<Report['recording']>): string => {
  const listed = unknown.requests.map(({ method, address, times }) => `${method} ${address} (${times})`).join(', ')
  const of = listed === '' ? '' : `: ${listed}${unknown.more === 0 ? '' : ` and ${unknown.more} more`}`
  return `${count(unknown.total, 'request')} of no operation${of}; ${leftOut.operations} not claimed or selected; ${leftOut.hosts} to other hosts; ${unanswered} without an answer; ${repeated} repeated`
}

/** What the run was, as the report shows it beside the results. */
export const environmentInfo = (report: Report): Record<string, string> => ({
  Result: words[report.result],
  Scope: report.scope === 'whole' ? 'whole' : `part: ${report.notAsked.map(({ reason }) => reason).join('; ')}`,
  Profile: `${report.profile.name} (${report.profile.environment})`,
  Standard: `${report.standard} ${report.variant}`,
  Contracts: report.contracts.map(({ name, version }) => `${name} ${version}`).join(', '),
  Started: report.startedAt,
  Finished: report.finishedAt,
  Requests: String(report.exchanges),
  Operations: `${report.coverage.operations.called} of ${count(report.coverage.operations.claimed, 'claimed operation')} called`,
  ...(report.recording && {
    Recording: `${report.recording.file}, ${count(report.recording.entries, 'entry', 'entries')}`,
    'Not judged': notJudged(report.recording),
  }),
  Mizan: [report.suite.version, ...(report.suite.commit === undefined ? [] : [report.suite.commit])].join(' '),
})
