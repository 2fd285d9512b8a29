import type { Exchange } from '../exchange.ts'
import { memory } from '../memory.ts'
import { type Answer, type ExchangeRule, type Given, type Rule, type RunRule, silent, undecided } from '../rule.ts'
import type { Standard } from '../standard.ts'
import { agreed } from './agreement.ts'
import type { Bounds } from './bounds.ts'
import { bodyWatched, contrary, type Doubt, reasons, watched } from './doubts.ts'
import { hidesBody, holdsMasks, likelihood, masksBelow, possibilities } from './masks.ts'

/** How much of an exchange is known. */
export interface Known {
  /** It was recorded by a run of ours: what it was for, and when, is known. */
  readonly ours: boolean
  /** The body of the response is in the recording. */
  readonly body: boolean
  /** The bytes of the body are in the recording. */
  readonly exact: boolean
}

type Profile = Given['profile']

/** Judges what was recorded with care: an answer that hangs on what the recording does not tell is none. */
export interface Care {
  /** The standard with rules that are silent, or undecided, where they would have to guess. */
  readonly standard: Standard
  /** The exchange as those rules are to see it. */
  readonly see: (exchange: Exchange, known: Known) => Exchange
  /** What those rules may know of a profile that says only so much. */
  readonly given: (given: Given, known: Partial<Pick<Profile, 'clientId' | 'issuer' | 'redirectUri'>>) => Given
}

/** What is not known of an exchange. */
interface Unknown {
  /** Other exchanges that it may have been, over which an answer has to agree. */
  readonly others: () => readonly Exchange[]
  /** What is answered where they differ. */
  readonly otherwise: Answer
  /** Only what a check asked for matters: the others are not looked at where it asked for nothing in doubt. */
  readonly watched: boolean
  /** Nothing is known of the body of the response. */
  readonly hidden: boolean
}

const masked = undecided('what decides it is masked in this recording')
const missing = silent('what decides it is not in the recording')

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What a rule on the whole gathered from one exchange, and from each that it may have been instead. */
interface Gathered {
  readonly pieces: readonly unknown[]
  readonly otherwise: Answer
}

const wayOf = (gathered: readonly Gathered[], way: number): readonly unknown[] =>
  gathered.flatMap(({ pieces }) => {
    const piece = pieces[Math.min(way, pieces.length - 1)]
    return piece === undefined ? [] : [piece]
  })

/** Opens the care for one recording, whose answers are told within bounds. */
export const openCare = (published: Standard, bounds: Bounds): Care => {
  const asked = new Set<Doubt>()
  const note = (doubt: Doubt): void => void asked.add(doubt)
  const unknown = memory<Exchange, Unknown>()

  const orNote = (value: string | undefined): string => {
    if (value === undefined) note('profile')
    return value ?? ''
  }

  /** An answer that asked for what the profile does not say is none. */
  const within = (answer: Answer): Answer => (asked.has('profile') ? silent(reasons.profile) : answer)

  /** Of what is found whatever the masks hide, that which is found as well with values that may well have stood there. */
  const certain = (answer: Answer, check: ExchangeRule['check'], exchange: Exchange, given: Given): Answer => {
    if ('silent' in answer || 'undecided' in answer || answer.length === 0) return answer
    const kept = answer.filter(({ at }) => !masksBelow(exchange, at))
    return kept.length === 0 ? masked : agreed([kept, check(likelihood(exchange), given)], masked)
  }

  const answerOf = (check: ExchangeRule['check'], exchange: Exchange, given: Given): Answer => {
    asked.clear()
    const about = unknown.get(exchange)
    const answer = check(about?.hidden ? bodyWatched(exchange, note) : exchange, given)
    if (about === undefined || (about.watched && (asked.size === 0 || 'silent' in answer))) return within(answer)
    // Who does not look at a body that is hidden is not misled by it.
    if (about.hidden && asked.has('body')) return within(about.otherwise)
    const otherwise = about.watched ? silent([...asked].map((one) => reasons[one]).join('; ')) : about.otherwise
    const both = agreed([answer, ...about.others().map((one) => check(one, given))], otherwise)
    return within(about.otherwise === masked ? certain(both, check, exchange, given) : both)
  }

  const onExchange = (rule: ExchangeRule): ExchangeRule => ({
    ...rule,
    check(exchange, given) {
      return bounds.told(rule.id, exchange, answerOf(rule.check, exchange, given))
    },
  })

  const onRun = (rule: RunRule<unknown>): RunRule<Gathered> => ({
    ...rule,
    gather(exchange, given) {
      asked.clear()
      const first = rule.gather(exchange, given)
      const about = unknown.get(exchange)
      const others = about === undefined || (about.watched && asked.size === 0) ? [] : about.others()
      const pieces = [first, ...others.map((one) => rule.gather(one, given))]
      return pieces.every((one) => one === undefined) ? undefined : { pieces, otherwise: about?.otherwise ?? missing }
    },
    check(gathered, given) {
      asked.clear()
      const ways = Math.max(1, ...gathered.map(({ pieces }) => pieces.length))
      const first = rule.check(wayOf(gathered, 0), given)
      const rest = Array.from({ length: ways - 1 }, (_, way) => rule.check(wayOf(gathered, way + 1), given))
      const otherwise = gathered.some((one) => one.otherwise === masked) ? masked : missing
      return within(agreed([first, ...rest], otherwise))
    },
    ...(rule.observe && { observe: (gathered, given) => rule.observe?.(wayOf(gathered, 0), given) ?? {} }),
  })

  const careful = (rule: Rule): Rule => {
    if (rule.on === 'exchange') return onExchange(rule)
    return rule.on === 'run' ? onRun(rule) : rule
  }

  return {
    standard: {
      ...published,
      rules: published.rules.map(careful),
      suites: published.suites.map((suite) => ({ ...suite, rules: suite.rules.map(careful) })),
    },
    see(exchange, { ours, body, exact }) {
      const masks = holdsMasks(exchange)
      if (ours && !masks && body) return exchange
      const [first = exchange, ...more] = masks ? possibilities(exchange) : [exchange]
      const seen = ours ? { ...first } : watched(first, exact, note)
      unknown.set(seen, {
        others: once(() => [...more, ...(ours ? [] : [contrary(first, exact)])]),
        otherwise: masks ? masked : missing,
        watched: !masks && body,
        hidden: !body || hidesBody(exchange),
      })
      return seen
    },
    given: (given, known) => ({
      ...given,
      profile: {
        samples: given.profile.samples,
        get clientId() {
          return orNote(known.clientId)
        },
        get issuer() {
          return orNote(known.issuer)
        },
        get redirectUri() {
          return orNote(known.redirectUri)
        },
      },
    }),
  }
}
