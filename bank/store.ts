/** What the authorization server keeps: plain data with an end. */
type Payload = Record<string, unknown>

/** Where one kind of thing is kept, in the shape that oidc-provider asks for. */
interface Adapter {
  readonly upsert: (id: string, payload: Payload, seconds?: number) => Promise<void>
  readonly find: (id: string) => Promise<Payload | undefined>
  readonly findByUid: (uid: string) => Promise<Payload | undefined>
  readonly findByUserCode: (code: string) => Promise<Payload | undefined>
  readonly consume: (id: string) => Promise<void>
  readonly destroy: (id: string) => Promise<void>
  readonly revokeByGrantId: (grantId: string) => Promise<void>
}

/** Changes a thing of a kind before it is kept: its content or its life in seconds. */
export type Amend = (kind: string, payload: Payload, seconds?: number) => { payload: Payload; seconds?: number }

export interface Store {
  readonly adapter: (kind: string) => Adapter
  /** An access token of either grant, also for an hour after its end. `match` decides whether a kept value is the one asked for. */
  readonly token: (match: (kept: string) => boolean) => Payload | undefined
}

interface Entry {
  readonly id: string
  readonly payload: Payload
  /** Milliseconds since the epoch. */
  readonly ends: number
}

const tokens = ['AccessToken', 'ClientCredentials'] as const
const sweepEvery = 500
const keptAfterEnd = 3_600_000

/** Kinds with which something is wrong. */
interface Spoiled {
  /** They are lost at once. */
  readonly forgotten?: readonly string[]
  /** Their first use is not remembered. */
  readonly usedForever?: readonly string[]
}

/** Keeps everything in memory until its time is over. `amend` may change what comes in. */
export const memoryStore = (amend: Amend, { forgotten = [], usedForever = [] }: Spoiled = {}): Store => {
  const kinds = new Map<string, Map<string, Entry>>()
  let writes = 0
  const of = (kind: string): Map<string, Entry> => {
    const known = kinds.get(kind) ?? new Map<string, Entry>()
    kinds.set(kind, known)
    return known
  }
  const alive = (entry: Entry | undefined): Payload | undefined =>
    entry !== undefined && entry.ends > Date.now() ? entry.payload : undefined
  const sweep = (): void => {
    writes += 1
    if (writes % sweepEvery !== 0) return
    const before = Date.now() - keptAfterEnd
    for (const entries of kinds.values()) {
      for (const [id, entry] of entries) if (entry.ends < before) entries.delete(id)
    }
  }
  const adapter = (kind: string): Adapter => ({
    upsert: async (id, given, seconds) => {
      sweep()
      if (forgotten.includes(kind)) return
      const amended = amend(kind, given, seconds)
      const ends = amended.seconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + amended.seconds * 1000
      of(kind).set(id, { id, payload: amended.payload, ends })
    },
    find: async (id) => alive(of(kind).get(id)),
    findByUid: async (uid) => alive([...of(kind).values()].find((entry) => entry.payload.uid === uid)),
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const entry = of(kind).get(id)
      if (entry && !usedForever.includes(kind)) entry.payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => {
      of(kind).delete(id)
    },
    revokeByGrantId: async (grantId) => {
      for (const entries of kinds.values()) {
        for (const [id, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(id)
      }
    },
  })
  return {
    adapter,
    token: (match) => {
      for (const kind of tokens) for (const entry of of(kind).values()) if (match(entry.id)) return entry.payload
      return undefined
    },
  }
}
