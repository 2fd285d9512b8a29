import { badRequest, type Outcome } from '../../resources/call.ts'
import type { Call } from '../call.ts'
import type { BahrainSetting } from '../setting.ts'

/** Milliseconds for which a key is remembered. */
const day = 86_400_000

/** Characters of the longest key. */
const longest = 40

const field = 'x-idempotency-key'

interface Remembered {
  readonly body: string
  readonly id: string
  readonly at: number
}

const kept = new WeakMap<BahrainSetting, Map<string, Remembered>>()

const memoryOf = (setting: BahrainSetting): Map<string, Remembered> => {
  const known = kept.get(setting) ?? new Map<string, Remembered>()
  kept.set(setting, known)
  return known
}

/** What is wrong with the key of a request; undefined where nothing is. */
export const keyFault = ({ setting, headers }: Call): Outcome | undefined => {
  const key = headers.get(field)
  if (key === null || key === '') {
    return setting.has('bh-key-not-demanded')
      ? undefined
      : badRequest('Header.Missing', `The header ${field} is missing.`, field)
  }
  return key.length <= longest || setting.has('bh-long-key-taken')
    ? undefined
    : badRequest('Header.Invalid', `${field} has at most ${longest} characters.`, field)
}

/** What came of the same request before, by id; `other` where the key was used for another body. */
type Before = { readonly id: string; readonly other: boolean } | undefined

/** Looks up what a client made with the key of a request in the last 24 hours, and remembers what it makes now. */
export const idempotency = ({ setting, client, url, headers, body }: Call) => {
  const memory = memoryOf(setting)
  const key = headers.get(field)
  const place = `${client.id}\n${url.pathname}\n${key}`
  return {
    before: (): Before => {
      const known = key === null ? undefined : memory.get(place)
      if (known === undefined || known.at < Date.now() - day || setting.has('bh-key-ignored')) return undefined
      return { id: known.id, other: known.body !== body }
    },
    remember: (id: string): void => {
      if (key !== null) memory.set(place, { body, id, at: Date.now() })
    },
  }
}
