import type { PushOptions } from '../../../../engine/session.ts'

type Claims = Readonly<Record<string, unknown>>

/** How a push differs from a good one. */
export type Difference = Omit<PushOptions, 'purpose'>

/** What a row may know beside the claims that it changes: addresses of the authorization server. */
export interface Known {
  readonly token: string
  readonly par: string
}

/** One thing in which a push differs from a good one, and what is to come of it. */
export interface Row {
  /** What is sent: `no nbf`, `redirect_uri on another host`. */
  readonly name: string
  /** `either`: both answers are good, and the one that came is observed. */
  readonly answer: 'refused' | 'accepted' | 'either'
  readonly differs: Difference | ((known: Known) => Difference)
  /** It is pushed twice, and the second answer counts. */
  readonly twice?: true
  /** It lies so close to a bound that it is left out where the clocks of both sides differ. */
  readonly sameClock?: true
}

const row =
  (answer: Row['answer']) =>
  (name: string, differs: Row['differs'], more: Pick<Row, 'twice' | 'sameClock'> = {}): Row => ({
    name,
    answer,
    differs,
    ...more,
  })

export const [refused, accepted, either] = [row('refused'), row('accepted'), row('either')]

/** Other claims of the request object; undefined leaves one out. */
export const claims = (change: Claims | ((usual: Claims) => Claims)): Difference => ({
  claims: (usual) => ({ ...usual, ...(typeof change === 'function' ? change(usual) : change) }),
})

/** Claims that lie so many seconds after the `nbf` of a good request object, which is the moment of the push. */
export const moments = (seconds: Readonly<Record<string, number>>): Difference =>
  claims(({ nbf }) => Object.fromEntries(Object.entries(seconds).map(([name, later]) => [name, Number(nbf) + later])))

const firstOf = (usual: Claims): Claims => {
  const [first] = Array.isArray(usual.authorization_details) ? usual.authorization_details : []
  return typeof first === 'object' && first !== null ? first : {}
}

/** Other members of the one element of the authorization details. */
export const element = (change: Claims | ((usual: Claims) => Claims)): Difference =>
  claims((usual) => {
    const first = firstOf(usual)
    return { authorization_details: [{ ...first, ...(typeof change === 'function' ? change(first) : change) }] }
  })

/** Other members of the consent in the authorization details. */
export const consent = (change: Claims | ((usual: Claims) => Claims)): Difference =>
  element((usual) => {
    const given = (usual.consent ?? {}) as Claims
    return { consent: { ...given, ...(typeof change === 'function' ? change(given) : change) } }
  })

/** An end of the consent so many days after the push, as it is written. */
export const ends = (days: number, write: (moment: Date) => string = (moment) => moment.toISOString()): Difference => ({
  claims(usual) {
    const end = write(new Date((Number(usual.nbf) + days * 86_400) * 1000))
    return consent({ ExpirationDateTime: end }).claims?.(usual) ?? usual
  },
})

/** Other claims of the client assertion; undefined leaves one out. */
export const assertion = (change: Claims | ((usual: Claims) => Claims)): Difference => ({
  assertion: { claims: (usual) => ({ ...usual, ...(typeof change === 'function' ? change(usual) : change) }) },
})

/** Other fields of the form; undefined leaves one out. */
export const form = (
  change: (usual: Readonly<Record<string, string>>) => Readonly<Record<string, string | undefined>>,
): Difference => ({
  form(usual) {
    const changed = Object.entries({ ...usual, ...change(usual) })
    return Object.fromEntries(changed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  },
})
