/** Many fixed strings, looked for in a text in one pass: the longest one that starts at a place wins. */
export interface Needles {
  readonly add: (needle: string, replacement: string) => void
  /** Characters of the longest. */
  readonly longest: () => number
  /** How many there are. */
  readonly size: () => number
  readonly replace: (text: string) => string
  /** The replacements of all needles that occur. */
  readonly found: (text: string) => ReadonlySet<string>
}

/** Shorter strings are not worth a mask: they would hit by chance. */
export const shortestNeedle = 4

/** A word of letters, so short that it stands inside other words by chance. */
const shortWord = /^\p{L}{1,7}$/u

/** A letter right before a place, other than the end of an escape such as %2C. */
const letterBefore = /(?<!%[0-9A-Fa-f]?)\p{L}$/u
const letterAfter = /^\p{L}/u

/** Opens a set of needles. `words`: a short word is found only where it is a word by itself. */
export const needles = ({ words = false } = {}): Needles => {
  const byStart = new Map<string, { readonly lengths: number[]; readonly known: Map<string, string> }>()
  const starts = new Uint8Array(65_536)
  let count = 0
  let longest = 0
  const hash = (a: number, b: number): number => (a * 31 + b) & 0xffff

  const hitAt = (text: string, index: number): { needle: string; replacement: string } | undefined => {
    if (starts[hash(text.charCodeAt(index), text.charCodeAt(index + 1))] === 0) return undefined
    const here = byStart.get(text.slice(index, index + shortestNeedle))
    for (const length of here?.lengths ?? []) {
      const needle = text.slice(index, index + length)
      const replacement = here?.known.get(needle)
      if (replacement === undefined) continue
      const inside =
        words &&
        shortWord.test(needle) &&
        (letterBefore.test(text.slice(Math.max(0, index - 3), index)) ||
          letterAfter.test(text.slice(index + length, index + length + 2)))
      if (!inside) return { needle, replacement }
    }
    return undefined
  }

  return {
    size: () => count,
    longest: () => longest,
    add(needle, replacement) {
      if (needle.length < shortestNeedle) return
      const start = needle.slice(0, shortestNeedle)
      const { lengths, known } = byStart.get(start) ?? { lengths: [], known: new Map<string, string>() }
      if (known.has(needle)) return
      known.set(needle, replacement)
      count += 1
      longest = Math.max(longest, needle.length)
      if (!lengths.includes(needle.length)) lengths.push(needle.length)
      lengths.sort((a, b) => b - a)
      byStart.set(start, { lengths, known })
      starts[hash(needle.charCodeAt(0), needle.charCodeAt(1))] = 1
    },
    replace(text) {
      if (count === 0) return text
      let out = ''
      let from = 0
      for (let index = 0; index <= text.length - shortestNeedle; index += 1) {
        const hit = hitAt(text, index)
        if (hit === undefined) continue
        out += text.slice(from, index) + hit.replacement
        from = index + hit.needle.length
        index = from - 1
      }
      return from === 0 ? text : out + text.slice(from)
    },
    found(text) {
      const hits = new Set<string>()
      for (let index = 0; index <= text.length - shortestNeedle; index += 1) {
        const hit = hitAt(text, index)
        if (hit !== undefined) hits.add(hit.replacement)
      }
      return hits
    },
  }
}
