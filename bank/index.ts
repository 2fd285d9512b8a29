import { randomBytes } from 'node:crypto'
import { library } from './authorisation/library.ts'
import { forgetChallenges } from './authorisation/mended-form.ts'
import { keepPushedRequests } from './authorisation/pushed-request.ts'
import { consentBook } from './consents.ts'
import type { BehaviourName } from './defects/behaviours.ts'
import { defectsNamed } from './defects/index.ts'
import { throwAwayFolder } from './folder.ts'
import { type SigningKey, signingKey } from './keys.ts'
import { openLedger } from './ledger/ledger.ts'
import { movementOn } from './movement.ts'
import { type BankOptions, defaultLifetimes, defaultRateLimit } from './options.ts'
import { places } from './places.ts'
import { profileOf } from './profile.ts'
import { listen } from './server.ts'
import type { RegisteredClient, Setting } from './setting.ts'
import { memoryStore } from './store.ts'

export { defects } from './defects/index.ts'
export type { BankOptions } from './options.ts'

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

type Needed = Omit<Setting, 'issuer' | 'resources' | 'signing' | 'clients' | 'beforeCall'>

/** Moves money every so many milliseconds until the function that it gives back is called. */
const movesEvery = (movement: BankOptions['movement'], move: () => void): (() => void) => {
  if (typeof movement !== 'object') return () => {}
  const timer = setInterval(move, movement.everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

const prepare = (options: BankOptions, names: ReadonlySet<string>): Needed => {
  const lifetimes = { ...defaultLifetimes, ...options.lifetimes }
  const misbehaves = (behaviour: BehaviourName): boolean => names.has(behaviour)
  const ledger = openLedger(options.now ?? new Date())
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
    consents: consentBook({ neverExpires: misbehaves('consent-never-expires') }),
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
 * Starts the embedded bank: authorization server, API hub and accounts of UAE Open Finance v2.1 on one HTTPS server with
 * mutual TLS. Throws for a defect or a user that does not exist, and where the port is taken.
 */
export const startBank = async (options: BankOptions = {}): Promise<RunningBank> => {
  const chosen = defectsNamed(options.defects ?? [])
  const changes = chosen.flatMap((defect) => (defect.kind === 'wire' ? [defect.change] : []))
  const keys = Promise.all([signingKey(), signingKey(), signingKey()])
  const modules = Promise.all([import('./authorisation/index.ts'), import('./resources/index.ts'), library()])
  const { makeCertificates } = await import('./certificates.ts')
  const certificates = await makeCertificates(['mizan-client-1', 'mizan-client-2'])
  const needed = prepare(options, new Set(chosen.map(({ name }) => name)))
  const [[authorisation, resources], [own, first, second]] = await Promise.all([modules, keys])
  const server = await listen(certificates, options.port ?? 0, { oldToo: needed.misbehaves('old-tls-offered') })
  const folder = throwAwayFolder()
  const move = movementOn(needed.ledger)
  const stop = movesEvery(options.movement, move)
  try {
    const issuer = `https://localhost:${server.port}`
    const setting: Setting = {
      ...needed,
      issuer,
      resources: `${issuer}${places.resources}`,
      signing: own,
      clients: clientsWith([first, second]),
      beforeCall: options.movement === 'per-call' ? () => void move() : () => {},
    }
    const authorise = await authorisation.authorisationServer(setting, changes)
    const serve = resources.resourceServer(setting, options.rateLimit ?? defaultRateLimit, changes)
    server.serve((request, response) =>
      request.url?.startsWith('/open-finance/') ? serve(request, response) : authorise(request, response),
    )
    return {
      issuer,
      folder: folder.path,
      profile: profileOf(setting, certificates, folder, options.user),
      move,
      close: async () => {
        stop()
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
