/** What is remembered about objects, as long as each of them lives. */
export interface Memory<Key extends object, Value> {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => void
}

/**
 * A WeakMap for what is soon forgotten. V8 keeps the values of one until its next large collection, whether their keys live or
 * not, and of a large recording that is nearly all: here a value goes with its object. Copies of the object know nothing of
 * it; of one that is frozen a WeakMap remembers.
 */
export const memory = <Key extends object, Value>(): Memory<Key, Value> => {
  const place = Symbol('remembered')
  const ofFrozen = new WeakMap<Key, Value>()
  return {
    get: (key) => (key as { readonly [place]?: Value })[place] ?? ofFrozen.get(key),
    set(key, value) {
      if (Object.isExtensible(key)) Object.defineProperty(key, place, { value, writable: true })
      else ofFrozen.set(key, value)
    },
  }
}
