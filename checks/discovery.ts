import { json } from '../engine/exchange.ts'
import type { Check } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding } from './findings.ts'

const isHttps = (value: unknown): boolean =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' && /^https:\/\//i.test(value)

/** The discovery document holds these members, each an absolute https URL. */
export const namesEndpoints =
  (members: readonly string[]): Check =>
  ({ response }) => {
    const document = object(json(response))
    if (document === undefined) return [finding('body', 'a JSON object', response.body)]
    return members.flatMap((name) =>
      isHttps(document[name]) ? [] : [finding(`/${name}`, 'an absolute https URL', document[name])],
    )
  }
