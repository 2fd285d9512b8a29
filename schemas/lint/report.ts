import { correct, correctionsFor } from '../corrections/correct.ts'
import type { Facts } from '../openapi.ts'
import { lint } from './lint.ts'

/** Something that looks wrong in a document, and whether a correction covers it. */
export interface Finding {
  readonly file: string
  readonly pointer: string
  readonly what: string
  /**
   * `new`: a correct answer may be refused for it, and no correction says so. `corrected`: a correction takes it away.
   * `harmless`: one says that it accuses nobody. `allows`: it constrains less than it seems to, and accuses nobody.
   */
  readonly state: 'new' | 'corrected' | 'harmless' | 'allows'
}

/** Everything that looks wrong in a document as published, and what looks wrong only after it was corrected. */
export const lintDocument = (file: string, document: string | undefined, published: Facts): readonly Finding[] => {
  const harmless = new Set(correctionsFor(document).flatMap((correction) => correction.harmless ?? []))
  const before = lint(published)
  const after = lint(correct(document, published).facts)
  const key = ({ pointer, what }: { readonly pointer: string; readonly what: string }) => `${pointer}: ${what}`
  const [known, left] = [new Set(before.map(key)), new Set(after.map(key))]
  return [...before, ...after.filter((each) => !known.has(key(each)))].map((each) => {
    const { pointer, what, effect } = each
    if (harmless.has(pointer)) return { file, pointer, what, state: 'harmless' }
    if (!left.has(key(each))) return { file, pointer, what, state: 'corrected' }
    return { file, pointer, what, state: effect === 'allows' ? 'allows' : 'new' }
  })
}
