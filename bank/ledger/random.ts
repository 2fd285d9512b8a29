/** A stream of numbers in [0, 1) that is the same for the same seed text (FNV-1a into mulberry32). */
export const randomFrom = (seed: string): (() => number) => {
  let state = 0x811c9dc5
  for (const unit of seed) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the values, by a number in [0, 1). */
export const pick = <Value>(values: readonly [Value, ...Value[]], at: number): Value =>
  values[Math.floor(at * values.length)] ?? values[0]
