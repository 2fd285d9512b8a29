import { finding } from '../../../checks/findings.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, type Finding, type RunRule, silent, undecided } from '../../../engine/rule.ts'
import { everywhere, onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { rowOf } from './answers.ts'
import { isVersion, type ResourceUrl, resourceUrls } from './resource-urls.ts'

const structure = [cite.questions('structure of resource URI path')] as const

const onePerPath = (urls: readonly ResourceUrl[]): readonly ResourceUrl[] =>
  urls.filter(({ path }, index) => urls.findIndex((other) => other.path === path) === index)

/** Judges the URLs that tell what it needs; those that do not have a finding of another rule. */
const eachUrl =
  (tells: (url: ResourceUrl) => boolean, judge: (url: ResourceUrl, exchange: Exchange) => readonly Finding[]): Check =>
  (exchange, given) => {
    const urls = onePerPath(resourceUrls(exchange, given))
    if (urls.length === 0) return silent('no URL of a resource')
    const told = urls.filter(tells)
    const found = told.flatMap((url) => judge(url, exchange))
    return found.length > 0 || told.length === urls.length
      ? found
      : undecided('a path does not tell where to count from, for which there is another rule')
  }

const groups: Readonly<Record<string, string>> = { 'account-information': 'aisp', payments: 'pisp' }

/** No page says in which group these are. */
const ofAnyGroup = 'GET /sharing-product-details'

const groupOf = (exchange: Exchange): string | undefined => {
  const row = rowOf(exchange)
  return row === undefined || row.id === ofAnyGroup ? undefined : groups[row.api]
}

const links = (self: string): string => `GET /accounts\n\n200\n{"Links":{"Self":"https://bank.example${self}"}, …}`

/** How the paths of resources are made, one URL at a time. */
export const uris: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-URI-001',
    level: levels('BH-URI-001'),
    about: 'bank',
    title: 'The path of a resource has the segment open-banking',
    cites: structure,
    defect: 'bh-self-without-open-banking',
    check: eachUrl(
      () => true,
      ({ at, path, prefix }) => (prefix === undefined ? [finding(`${at}, path`, 'a segment open-banking', path)] : []),
    ),
    example: {
      breaks: links('/v1.0/aisp/accounts'),
      findings: [{ at: '/Links/Self, path', expected: 'a segment open-banking', got: '/v1.0/aisp/accounts' }],
    },
  }),
  everywhere({
    id: 'BH-URI-002',
    level: levels('BH-URI-002'),
    about: 'bank',
    title: 'The version in a path is v and two numbers',
    cites: structure,
    defect: 'bh-version-of-one-number',
    check: eachUrl(
      ({ prefix }) => prefix !== undefined,
      (url) =>
        isVersion(url.version) ? [] : [finding(`${url.at}, version`, 'v and two numbers, such as v1.0', url.version)],
    ),
    example: {
      breaks: links('/open-banking/v1/aisp/accounts'),
      findings: [{ at: '/Links/Self, version', expected: 'v and two numbers, such as v1.0', got: 'v1' }],
    },
  }),
  everywhere({
    id: 'BH-URI-003',
    level: levels('BH-URI-003'),
    about: 'bank',
    title: 'The group in a path is aisp for account information and pisp for payments',
    cites: structure,
    defect: 'bh-group-of-britain',
    check: (exchange, given) => {
      const group = groupOf(exchange)
      if (group === undefined) return silent('no group is named for this operation')
      return eachUrl(
        (url) => isVersion(url.version),
        (url) => (url.group === group ? [] : [finding(`${url.at}, group`, group, url.group)]),
      )(exchange, given)
    },
    example: {
      breaks: links('/open-banking/v1.0/cbpii/accounts'),
      findings: [{ at: '/Links/Self, group', expected: 'aisp', got: 'cbpii' }],
    },
  }),
]

interface Place extends Pick<ResourceUrl, 'at'> {
  readonly exchange: string
  readonly where: string
}

const isRequest = ({ at }: Place): boolean => at === 'request URL'

/** Every other host or prefix than the first one, where it is first met. */
const faultsOf = (places: readonly Place[]): readonly Finding[] => {
  const [first] = places
  return places.flatMap(({ at, where, exchange }, index) =>
    first === undefined || where === first.where || places.findIndex((one) => one.where === where) < index
      ? []
      : [finding(`${at}, host and prefix`, `${first.where}, as in ${first.exchange}`, where, { id: exchange })],
  )
}

/**
 * Requests are compared with requests and links with links: that a bank is reached under another name than it has, through
 * a proxy or a tunnel, is no fault of its own, and only a person is able to tell.
 */
export const oneHost: RunRule<readonly Place[]> = onRun<readonly Place[]>({
  id: 'BH-URI-004',
  level: levels('BH-URI-004'),
  about: 'bank',
  title: 'All resources have one host name and one path prefix',
  cites: structure,
  defect: 'bh-balances-linked-elsewhere',
  suite: 'bahrain/headers',
  gather: (exchange, given) => {
    const places = resourceUrls(exchange, given).flatMap(({ at, host, prefix }): readonly Place[] =>
      prefix === undefined ? [] : [{ at, exchange: exchange.id, where: `${host}/${prefix}` }],
    )
    return places.length === 0 ? undefined : places
  },
  check: (pieces) => {
    const places = pieces.flat()
    if (places.length < 2) return undecided('fewer than two URLs of resources have the segment open-banking')
    const [asked, linked] = [places.filter(isRequest), places.filter((one) => !isRequest(one))]
    const found = [...faultsOf(asked), ...faultsOf(linked)]
    const [from, to] = [asked[0]?.where, linked[0]?.where]
    return found.length > 0 || from === undefined || to === undefined || from === to
      ? found
      : undecided(`the bank is reached as ${from}, and its links say ${to}`)
  },
  example: {
    breaks: `x1 GET /accounts\n{"Links":{"Self":"https://bank.example/open-banking/v1.0/aisp/accounts"}, …}

x2 GET /balances\n{"Links":{"Self":"https://other.example/open-banking/v1.0/aisp/balances"}, …}`,
    findings: [{ at: '/Links/Self, host and prefix', expected: 'bank.example/, as in x1', got: 'other.example/' }],
  },
})
