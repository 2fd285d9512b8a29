import { expect, test } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { NetworkFault } from '../network-fault.ts'
import type { Recorder } from '../recorder.ts'
import { type Discovery, keysOf } from './discovery.ts'

const metadata = { jwks: 'https://auth.example/keys' } as Discovery['metadata']

/** The keys of a server that publishes these, one set after the other; undefined where it does not answer. */
const published = (...sets: readonly unknown[]) => {
  const asked: string[] = []
  let trusted: unknown = 'those of the start'
  const recorder = {
    keys: () => trusted,
    trustKeys(keys: unknown) {
      trusted = keys
    },
    async send(draft: { readonly request: { readonly url: string } }) {
      const set = sets[asked.length]
      asked.push(draft.request.url)
      if (set === undefined) throw new NetworkFault('refused', 'auth.example', 'nobody is there')
      return exchange(typeof set === 'number' ? { status: set } : { body: set })
    },
  } as unknown as Recorder
  const discovery: Discovery = { document: exchange(), lacks: [], ...(metadata && { metadata }) }
  return { asked, keys: keysOf(discovery, recorder) }
}

test('the key set is read again once for all who want it at a time, and anew later', async () => {
  const { asked, keys } = published({ keys: [1] }, { keys: [2] })
  expect(keys.now()).toBe('those of the start')
  await Promise.all([keys.again(), keys.again()])
  expect(asked).toEqual(['https://auth.example/keys'])
  expect(keys.now()).toEqual({ keys: [1] })
  await keys.again()
  expect(keys.now()).toEqual({ keys: [2] })
})

test('the key set is not read without end', async () => {
  const { asked, keys } = published(...Array.from({ length: 30 }, () => ({ keys: [] })))
  for (let time = 0; time < 30; time += 1) await keys.again()
  expect(asked).toHaveLength(20)
})

test.each([
  ['an error', 503],
  ['no answer', undefined],
])('%s leaves the keys that are known', async (_, answer) => {
  const { keys } = published(answer)
  await keys.again()
  expect(keys.now()).toBe('those of the start')
})
