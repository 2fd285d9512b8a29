import type { Kept } from '../redact/learn.ts'
import { readEntries } from './entries.ts'
import type { Entry } from './entry.ts'
import { fingerprintOf } from './repeats.ts'
import { secretsByName, secretsInBodies } from './secrets.ts'

/** What is to be read, and how. */
export interface Wanted {
  readonly path: string
  /** What messages call it. */
  readonly shown: string
  /** Names of headers and parameters, in lower case, that the standard calls credentials, beside those that everybody knows. */
  readonly credentials: readonly string[]
}

/** An entry, with all that can be told of it without knowing which operation it called. */
export interface ReadEntry extends Entry {
  /** Of an answer that the server sent; the same for two entries that are the same in all that counts. */
  readonly fingerprint?: string
  readonly secrets: {
    /** Of headers and parameters, by their names. */
    readonly named: readonly Kept[]
    /** Of bodies, by the names of members: secrets only if the entry is of an API that is known. */
    readonly inBodies: readonly Kept[]
  }
}

/** The entries of a HAR file in their order, as `readEntries` gives them. */
export async function* readRecording({ path, shown, credentials }: Wanted): AsyncGenerator<ReadEntry> {
  for await (const entry of readEntries(path, shown)) {
    const { request, response, stored } = entry
    const named = secretsByName(entry, credentials)
    if (response === undefined || stored) yield { ...entry, secrets: { named, inBodies: [] } }
    else {
      const inBodies = secretsInBodies(request, response)
      yield { ...entry, fingerprint: fingerprintOf(entry), secrets: { named, inBodies } }
    }
  }
}
