import type { Report } from '../../engine/report.ts'
import { count } from '../message.ts'

const words = { conformant: 'conformant', 'not-conformant': 'not conformant', partial: 'partial' }

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
  Mizan: [report.suite.version, ...(report.suite.commit === undefined ? [] : [report.suite.commit])].join(' '),
})
