import { json } from '../engine/exchange.ts'
import { type Check, undecided } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding, noObject } from './findings.ts'

const isHttps = (value: unknown): boolean =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' && /^https:\/\//i.test(value)

/** The discovery document holds these members, each an absolute https URL. Any status but 200 is another matter. */
export const namesEndpoints =
  (members: readonly string[]): Check =>
  ({ response }) => {
    if (response.status !== 200) return undecided(`the discovery document was answered with ${response.status}`)
    const document = object(json(response))
    if (document === undefined) return [noObject(response)]
    return members.flatMap((name) =>
      isHttps(document[name]) ? [] : [finding(`/${name}`, 'an absolute https URL', document[name])],
    )
  }
