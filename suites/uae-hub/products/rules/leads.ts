import { together } from '../../../../checks/answers.ts'
import { at } from '../../../../checks/body.ts'
import { bodyOf } from '../../../../checks/pages.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { succeeded } from '../../../../checks/status.ts'
import { type Answer, type Given, type Observed, type Probe, type Rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { leads } from '../../operations.ts'
import { onScenarios, tableOf } from '../../row.ts'
import { namesItsPerson } from '../person.ts'
import { type SentLeads, sendLeads } from '../scenarios/send-leads.ts'
import { sendUnfitLeads, type Unfit } from '../scenarios/send-unfit-leads.ts'
import { openedAsPublished, refusalOf, saysWhoWasNamed, writtenOtherwise } from './opened-leads.ts'

/** Leads that every bank opens, and those that one may have already, know to be about nobody or have no product for. */
const split = ({ smallest, again, fullName, business, whole }: SentLeads) => ({
  plain: [smallest, fullName],
  doubtful: [again, business, whole],
})

const isOpened = (probe: Probe): boolean => 'exchange' in probe && succeeded(probe.exchange)

const judged = (sent: SentLeads, given: Given): Answer => {
  const { plain, doubtful } = split(sent)
  const known = namesItsPerson(given.profile.samples)
  const one = (probe: Probe, optional: boolean): Answer => {
    if ('inconclusive' in probe) return undecided(`${probe.name}: ${probe.inconclusive}`)
    if (succeeded(probe.exchange)) return openedAsPublished(probe.name, probe.exchange, given)
    const about = probe === sent.smallest ? known : isOpened(sent.again)
    return optional ? [] : refusalOf(probe.name, probe.exchange, about, given)
  }
  return together(...plain.map((each) => one(each, false)), ...doubtful.map((each) => one(each, true)))
}

const leadId = (probe: Probe): unknown =>
  'exchange' in probe ? at(bodyOf(probe.exchange), 'Data', 'LeadId') : undefined

const seen = (sent: SentLeads): Observed => {
  const [first, second] = [leadId(sent.smallest), leadId(sent.again)]
  const { plain, doubtful } = split(sent)
  return {
    ...otherStatuses(201)([...plain, ...doubtful]),
    ...(first !== undefined && second !== undefined
      ? { 'the same lead twice': first === second ? 'one LeadId' : 'two LeadIds' }
      : {}),
  }
}

const echoed = (sent: SentLeads): Answer => {
  const { plain, doubtful } = split(sent)
  const opened = [...plain, ...doubtful].flatMap((one) =>
    'exchange' in one && succeeded(one.exchange) ? [saysWhoWasNamed(one.name, one.exchange)] : [],
  )
  return opened.length === 0 ? undecided('no lead was opened') : opened.flat()
}

const unfit = tableOf<Unfit>({
  about: 'hub',
  on: [sendUnfitLeads],
  operation: leads,
  breaks: (shows) => `POST /leads\n${shows}\n\n201\n{"Data":{"LeadId":"l1", … }}`,
})

// 401 may be about the token; all other 4xx are refusals, and their statuses are observed.
const refused = eachRefused({ statuses: [400], demand: 'refused', aside: [401] })
const opened = (name: string, expected = '400, and no data') => ({ at: `${name}: status`, expected, got: '201' })

/** UAE-PRD-013 to UAE-PRD-017: leads that are opened, and leads that are not. */
export const aboutLeads: readonly Rule[] = [
  onScenarios({
    id: 'UAE-PRD-013',
    level: 'MUST',
    about: 'bank',
    title: 'A lead is answered with 201, its LeadId and what the contract has for it',
    cites: [cite.product('POST /leads, LeadResponse'), cite.productsGuide('step 5')],
    defect: 'lead-with-links',
    on: [sendLeads],
    operation: leads,
    check: judged,
    observe: seen,
    example: {
      breaks: 'POST /leads\n\n201\n{"Data":{"LeadId":"l1", … },"Links":{"Self":"https://…"}}',
      findings: [{ at: 'the smallest lead: body', expected: 'no further member', got: 'the member Links' }],
    },
  }),
  onScenarios({
    id: 'UAE-PRD-014',
    level: 'MUST',
    about: 'bank',
    title: 'The answer to a lead names whom the lead named',
    cites: [cite.product('LeadResponse, required')],
    defect: 'lead-of-somebody-else',
    on: [sendLeads],
    operation: leads,
    check: echoed,
    observe: (sent) => {
      const { plain, doubtful } = split(sent)
      return writtenOtherwise([...plain, ...doubtful])
    },
    example: {
      breaks:
        'POST /leads\n\n{"Data":{"Email":"lead@example.com", … }}\n\n201\n{"Data":{"Email":"other@example.com", … }}',
      findings: [{ at: 'the smallest lead: /Data/Email', expected: 'what was sent', got: 'another value' }],
    },
  }),
  unfit({
    id: 'UAE-PRD-015',
    level: 'MUST',
    title: 'A lead that lacks a member, or has one that the contract refuses, is answered with 400',
    cites: [cite.product('LeadRequest')],
    defect: 'unfit-lead-opened',
    check: (sent) => refused(sent.unfit),
    observe: (sent) => ({ ...otherStatuses(400)(sent.unfit), ...otherStatuses()(sent.doubtful) }),
    shows: '\n{"Data":{ … no MarketingOptOut}}',
    finding: opened('no MarketingOptOut'),
  }),
  unfit({
    id: 'UAE-PRD-016',
    level: 'MUST',
    title: 'A name that is none of the three forms is answered with 400',
    cites: [cite.product('AEUserName')],
    defect: 'mixed-names-taken',
    check: (sent) => refused(sent.misnamed),
    observe: (sent) => otherStatuses(400)(sent.misnamed),
    shows: '\n{"Data":{"Name":{"FullName":"Mizan Probe","GivenName":"Mizan"}, … }}',
    finding: opened('FullName and GivenName'),
  }),
  unfit({
    id: 'UAE-PRD-017',
    level: 'MUST',
    title: 'A lead in another media type than application/json is answered with 415',
    cites: [cite.product('POST /leads, content of the request')],
    defect: 'any-media-type-taken-for-leads',
    check: (sent) => eachRefused({ statuses: [415], demand: 'refused', aside: [401] })(sent.mistyped),
    observe: (sent) => otherStatuses(415)(sent.mistyped),
    shows: 'content-type: text/plain\n\n{"Data":{ … }}',
    finding: opened('text/plain', '415, and no data'),
  }),
]
