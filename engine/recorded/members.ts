/** An entry of a recording that is not as HAR 1.2 has it. */
export class EntryFault extends Error {
  override readonly name = 'EntryFault'

  constructor(at: string, expected: string, got: unknown) {
    super(`${at}: expected ${expected}, got ${shown(got)}`)
  }
}

/** Characters of a text that a message repeats: a longer one may hold anything. */
const longest = 12

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = String(value)
  return text.length <= longest ? JSON.stringify(text) : `a text of ${text.length} characters`
}

/** The members of an object; undefined for anything else. */
export const optional = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

/** The members of an object. This and what follows throw an `EntryFault` for any other value. */
export const members = (value: unknown, at: string): Readonly<Record<string, unknown>> => {
  const found = optional(value)
  if (found === undefined) throw new EntryFault(at, 'an object', value)
  return found
}

export const list = (value: unknown, at: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw new EntryFault(at, 'a list', value)
  return value
}

export const text = (value: unknown, at: string): string => {
  if (typeof value !== 'string') throw new EntryFault(at, 'a text', value)
  return value
}

export const number = (value: unknown, at: string): number => {
  if (typeof value !== 'number') throw new EntryFault(at, 'a number', value)
  return value
}
