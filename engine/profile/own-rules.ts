import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { near } from '../near.ts'
import { type Answer, type Check, type ExchangeRule, silent } from '../rule.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { Standard } from '../standard.ts'
import type { RawProfile } from './read.ts'
import type { AnyProfile } from './schema.ts'

const text = z.string().min(1)

const ownRule = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/, 'expected an id such as ACME-001'),
  level: z.enum(['MUST', 'SHOULD', 'MAY']),
  title: text,
  about: z.enum(['bank', 'hub', 'client']).default('bank'),
  cites: z.array(z.strictObject({ source: text, place: text })).default([]),
  operations: z.array(text).optional(),
  check: z.custom<Check>((value) => typeof value === 'function', 'expected a function'),
})

const finding = z.strictObject({
  at: z.string(),
  expected: z.string(),
  got: z.string(),
  exchange: z.string().optional(),
})
const answer = z.union([
  z.array(finding),
  z.strictObject({ silent: z.string() }),
  z.strictObject({ undecided: z.string() }),
])

/** Fails on anything but an answer, so that the rule is `broken` and nobody is accused. */
const answering =
  (check: Check): Check =>
  (exchange, given) => {
    const said: unknown = check(exchange, given)
    if (said instanceof Promise) throw new Error('a check answers at once, this one returned a promise')
    const read = answer.safeParse(said)
    if (!read.success)
      throw new Error('expected a list of { at, expected, got }, { silent } or { undecided }, got something else')
    return read.data as Answer
  }

/** A check of some operations says nothing about the others. */
const about = (operations: readonly string[] | undefined, check: Check): Check =>
  operations === undefined
    ? check
    : (exchange, given) =>
        operations.includes(exchange.operation ?? '') ? check(exchange, given) : silent('another operation')

/** Prefixes of ids that belong to the standards. */
const prefixOf = (id: string): string => id.slice(0, id.indexOf('-'))

/**
 * The rules of one's own that a profile names: a module whose default export is a list of them. Throws a `SetUpFault`
 * naming the module, the rule and the field; the last of `standards` is that of the profile.
 */
export const ownRules = async (
  profile: Pick<AnyProfile, 'rules'>,
  raw: RawProfile,
  standards: readonly Standard[],
): Promise<readonly ExchangeRule[]> => {
  if (profile.rules === undefined) return []
  const at = `${raw.locate(['rules'])}: rules`
  const path = resolve(dirname(raw.path), profile.rules)
  const see = 'See docs/own-rules.md.'
  let module: { readonly default?: unknown }
  try {
    module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown }
  } catch (cause) {
    throw new SetUpFault(at, `${path} cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, see, {
      cause,
    })
  }
  const given = module.default
  if (!Array.isArray(given)) throw new SetUpFault(path, 'expected a list of rules as the default export', see)
  const taken = new Set(
    standards.flatMap((one) => [
      ...one.requirements().map(({ id }) => prefixOf(id)),
      ...[...one.rules, ...one.suites.flatMap(({ rules }) => rules)].map(({ id }) => prefixOf(id)),
    ]),
  )
  const seen = new Set<string>()
  const known = standards.at(-1)?.suites.flatMap((one) => one.operations) ?? []
  return given.map((one: unknown, index): ExchangeRule => {
    const read = ownRule.safeParse(one)
    const named = (one as { readonly id?: unknown } | null)?.id
    const where = `${path}: rule ${index + 1}${typeof named === 'string' ? ` (${named})` : ''}`
    if (!read.success) {
      const [issue] = read.error.issues
      throw new SetUpFault(where, `${issue?.path.join('.') || 'the rule'}: ${issue?.message}`, see)
    }
    const { id, cites, operations, check, ...facts } = read.data
    if (taken.has(prefixOf(id)))
      throw new SetUpFault(
        where,
        `ids that begin with ${prefixOf(id)}- belong to a standard`,
        'Take a prefix of your own.',
      )
    if (seen.has(id)) throw new SetUpFault(where, `${id} stands twice`, 'Give each rule an id of its own.')
    seen.add(id)
    for (const operation of operations ?? []) {
      if (known.includes(operation)) continue
      const guess = near(operation, known)
      const todo = guess === undefined ? see : `Did you mean ${guess}?`
      throw new SetUpFault(where, `there is no operation ${operation}: the rule would never be asked`, todo)
    }
    const [first = { source: 'own rules', place: profile.rules ?? '' }, ...rest] = cites
    return {
      ...facts,
      id,
      own: true,
      requirements: [id],
      cites: [first, ...rest],
      defects: [],
      on: 'exchange',
      ...(operations === undefined ? {} : { operations }),
      check: about(operations, answering(check)),
    }
  })
}
