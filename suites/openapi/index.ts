import type { OperationFacts } from '../../engine/contract.ts'
import type { Standard, Suite } from '../../engine/standard.ts'
import type { JsonObject } from '../../schemas/openapi.ts'
import { member, resolved } from '../../schemas/values/resolved.ts'
import { requirementsOf } from '../catalogue.ts'
import type { Asking } from './asking.ts'
import { described } from './infer/described.ts'
import { credentialHeaders } from './infer/security.ts'
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

/** Whether every success that the document declares of an operation has a body in JSON with a schema. */
const hasBody = (document: JsonObject, facts: OperationFacts): boolean => {
  const responses = member(document, described(document, facts).operation, 'responses') ?? {}
  const goods = Object.keys(responses).filter((status) => /^2/.test(status))
  const telling = goods.length > 0 ? goods : Object.keys(responses).filter((status) => status === 'default')
  return (
    facts.method !== 'HEAD' &&
    telling.length > 0 &&
    telling.every((status) => {
      const content = Object.entries(member(document, member(document, responses, status), 'content') ?? {})
      return (
        content.length > 0 &&
        content.every(
          ([type, media]) =>
            /[/+]json$/i.test(type.split(';')[0]?.trim() ?? '') && resolved(document, media)?.schema !== undefined,
        )
      )
    })
  )
}

/** The standard of any API that has an OpenAPI document: what the document and HTTP ask, and no more. */
export const openApiStandard = (options: OpenApiOptions): Standard => {
  const { contract } = options
  const operations = [...contract.operations.keys()]
  const scope = { contracts: [contract.name] }
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
      ...bodyRules(
        scope,
        [...contract.operations.values()].filter((one) => hasBody(options.document, one)).map(({ id }) => id),
      ),
      strictRule(scope, options.strict ?? false),
      ...statusRules(scope),
      ...headerRules(scope),
    ],
    personal: [],
    credentials: credentialHeaders(options.document),
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
