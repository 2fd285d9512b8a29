import { steps } from '../../engine/pointer.ts'
import type { Components, Facts, Named } from '../openapi.ts'

const targets = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(targets)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === '$ref' && typeof each === 'string') return [each]
    const mapped: readonly unknown[] =
      key === 'mapping' && typeof each === 'object' && each !== null ? Object.values(each) : []
    return [...mapped.filter((one): one is string => typeof one === 'string' && one.startsWith('#/')), ...targets(each)]
  })
}

/** The document without the components that no operation and no webhook reaches. */
export const referenced = (facts: Facts): Facts => {
  const wanted = new Set<string>()
  const waiting = [...targets(facts.paths), ...targets(facts.webhooks)]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [root, kind, name] = steps(next)
    if (root !== 'components' || kind === undefined || name === undefined || wanted.has(`${kind}/${name}`)) continue
    wanted.add(`${kind}/${name}`)
    waiting.push(...targets((facts.components as Named<Named<unknown>>)[kind]?.[name]))
  }
  const kinds = Object.entries(facts.components as Named<Named<unknown>>).flatMap(([kind, named]) => {
    const kept = Object.entries(named).filter(([name]) => wanted.has(`${kind}/${name}`))
    return kept.length === 0 ? [] : [[kind, Object.fromEntries(kept)]]
  })
  return { ...facts, components: Object.fromEntries(kinds) as Components }
}
