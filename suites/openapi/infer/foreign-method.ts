import type { Contract } from '../../../engine/contract.ts'

/** Paths by their segments: what an address could stand for is found without comparing each with each. */
interface Node {
  readonly below: Map<string, Node>
  readonly methods: Set<string>
}

const node = (): Node => ({ below: new Map(), methods: new Set() })

/** Any segment with a parameter in it stands for all of them. */
const any = '{}'

const segmentsOf = (path: string): readonly string[] => path.split('/').map((one) => (one.includes('{') ? any : one))

const gather = (here: Node, segments: readonly string[], index: number, into: Set<string>): void => {
  const segment = segments[index]
  if (segment === undefined) {
    for (const method of here.methods) into.add(method)
    return
  }
  const next = segment === any ? [...here.below.values()] : [here.below.get(segment), here.below.get(any)]
  for (const one of next) if (one !== undefined) gather(one, segments, index + 1, into)
}

/** GET and PROPFIND are safe (RFC 9110 §9.2.1, RFC 4918 §9.1); PUT is sent without a body, where a run may write at all. */
export type ForeignMethod = 'GET' | 'PUT' | 'PROPFIND'

/**
 * The harmless method that a contract has for no path that an address of this one could stand for; never one that might
 * remove or make something. Undefined where all of them are defined.
 */
export const foreignMethods = (contract: Contract, write: boolean): ((path: string) => ForeignMethod | undefined) => {
  const candidates: readonly ForeignMethod[] = write ? ['GET', 'PUT', 'PROPFIND'] : ['GET', 'PROPFIND']
  const root = node()
  for (const { path, method } of contract.operations.values()) {
    let here = root
    for (const segment of segmentsOf(path)) {
      const next = here.below.get(segment) ?? node()
      here.below.set(segment, next)
      here = next
    }
    here.methods.add(method)
    // Who answers HEAD answers GET (RFC 9110 §9.3.2).
    if (method === 'HEAD') here.methods.add('GET')
  }
  return (path) => {
    const defined = new Set<string>()
    gather(root, segmentsOf(path), 0, defined)
    return candidates.find((one) => !defined.has(one))
  }
}
