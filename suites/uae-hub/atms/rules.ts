import { eachOf, together } from '../../../checks/answers.ts'
import { bodyKeepsContract, undeclaredMembers } from '../../../checks/contract.ts'
import { finding } from '../../../checks/findings.ts'
import { partsKeepContract } from '../../../checks/kept-parts.ts'
import { bodyOf } from '../../../checks/pages.ts'
import { valueAt } from '../../../checks/places.ts'
import { eachRefused, otherStatuses } from '../../../checks/refusals.ts'
import type { Rule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { opensApi } from '../first-call.ts'
import { atms } from '../operations.ts'
import { everywhere, onScenarios } from '../row.ts'
import {
  idsAreTheirOwn,
  idsOfSeveralBrands,
  liesInTheCountry,
  onMachines,
  queryIsPassedOver,
  textsAre,
} from './machines.ts'
import { owned, parts } from './parts.ts'
import { readAtms, readAtmsWithoutRight, readAtmsWithQuery } from './scenarios.ts'

const operations = [atms]
const list = '/Data'

const excerpt = (body: string): string => `GET /atms\n\n200\n${body}`

const keepsContract = bodyKeepsContract({ operations, except: owned })

/** UAE-ATM-001 to UAE-ATM-007: cash machines. */
export const aboutAtms: readonly Rule[] = [
  onScenarios({
    id: 'UAE-ATM-001',
    level: 'MUST',
    about: 'bank',
    title:
      'A token of the client alone with the scope atm opens the list of cash machines, in the form of the contract',
    cites: [cite.atm('GET /atms, AEReadAtms1')],
    defect: 'atms-with-links',
    on: [readAtms],
    operation: atms,
    check: (probe, given) =>
      together(opensApi('atm')(probe, given), 'exchange' in probe ? keepsContract(probe.exchange, given) : []),
    observe: (probe, given) => ('exchange' in probe ? undeclaredMembers({ operations })(probe.exchange, given) : {}),
    example: {
      breaks: excerpt('{"Data":[ … ],"Meta":{ … },"Links":{"Self":"https://…"}}'),
      findings: [{ at: 'body', expected: 'no further member', got: 'the member Links' }],
    },
  }),
  everywhere({
    id: 'UAE-ATM-002',
    level: 'MUST',
    about: 'bank',
    title: 'A cash machine has ids of its own, its currencies and its place',
    cites: [cite.atm('AEReadAtmsData1, required')],
    defect: 'atm-twice',
    check: eachOf(partsKeepContract({ operations, parts: parts.machine, holds: list }), onMachines(idsAreTheirOwn)),
    observe: idsOfSeveralBrands,
    example: {
      breaks: excerpt('{"Data":[{"ATMId":"1","LFIId":"l1","LFIBrandId":"b1", … },{"ATMId":"1", … the same}], …}'),
      findings: [{ at: '/Data/1/ATMId', expected: 'another machine than at /Data/0', got: '1' }],
    },
  }),
  everywhere({
    id: 'UAE-ATM-003',
    level: 'MUST',
    about: 'bank',
    title: 'Meta counts the cash machines and says when they changed',
    cites: [cite.atm('AEReadAtmsMeta1')],
    defect: 'atm-total-too-large',
    check: eachOf(
      partsKeepContract({ operations, parts: parts.meta }),
      onMachines((machines, exchange) => {
        const total = valueAt(bodyOf(exchange), '/Meta/TotalRecords')
        return typeof total !== 'number' || total === machines.length
          ? []
          : [finding('/Meta/TotalRecords', String(machines.length), total)]
      }),
    ),
    example: {
      breaks: excerpt('{"Data":[{ … }],"Meta":{"TotalRecords":2, … }}'),
      findings: [{ at: '/Meta/TotalRecords', expected: '1', got: '2' }],
    },
  }),
  everywhere({
    id: 'UAE-ATM-004',
    level: 'SHOULD',
    about: 'bank',
    title: 'A cash machine in the country that gives dirhams lies in the country',
    cites: [cite.own('the country lies from 22 to 27 degrees north and from 51 to 57 east')],
    defect: 'atm-in-the-sea',
    check: onMachines(liesInTheCountry),
    example: {
      breaks: excerpt('{"Data":[{ …,"Location":{ …,"GeoLocation":{"Latitude":"54.3","Longitude":"54.4"}}}], …}'),
      findings: [{ at: '/Data/0/Location/GeoLocation/Latitude', expected: 'degrees from 22 to 27', got: '54.3' }],
    },
  }),
  // The patterns of languages and currencies have no anchors in the document; what they describe are codes of ISO 639-1 and
  // of ISO 4217, and nothing longer.
  everywhere({
    id: 'UAE-ATM-005',
    also: ['UAE-DAT-012'],
    level: 'MUST',
    about: 'bank',
    title: 'A cash machine tells its hours as HH:MM, and its languages and currencies by their codes',
    cites: [cite.atm('OperatingHours, SupportedLanguages, SupportedCurrencies')],
    defect: 'atm-hours-in-words',
    check: eachOf(
      partsKeepContract({ operations, parts: parts.hours, holds: list }),
      onMachines(textsAre('/SupportedLanguages/*', /^[a-z]{2}$/, 'a code of ISO 639-1, two small letters')),
      onMachines(textsAre('/SupportedCurrencies/*', /^[A-Z]{3}$/, 'a code of ISO 4217, three capital letters')),
    ),
    example: {
      breaks: excerpt('{"Data":[{ …,"SupportedLanguages":["eng"]}], …}'),
      findings: [
        { at: '/Data/0/SupportedLanguages/0', expected: 'a code of ISO 639-1, two small letters', got: 'eng' },
      ],
    },
  }),
  onScenarios({
    id: 'UAE-ATM-006',
    level: 'MUST',
    about: 'hub',
    title: 'Without a token, and with one of another API, there are no cash machines',
    cites: [cite.atm('security: atm'), cite.rfc('6750 §3.1')],
    defect: 'any-scope-opens-atms',
    on: [readAtmsWithoutRight],
    operation: atms,
    check: ({ probes }) => eachRefused({ statuses: [401, 403], demand: 'refused' })(probes),
    observe: ({ probes }) => otherStatuses(401, 403)(probes),
    example: {
      breaks: 'GET /atms   with a token of the scope accounts\n\n200',
      findings: [{ at: 'token of another scope: status', expected: '401 or 403, and no data', got: '200' }],
    },
  }),
  onScenarios({
    id: 'UAE-ATM-007',
    level: 'SHOULD',
    about: 'hub',
    title: 'A query parameter that there is not leaves all cash machines in the list, or is answered with 400',
    cites: [cite.atm('GET /atms, which has no query')],
    defect: 'atms-filtered-by-anything',
    on: [readAtmsWithQuery],
    operation: atms,
    check: queryIsPassedOver,
    observe: ({ probe }) => otherStatuses(200)([probe]),
    example: {
      breaks: 'GET /atms?foo=1\n\n200\n{"Data":[ … one of six … ], …}',
      findings: [{ at: 'foo=1: /Data', expected: 'the same cash machines', got: 'others than in x1' }],
    },
  }),
]
