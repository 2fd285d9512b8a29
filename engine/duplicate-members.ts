import { visit } from 'jsonc-parser'
import { json } from './exchange.ts'

const escaped = (step: string | number): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * JSON Pointers of the members that stand more than once in one object of a JSON text, each once, in the order of the text.
 * Names are compared after their escapes are undone: `"a"` and `"\u0061"` are one name. None when the text is not JSON, or
 * is nested deeper than any honest answer.
 */
export const duplicateMembers = (text: string): readonly string[] => {
  if (typeof json({ body: text }) !== 'object') return []
  const found = new Set<string>()
  const open: Set<string>[] = []
  visit(
    text,
    {
      onObjectBegin() {
        open.push(new Set())
      },
      onObjectEnd() {
        open.pop()
      },
      onObjectProperty(name, _offset, _length, _line, _character, path) {
        const names = open.at(-1)
        if (names?.has(name)) found.add([...path(), name].map((step) => `/${escaped(step)}`).join(''))
        names?.add(name)
      },
    },
    { disallowComments: true },
  )
  return [...found]
}
