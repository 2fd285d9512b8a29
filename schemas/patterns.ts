import { setFlagsFromString } from 'node:v8'
import { createContext, Script } from 'node:vm'

// Lets V8 finish in linear time what would backtrack without end, where a pattern has no look-around, no reference back
// and no flag. It is asked for before the first pattern of a contract is compiled.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

/** Milliseconds that one test may take; patterns that are meant well take microseconds. */
const longest = 1000
/** Characters up to which a test needs no watch: fewer where a group repeats, as those can take exponential time. */
const short = (pattern: string): number => (/\)[*+{]/.test(pattern) ? 16 : 1000)

const watched = createContext({})
const script = new Script('pattern.test(text)')

const testWatched = (pattern: RegExp, text: string): boolean => {
  Object.assign(watched, { pattern, text })
  try {
    return script.runInContext(watched, { timeout: longest }) as boolean
  } catch {
    throw new Error(
      `the pattern ${pattern.source} of the contract takes more than ${longest} ms on a string of ${text.length} characters: expected a pattern without nested repetitions`,
    )
  } finally {
    Object.assign(watched, { pattern: undefined, text: undefined })
  }
}

const compiled = (pattern: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return undefined
  }
}

/** Where a pattern means another thing with the flag `u`, though the text has only characters of 16 bits. */
const needsUnicode = /\\[pP]\{|\\u\{|[\uD800-\uDFFF]/

/** A pattern of a contract, as ajv wants it. */
export interface Pattern {
  /** Throws when the answer would take longer than a second: an error of the contract, whatever the text is. */
  readonly test: (text: string) => boolean
}

const patterns = new Map<string, Pattern | undefined>()

const make = (source: string): Pattern | undefined => {
  const plain = compiled(source, '')
  // JSON Schema wants the flag `u`, which forbids escapes such as `\-` that are common: they are read without it.
  const unicode = compiled(source, 'u') ?? plain
  if (unicode === undefined) return undefined
  const exact = plain !== undefined && !needsUnicode.test(source) ? plain : unicode
  const limit = short(source)
  return {
    test: (text) => {
      const pattern = exact !== unicode && /[\uD800-\uDFFF]/.test(text) ? unicode : exact
      return text.length <= limit ? pattern.test(text) : testWatched(pattern, text)
    },
  }
}

/** A pattern by its source, compiled once; undefined when it is no regular expression. */
export const patternOf = (source: string): Pattern | undefined => {
  if (!patterns.has(source)) patterns.set(source, make(source))
  return patterns.get(source)
}
