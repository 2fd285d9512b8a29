import { interactionIdLeftOut, interactionIdOnErrors, interactionIdReturned } from '../../../checks/interaction-id.ts'
import { contentTypeParameters, jsonIsLabelled } from '../../../checks/media-type.ts'
import { succeeded } from '../../../checks/status.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { idOptionalOnSuccess, resourceContracts, token } from '../operations.ts'

const resources = { contracts: resourceContracts }
const optional: readonly string[] = idOptionalOnSuccess

/** UAE-HDR-001: declared errors belong to UAE-HDR-003. */
export const interactionIdComesBack: ExchangeRule = {
  id: 'UAE-HDR-001',
  requirements: ['UAE-HDR-001'],
  level: 'MUST',
  about: 'hub',
  title: 'An answer carries the interaction id of its request',
  cites: [
    cite.guide('security/request-headers.md, x-fapi-interaction-id'),
    cite.accountInformation('response headers of every 200'),
  ],
  defects: ['interaction-id-replaced'],
  on: 'exchange',
  check: interactionIdReturned({
    ...resources,
    requiredOn: (exchange, { operation }) => succeeded(exchange) && !optional.includes(operation.id),
  }),
  observe: interactionIdLeftOut,
  example: {
    breaks: `GET /accounts
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab

200
x-fapi-interaction-id: 00000000-0000-4000-8000-000000000000`,
    findings: [
      {
        at: 'header x-fapi-interaction-id',
        expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab',
        got: '00000000-0000-4000-8000-000000000000',
      },
    ],
  },
}

/** UAE-HDR-003: declared errors of a call that reached the API, 429 apart. */
export const interactionIdOnDeclaredErrors: ExchangeRule = {
  id: 'UAE-HDR-003',
  requirements: ['UAE-HDR-003'],
  level: 'MUST',
  about: 'hub',
  title: 'A declared error carries the interaction id of its request',
  cites: [cite.accountInformation('response headers of 400, 401, 403, 405, 406 and 500')],
  defects: ['interaction-id-lost-on-errors'],
  on: 'exchange',
  check: interactionIdOnErrors(resources),
  example: {
    breaks: `GET /accounts
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab

401`,
    findings: [
      { at: 'header x-fapi-interaction-id', expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab', got: 'nothing' },
    ],
  },
}

/** UAE-HDR-015: the token endpoint belongs to UAE-TOK-015. */
export const jsonSaysSo: ExchangeRule = {
  id: 'UAE-HDR-015',
  requirements: ['UAE-HDR-015'],
  level: 'MUST',
  about: 'hub',
  title: 'JSON with status 200 or 201 is labelled application/json, in UTF-8',
  cites: [cite.accountInformation('content of every 200'), cite.authorizationEndpoints('POST /par, content of 200')],
  defects: ['media-type-text'],
  on: 'exchange',
  check: jsonIsLabelled({ except: [token] }),
  observe: contentTypeParameters,
  example: {
    breaks: `GET /accounts

200
content-type: text/plain

{"Data":{"Account":[]}}`,
    findings: [{ at: 'header content-type', expected: 'application/json', got: 'text/plain' }],
  },
}
