import type { DeliveryFacts, Facts, JwsFacts } from '../exchange.ts'
import { type Places, personalKind } from './learn.ts'
import { item } from './scan.ts'

/** How a text is masked wherever it stands, and a value that is known by its place. */
export interface Masks {
  readonly text: (text: string) => string
  readonly mask: (value: string, kind: string) => string
  readonly places: Places
}

type Members = Readonly<Record<string, unknown>>

const masked = (value: unknown, path: readonly string[], masks: Masks): unknown => {
  if (typeof value === 'string' || typeof value === 'number') {
    const kind = personalKind(path, masks.places)
    if (kind !== undefined && value !== '') return masks.mask(String(value), kind)
    const shown = masks.text(String(value))
    return shown === String(value) ? value : shown
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => masked(one, [...path, item], masks))
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [masks.text(name), masked(one, [...path, name], masks)]),
  )
}

/** Content of a signed body stands under `message`; its places are those of a body. */
const claimsOf = ({ message, ...claims }: Members, masks: Masks): Members => ({
  ...(masked(claims, [], masks) as Members),
  ...(message !== undefined && { message: masked(message, [], masks) }),
})

const jws = ({ header, claims, ...rest }: JwsFacts, masks: Masks): JwsFacts => ({
  ...rest,
  header: masked(header, [], masks) as Members,
  claims: claimsOf(claims, masks),
})

const delivery = ({ jwe, opened, authorization, ...rest }: DeliveryFacts, masks: Masks): DeliveryFacts => ({
  ...rest,
  ...(jwe && { jwe: masked(jwe, [], masks) as Members }),
  opened: 'failed' in opened ? { failed: masks.text(opened.failed) } : jws(opened, masks),
  // It is about servers: its `sub` is nobody's name.
  ...(authorization && { authorization: jws(authorization, { ...masks, places: [] }) }),
})

/**
 * What of the facts of an exchange may be written: sizes, and what was signed or encrypted, with names of members to be
 * seen and values masked like those of any body.
 */
export const decoded = ({ bytes, bodySha256, validUtf8, byteOrderMark, ...facts }: Facts, masks: Masks): Facts => ({
  ...{ bytes, bodySha256, validUtf8, ...(byteOrderMark && { byteOrderMark }) },
  ...(facts.jws && { jws: jws(facts.jws, masks) }),
  ...(facts.delivery && { delivery: delivery(facts.delivery, masks) }),
})
