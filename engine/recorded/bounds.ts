import type { Exchange } from '../exchange.ts'
import { type Answer, silent } from '../rule.ts'

/** Keeps what is told of a large recording small, and nothing that decides is lost: some findings of every place stay. */
export interface Bounds {
  /** The answer with those findings alone that are still told; counted are the others. */
  readonly told: (rule: string, exchange: Exchange, answer: Answer) => Answer
  /** Whether a verdict may name an exchange. */
  readonly named: (exchange: Exchange) => boolean
  /** Findings that are only counted. */
  readonly further: () => number
}

/** Exchanges that a verdict names, and those that are told of one place of an answer. */
const mostExchanges = 20
/** Places of answers that are told of one rule and operation. */
const mostPlaces = 1000

const more = silent('more of what was found before')

/** Opens the bounds of one recording. The same exchange is always answered alike, however often it is asked about. */
export const openBounds = (): Bounds => {
  const held = new Map<string, string[]>()
  const places = new Map<string, Map<string, string[]>>()
  const names = new WeakSet<Exchange>()
  let further = 0

  /** Whether an exchange is among the first of a list, to which it is added while there is room. */
  const among = (ids: string[], { id }: Exchange): boolean => {
    if (ids.includes(id)) return true
    if (ids.length >= mostExchanges) return false
    ids.push(id)
    return true
  }

  const heldAs = (key: string): string[] => {
    const known = held.get(key) ?? []
    held.set(key, known)
    return known
  }

  return {
    told(rule, exchange, answer) {
      if ('silent' in answer) return answer
      const key = `${rule} ${exchange.operation}`
      if ('undecided' in answer || answer.length === 0) {
        if (among(heldAs(`${'undecided' in answer} ${key}`), exchange)) names.add(exchange)
        return answer
      }
      const known = places.get(key) ?? new Map<string, string[]>()
      places.set(key, known)
      const kept = answer.filter(({ at }) => {
        const ids = known.get(at) ?? []
        if (ids.length === 0 && known.size >= mostPlaces) return false
        known.set(at, ids)
        return among(ids, exchange)
      })
      further += answer.length - kept.length
      if (kept.length === 0) return more
      names.add(exchange)
      return kept
    },
    named: (exchange) => names.has(exchange),
    further: () => further,
  }
}
