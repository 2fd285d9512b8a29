import { randomBytes } from 'node:crypto'
import { defectsNamed } from './all-defects.ts'
import { library } from './authorisation/library.ts'
import { forgetChallenges } from './authorisation/mended-form.ts'
import { keepPushedRequests } from './authorisation/pushed-request.ts'
import type { BehaviourName } from './defects/behaviours.ts'
import { encryptionKey } from './events/encryption-key.ts'
import type { Speech } from './face.ts'
import { throwAwayFolder } from './folder.ts'
import { type SigningKey, signingKeys } from './keys.ts'
import { openLedger } from './ledger/ledger.ts'
import { movementOn } from './movement.ts'
import { type BankOptions, type BankStandard, defaultLifetimes } from './options.ts'
import { profileOf } from './profile.ts'
import { listen } from './server.ts'
import type { CommonSetting, RegisteredClient } from './setting.ts'
import { memoryStore } from './store.ts'

export { defects } from './all-defects.ts'
export { type BankOptions, type BankStandard, bankStandards, isBankStandard } from './options.ts'

/** A bank that answers until it is closed. */
export interface RunningBank {
  readonly issuer: string
  /** Private folder (0700) with the throw-away keys and certificates; gone after `close` and at the end of the process. */
  readonly folder: string
  /** What a profile file needs to reach this bank; all `{file}` paths are absolute. */
  readonly profile: Readonly<Record<string, unknown>>
  /**
   * Books a transaction on an account, or on the first one of the first customer, and gives back its id. Throws for an
   * account that nobody has.
   */
  readonly move: (account?: string) => string
  readonly close: () => Promise<void>
}

const clientsWith = (keys: readonly [SigningKey, SigningKey]): readonly RegisteredClient[] => [
  {
    id: 'mizan-client-1',
    name: 'Mizan Test Client',
    redirectUri: 'https://client.mizan.example/callback',
    signing: keys[0],
  },
  {
    id: 'mizan-client-2',
    name: 'Mizan Second Client',
    redirectUri: 'https://second.mizan.example/callback',
    signing: keys[1],
  },
]

type Needed = Omit<CommonSetting, 'issuer' | 'resources' | 'signing' | 'encryption' | 'ca' | 'clients' | 'beforeCall'>

/** Moves money every so many milliseconds until the function that it gives back is called. */
const movesEvery = (movement: BankOptions['movement'], move: () => void): (() => void) => {
  if (typeof movement !== 'object') return () => {}
  const timer = setInterval(move, movement.everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

const speeches: Readonly<Record<BankStandard, () => Promise<Speech>>> = {
  'uae-hub': async () => (await import('./hub.ts')).hub,
  bahrain: async () => (await import('./bahrain/index.ts')).bahrain,
}

const prepare = (options: BankOptions, { behind, nameOf }: Speech, names: ReadonlySet<string>): Needed => {
  const lifetimes = { ...defaultLifetimes, ...options.lifetimes }
  const misbehaves = (behaviour: BehaviourName): boolean => names.has(nameOf(behaviour) ?? '')
  const ledger = openLedger(new Date((options.now ?? new Date()).getTime() - behind))
  const password = (): string => randomBytes(12).toString('base64url')
  return {
    store: memoryStore(
      forgetChallenges(
        keepPushedRequests(lifetimes.requestUri, misbehaves('request-uri-never-expires')),
        misbehaves('code-verifier-ignored'),
      ),
      {
        forgotten: misbehaves('assertion-replay-accepted') ? ['ReplayDetection'] : [],
        usedForever: misbehaves('code-works-twice') ? ['AuthorizationCode'] : [],
      },
    ),
    ledger,
    paging: options.paging ?? 'snapshot',
    lifetimes,
    rotateRefreshToken: options.rotateRefreshToken ?? false,
    passwords: new Map(ledger.customers.map(({ username }) => [username, password()])),
    bare: options.bare ?? false,
    misbehaves,
    hasDefect: (name) => names.has(name),
  }
}

/**
 * Starts the embedded bank: authorization server and APIs of one standard on one HTTPS server with mutual TLS, UAE Open
 * Finance v2.1 unless said. Throws for a defect, a variant or a user that does not exist, and where the port is taken.
 */
export const startBank = async (options: BankOptions = {}): Promise<RunningBank> => {
  const standard = options.standard ?? 'uae-hub'
  const chosen = defectsNamed(options.defects ?? [], standard)
  const changes = chosen.flatMap((defect) => (defect.kind === 'wire' ? [defect.change] : []))
  const keys = Promise.all([signingKeys(), encryptionKey()])
  const modules = Promise.all([speeches[standard](), library()])
  const { makeCertificates } = await import('./certificates.ts')
  const certificates = await makeCertificates(['mizan-client-1', 'mizan-client-2'])
  const [[speech], [[own, first, second], encryption]] = await Promise.all([modules, keys])
  const needed = prepare(options, speech, new Set(chosen.map(({ name }) => name)))
  const server = await listen(certificates, options.port ?? 0, { oldToo: needed.misbehaves('old-tls-offered') })
  const folder = throwAwayFolder()
  const move = movementOn(needed.ledger)
  const stop = movesEvery(options.movement, move)
  try {
    const issuer = `https://localhost:${server.port}`
    const setting: CommonSetting = {
      ...needed,
      issuer,
      resources: `${issuer}${speech.audience}`,
      signing: own,
      encryption,
      ca: certificates.ca,
      clients: clientsWith([first, second]),
      beforeCall: options.movement === 'per-call' ? () => void move() : () => {},
    }
    const face = await speech.open(setting, options, changes)
    server.serve((request, response) =>
      request.url?.startsWith(speech.root) ? face.serve(request, response) : face.authorise(request, response),
    )
    return {
      issuer,
      folder: folder.path,
      profile: profileOf(setting, face.resources, certificates, folder, options.user),
      move,
      close: async () => {
        stop()
        face.close?.()
        folder.remove()
        await server.close()
      },
    }
  } catch (error) {
    stop()
    folder.remove()
    await server.close()
    throw error
  }
}
