/** Many fixed strings, looked for in a text in one pass: the longest one that starts at a place wins. */
export interface Needles {
  readonly add: (needle: string, replacement: string) => void
  readonly replace: (text: string) => string
  /** The replacements of all needles that occur. */
  readonly found: (text: string) => ReadonlySet<string>
}

/** Shorter strings are not worth a mask: they would hit by chance. */
export const shortestNeedle = 4

export const needles = (): Needles => {
  const byStart = new Map<string, { needle: string; replacement: string }[]>()
  const starts = new Uint8Array(65_536)
  const hash = (a: number, b: number): number => (a * 31 + b) & 0xffff

  const hitAt = (text: string, index: number): { needle: string; replacement: string } | undefined => {
    if (starts[hash(text.charCodeAt(index), text.charCodeAt(index + 1))] === 0) return undefined
    return byStart.get(text.slice(index, index + shortestNeedle))?.find(({ needle }) => text.startsWith(needle, index))
  }

  return {
    add(needle, replacement) {
      if (needle.length < shortestNeedle) return
      const start = needle.slice(0, shortestNeedle)
      const known = byStart.get(start) ?? []
      if (known.some((one) => one.needle === needle)) return
      known.push({ needle, replacement })
      known.sort((a, b) => b.needle.length - a.needle.length)
      byStart.set(start, known)
      starts[hash(needle.charCodeAt(0), needle.charCodeAt(1))] = 1
    },
    replace(text) {
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
