import { describe, expect, it } from 'vitest'
import { levelOf } from '../engine/plan/make-plan.ts'
import type { Level } from '../engine/rule.ts'
import { sourceOf } from './catalogue.ts'
import { standards } from './index.ts'

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY']
const modal = /\b(must|should|shall|may|might|can|could|would|ought|needs?)\b/i

it('have ids of their own', () => {
  const ids = standards.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(standards)('$id', (standard) => {
  const rules = [...standard.rules, ...standard.suites.flatMap((suite) => suite.rules)]
  const scenarios = standard.suites.flatMap((suite) => suite.scenarios)
  const catalogue = new Map(standard.requirements().map((one) => [one.id, one]))
  const contracts = standard.variants.flatMap((variant) => standard.contracts(variant))
  const known = new Set(contracts.flatMap(({ operations }) => [...operations.keys()]))
  const withoutContract = ['authorization', 'GET /.well-known/openid-configuration']

  it('has rules with ids of their own, each the first of the requirements that it serves', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(rules.filter(({ id, requirements }) => id.split('/')[0] !== requirements[0])).toEqual([])
  })

  it('serves requirements of its catalogue, at their level and no higher', () => {
    const faults = rules.flatMap((rule) =>
      rule.requirements.flatMap((id) => {
        const level = catalogue.get(id)?.level
        if (level === undefined) return [`${rule.id}: no requirement ${id}`]
        const expected = rule.id.includes('/') ? levels.slice(levels.indexOf(level)) : [level]
        // The catalogue speaks of the first variant; what differs elsewhere is the standard's own affair.
        const own = levelOf(rule, standard.variants[0])
        return own === undefined || expected.includes(own) ? [] : [`${rule.id}: ${id} is a ${level}`]
      }),
    )
    expect(faults).toEqual([])
  })

  it('has titles that are true of a conforming bank', () => {
    const titles = [...rules, ...scenarios, ...standard.suites].map(({ title }) => title)
    expect(titles.filter((title) => modal.test(title) || title.endsWith('.'))).toEqual([])
    expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length)
  })

  it('cites sources that are listed, by a place inside them', () => {
    const faults = rules.flatMap(({ id, cites }) =>
      cites.flatMap(({ source, place }) =>
        sourceOf(standard.id, source) && place !== '' ? [] : [`${id}: ${source} ${place}`],
      ),
    )
    expect(faults).toEqual([])
  })

  it('gives every rule an example, and a defect of its own', () => {
    expect(rules.filter(({ example }) => example === undefined || example.findings.length === 0)).toEqual([])
    // The embedded bank stands behind an authorization server; what needs none is proved by servers of its own.
    if (standard.fapi === undefined) return
    const own = rules.map(({ defects }) => defects[0])
    expect(own).not.toContain(undefined)
    expect(new Set(own).size).toBe(own.length)
  })

  it('judges only what a scenario of the same suite returns', () => {
    const strangers = standard.suites.flatMap((suite) =>
      suite.rules.flatMap(({ id, on }) =>
        typeof on === 'string' ? [] : on.flatMap((one) => (suite.scenarios.includes(one) ? [] : [`${id}: ${one.id}`])),
      ),
    )
    expect(strangers).toEqual([])
    expect(standard.rules.filter(({ on }) => on !== 'exchange')).toEqual([])
  })

  it('has scenarios with ids of their own, under their suite', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
    const astray = standard.suites.flatMap((suite) =>
      suite.scenarios.filter(({ id }) => !`${standard.id}/${id}`.startsWith(`${suite.id}/`)),
    )
    expect(astray).toEqual([])
  })

  it('names operations of its contracts', () => {
    const named = [
      ...standard.suites.flatMap((suite) => suite.operations),
      ...scenarios.flatMap((one) => one.operations),
      ...Object.values(standard.capabilities).flatMap((one) => one.operations),
      ...rules.flatMap((one) => ('operation' in one && one.operation !== undefined ? [one.operation] : [])),
      ...rules.flatMap((one) => ('operations' in one ? (one.operations ?? []) : [])),
    ]
    expect(named.filter((one) => !known.has(one) && !withoutContract.includes(one))).toEqual([])
  })

  it('shows each operation under one suite, and every one that a scenario calls', () => {
    const owned = standard.suites.flatMap((suite) => suite.operations)
    expect(new Set(owned).size).toBe(owned.length)
    expect(scenarios.flatMap((one) => one.operations).filter((one) => !owned.includes(one))).toEqual([])
  })

  it('needs only what a profile is able to claim', () => {
    const claims = Object.keys(standard.capabilities)
    expect(scenarios.flatMap(({ needs }) => needs).filter((need) => !claims.includes(need))).toEqual([])
  })

  it('asks few consents of a user', () => {
    const keys = scenarios.flatMap(({ id, uses }) => (uses === undefined ? [] : [uses.own ? id : JSON.stringify(uses)]))
    expect(new Set(keys).size).toBeLessThanOrEqual(9)
  })
})
