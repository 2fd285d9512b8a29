import type { Exchange } from '../engine/exchange.ts'
import type { Finding } from '../engine/rule.ts'
import { at, carried, object } from './body.ts'
import { finding, nothing } from './findings.ts'

/** Where the things of an answer are: a list, or one object. */
interface Things {
  readonly path: readonly string[]
}

interface Thing {
  readonly place: string
  readonly members: Readonly<Record<string, unknown>>
}

/** The things of an answer, each with its place. */
const thingsIn = (exchange: Exchange, { path }: Things): readonly Thing[] => {
  const content = carried(exchange)
  const found = at(content?.value, ...path)
  const place = `${content?.at ?? ''}/${path.join('/')}`
  const listed = Array.isArray(found) ? found.map((one, index) => [`${place}/${index}`, one]) : [[place, found]]
  return listed.flatMap(([where, one]) => {
    const members = object(one)
    return members === undefined ? [] : [{ place: String(where), members }]
  })
}

/** Things of a kind that was not asked for. One that does not tell its kind is passed over. */
export const otherKinds = (
  exchange: Exchange,
  asked: Things & { readonly member: string; readonly kinds: readonly string[] },
): readonly Finding[] =>
  thingsIn(exchange, asked).flatMap(({ place, members }) => {
    const kind = members[asked.member]
    return kind === undefined || asked.kinds.includes(String(kind))
      ? []
      : [finding(`${place}/${asked.member}`, asked.kinds.join(' or '), kind, exchange)]
  })

/** The kinds that things of an answer tell, in order, as often as they come. */
export const kindsIn = (exchange: Exchange, asked: Things & { readonly member: string }): readonly string[] =>
  thingsIn(exchange, asked).flatMap(({ members }) => {
    const kind = members[asked.member]
    return typeof kind === 'string' ? [kind] : []
  })

/** Members that are there although they are withheld. What they hold is not repeated: it is personal. */
export const notWithheld = (
  exchange: Exchange,
  withheld: Things & { readonly members: readonly string[] },
): readonly Finding[] =>
  thingsIn(exchange, withheld).flatMap(({ place, members }) =>
    withheld.members.flatMap((name) =>
      name in members ? [finding(`${place}/${name}`, nothing, 'the member', exchange)] : [],
    ),
  )
