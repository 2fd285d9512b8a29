import type { Standard, Suite } from '../../engine/standard.ts'
import { requirementsOf } from '../catalogue.ts'
import type { Asking } from './asking.ts'
import { promisesBody, promisesHeader } from './infer/promised.ts'
import { credentialHeaders, credentialParameters } from './infer/security.ts'
import { accessRules } from './rules/access.ts'
import { bodyRules, strictRule } from './rules/bodies.ts'
import { goodCallRules } from './rules/good-calls.ts'
import { headerRules } from './rules/headers.ts'
import { inputRules } from './rules/input.ts'
import { statusRules } from './rules/statuses.ts'
import { openedSample } from './sample.ts'
import { scenariosOf } from './scenarios.ts'

/** What is asked of an API by its document alone, and how. */
export interface OpenApiOptions extends Asking {
  /** Also members that the document does not declare and does not forbid. */
  readonly strict?: boolean
}

/** The standard of any API that has an OpenAPI document: what the document and HTTP ask, and no more. */
export const openApiStandard = (options: OpenApiOptions): Standard => {
  const { contract } = options
  const operations = [...contract.operations.keys()]
  const scope = { contracts: [contract.name] }
  const promising = (what: typeof promisesBody): readonly string[] =>
    [...contract.operations.values()].flatMap((one) => (what(options.document, one) ? [one.id] : []))
  const withBody = promising(promisesBody)
  const { calls, walks, bursts, ...kinds } = scenariosOf(options)
  const goodCalls: Suite = {
    id: 'openapi/good-calls',
    title: 'Good calls',
    operations,
    scenarios: [...calls, ...walks, ...bursts],
    rules: goodCallRules(calls, walks, bursts),
  }
  const refusals: Suite = {
    id: 'openapi/refusals',
    title: 'Refusals',
    operations: [],
    scenarios: Object.values(kinds).flat(),
    rules: [...accessRules(kinds), ...inputRules(kinds)],
  }
  return {
    id: 'openapi',
    title: 'OpenAPI',
    variants: ['3'],
    contracts: () => [contract],
    capabilities: {},
    suites: [goodCalls, refusals],
    rules: [
      ...bodyRules(scope, withBody),
      strictRule(scope, options.strict ?? false),
      ...statusRules(scope, { all: operations, withBody }),
      ...headerRules(scope, promising(promisesHeader)),
    ],
    personal: [],
    credentials: [
      ...credentialHeaders(options.document),
      ...credentialParameters(options.document).map((name) => name.toLowerCase()),
    ],
    requirements: () => requirementsOf('openapi'),
    exclusions: () => [],
  }
}

/** The same of a document without operations: for those who only want to know the rules. */
export const openApi: Standard = openApiStandard({
  ...openedSample({ paths: {} }),
  params: {},
  positive: false,
  write: false,
})
