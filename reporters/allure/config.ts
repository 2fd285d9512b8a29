import type { Report } from '../../engine/report.ts'

/** How Allure 3 presents the results of a run: its configuration file, as plain data. */
export const allureConfig = (report: Pick<Report, 'profile'>): Readonly<Record<string, unknown>> => ({
  name: `Mizan · ${report.profile.name}`,
  plugins: {
    awesome: {
      options: {
        reportName: `Mizan · ${report.profile.name}`,
        singleFile: true,
        theme: 'auto',
        reportLanguage: 'en',
        groupBy: ['epic', 'feature', 'story'],
        defaultSection: 'report',
        sections: [],
        defaultSortBy: 'status,asc',
        stepTreeExpansion: 'expanded',
      },
    },
  },
  categories: [
    { name: 'MUST not met', matchers: [{ statuses: ['failed'], labels: { tag: 'MUST' } }], expand: true },
    { name: 'Waived', matchers: [{ labels: { tag: 'waived' } }] },
    { name: 'SHOULD not met', matchers: [{ labels: { tag: 'warn' } }] },
    { name: 'MAY, noted', matchers: [{ labels: { tag: 'note' } }] },
    { name: 'Inconclusive', matchers: [{ labels: { tag: 'inconclusive' } }] },
    { name: 'Check broke', matchers: [{ statuses: ['broken'] }] },
    { name: 'Not asked', matchers: [{ labels: { tag: 'not-asked' } }] },
    { name: 'Not claimed', matchers: [{ labels: { tag: 'not-applicable' } }] },
  ],
})
