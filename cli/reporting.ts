import type { Run } from '../engine/run.ts'
import { everyExchange, type Standard } from '../engine/standard.ts'
import type { Reporting } from '../reporters/reporting.ts'
import { areaTitles, sourceLink } from '../suites/catalogue.ts'

/** Puts what reporters need beside what a run brought home. */
export const reportingOf = (run: Run, standard: Standard, out: string): Reporting => ({
  report: run.report,
  exchanges: run.exchanges,
  titles: {
    standard: standard.title,
    suites: {
      ...Object.fromEntries(standard.suites.map(({ id, title }) => [id, title])),
      [everyExchange(standard.id)]: 'Every exchange',
    },
    scenarios: Object.fromEntries(
      standard.suites.flatMap(({ scenarios }) => scenarios.map(({ id, title }) => [id, title])),
    ),
    areas: areaTitles(standard.id),
  },
  link: (citation) => sourceLink(standard.id, citation),
  out,
})
