import { isDeepStrictEqual } from 'node:util'
import type { Answered, Asked, Change } from '../defects/answered.ts'
import type { BehaviourName } from '../defects/behaviours.ts'
import { headerOf, withHeader } from '../defects/reading.ts'
import type { Speech } from '../face.ts'
import { defaultRateLimit } from '../options.ts'
import { gateway, type OwnAnswers, type Reached } from '../resources/gateway.ts'
import { errorBody } from './answer.ts'
import { authorisationServer } from './authorisation.ts'
import { openBook } from './book.ts'
import { own } from './call.ts'
import type { BahrainBehaviour } from './defects/behaviours.ts'
import { dispatch, type Methods } from './dispatch.ts'
import { parsed } from './json.ts'
import { operations } from './operations.ts'
import { bases } from './places.ts'
import { type BahrainSetting, type Variant, variants } from './setting.ts'
import { detachedBy } from './signature.ts'

/** What can go wrong in the parts that both standards share. */
const shared: Readonly<Partial<Record<BehaviourName, BahrainBehaviour>>> = {
  'certificate-not-needed': 'bh-no-certificate-needed',
}

const signature = 'x-jws-signature'

/** An answer with changes made to it. Where they change the content of a signed body, it is signed anew. */
const changed = async (
  setting: BahrainSetting,
  changes: readonly Change[],
  before: Answered,
  asked: Asked,
): Promise<Answered> => {
  const after = changes.reduce((answer, change) => change(answer, asked), before)
  const jws = headerOf(after.headers, signature)
  const same = after.body === before.body || isDeepStrictEqual(parsed(after.body), parsed(before.body))
  if (jws === undefined || jws !== headerOf(before.headers, signature) || same) return after
  return { ...after, headers: withHeader(after.headers, signature, await detachedBy(setting, after.body)) }
}

/** Calls that a bank refuses of clients that wait when they are told to: more than these are a burst. */
const usualRefusals = 100

const ownAnswers = (setting: BahrainSetting): OwnAnswers => {
  let refused = 0
  const error = (status: number, code: string, message: string): Response =>
    new Response(errorBody(setting, status, { code, message }), {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
  const failed = (): Response => error(500, 'UnexpectedError', 'The bank failed to answer.')
  const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
    new Response(null, { status, headers: { ...headers, 'content-length': '0' } })
  return {
    unknownClient: () => error(403, own.client, 'A client certificate of the authority is required.'),
    tooMany(wait) {
      refused += 1
      const isBurst = refused > usualRefusals
      return isBurst && setting.has('bh-burst-fails') ? failed() : empty(429, { 'retry-after': String(wait) })
    },
    notFound: () => (setting.has('bh-unknown-path-is-200') ? Response.json({}) : empty(404)),
    failed,
  }
}

/** Answers by path of one API. */
const routesOf = (setting: BahrainSetting): Readonly<Record<string, (reached: Reached) => Promise<Response>>> => {
  const paths = new Map<string, Methods>()
  for (const operation of operations) {
    if (operation.variant !== undefined && operation.variant !== setting.variant) continue
    const path = `${bases[operation.api]}${operation.path}`
    paths.set(path, { ...paths.get(path), [operation.method]: operation })
  }
  return Object.fromEntries(
    [...paths].map(([path, methods]) => [path, (reached: Reached) => dispatch(setting, methods, reached)]),
  )
}

const isVariant = (name: string): name is Variant => variants.some((variant) => variant === name)

/** Bahrain's Open Banking Framework v1.0.0. */
export const bahrain: Speech = {
  root: '/open-banking/',
  audience: '/open-banking/v1.0',
  behind: 3_600_000,
  nameOf: (behaviour) => shared[behaviour],
  async open(common, options, changes) {
    const { variant = variants[0] } = options
    if (!isVariant(variant)) throw new Error(`there is no variant ${variant}; there are ${variants.join(', ')}`)
    const setting: BahrainSetting = {
      ...common,
      variant,
      book: openBook(),
      bases: {
        'account-information': `${common.issuer}${bases['account-information']}`,
        payments: `${common.issuer}${bases.payments}`,
      },
      has: common.hasDefect,
    }
    return {
      resources: setting.bases,
      authorise: await authorisationServer(setting, changes),
      serve: gateway({
        setting,
        limit: options.rateLimit ?? defaultRateLimit,
        own: ownAnswers(setting),
        routes: routesOf(setting),
        ...(changes.length > 0 && { spoil: (answer, asked) => changed(setting, changes, answer, asked) }),
      }),
    }
  },
}
