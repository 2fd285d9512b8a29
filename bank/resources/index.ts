import type { Answered, Asked, Change } from '../defects/answered.ts'
import type { Listener } from '../face.ts'
import type { RateLimit } from '../options.ts'
import { apis, olderOpenings } from '../places.ts'
import type { Setting } from '../setting.ts'
import { olderOpeningOperations } from './account-opening.ts'
import { errorBody, signAgain, signedContent } from './answer.ts'
import { dispatch } from './dispatch.ts'
import { gateway, type OwnAnswers, type Reached } from './gateway.ts'
import { apiOperations } from './operations.ts'

/**
 * An answer with changes made to it. What changes nothing but the JSON of a body changes that of a signed body, which is
 * then signed anew: one resource has the same data in both representations.
 */
const changed = async (
  setting: Setting,
  changes: readonly Change[],
  before: Answered,
  asked: Asked,
): Promise<Answered> => {
  let answer = before
  for (const change of changes) {
    const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
    const content = signedContent(answer.body, type)
    const inside = content === undefined ? undefined : { ...answer, body: JSON.stringify(content) }
    const spoilt = inside && change(inside, asked)
    answer =
      spoilt !== undefined && spoilt !== inside && spoilt.status === answer.status && spoilt.headers === answer.headers
        ? { ...answer, body: await signAgain(setting, answer.body, JSON.parse(spoilt.body)) }
        : change(answer, asked)
  }
  return answer
}

const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...headers, 'content-length': '0' } })

const own: OwnAnswers = {
  unknownClient: () => new Response('A client certificate of the trust framework is required.\n', { status: 403 }),
  tooMany: (wait) => empty(429, { 'retry-after': String(wait) }),
  notFound: () => empty(404),
  failed: () =>
    Response.json(errorBody({ code: 'GenericError', message: 'The bank failed to answer.' }), { status: 500 }),
}

/** Starts the resource APIs; the listener answers every path below their base. */
export const resourceServer = (setting: Setting, limit: RateLimit, changes: readonly Change[]): Listener => {
  const served = [
    ...Object.entries(apis).map(([name, api]) => ({ ...api, ...apiOperations[name as keyof typeof apis] })),
    {
      base: olderOpenings,
      scope: apis['account-opening-service-initiation'].scope,
      operations: olderOpeningOperations,
    },
  ]
  const routes = served.flatMap(({ base, operations, ...api }) =>
    Object.entries(operations).map(
      ([path, methods]) =>
        [`${base}${path}`, (reached: Reached) => dispatch({ setting, ...api, ...reached }, methods)] as const,
    ),
  )
  return gateway({
    setting,
    limit,
    own,
    routes: Object.fromEntries(routes),
    ...(changes.length > 0 && { spoil: (answer, asked) => changed(setting, changes, answer, asked) }),
  })
}
