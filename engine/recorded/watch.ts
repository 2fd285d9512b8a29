/** What stands behind an object that is watched, and who hears what is read of it. */
interface Behind<Of, Doubt> {
  readonly of: Of
  readonly note: (doubt: Doubt) => void
}

const behind = Symbol('behind')

/** A member whose reading is noted. `value`: what it is, of what stands behind. */
export const noted = <Of, Doubt>(doubt: Doubt, value: (of: Of) => unknown): PropertyDescriptor => ({
  enumerable: true,
  get(this: { readonly [behind]: Behind<Of, Doubt> }) {
    const { of, note } = this[behind]
    note(doubt)
    return value(of)
  },
})

/**
 * Adds members to an object whose reading is noted. All such objects share the descriptors: V8 keeps the getters of a literal
 * in the shape of the object, with all that they see, and shapes live until the next large collection.
 */
export const watch = <T extends object, Of, Doubt>(
  plain: Partial<T>,
  it: Behind<Of, Doubt>,
  members: Readonly<Partial<Record<keyof T, PropertyDescriptor>>>,
): T => Object.defineProperties(plain, { [behind]: { value: it }, ...members }) as T
