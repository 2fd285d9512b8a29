import { visit } from 'jsonc-parser'
import { endOfString } from './end-of-string.ts'
import { json } from './exchange.ts'
import { below } from './pointer.ts'

/** Members of all objects inside a value. */
const membersOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Array.isArray(value) ? value : Object.values(value)
  let count = Array.isArray(value) ? 0 : inside.length
  for (const one of inside) if (typeof one === 'object') count += membersOf(one)
  return count
}

const [quote, colon] = [0x22, 0x3a]

/** Names of members in a text that is JSON: strings that a colon follows. */
const namesIn = (text: string): number => {
  let count = 0
  let ended = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) {
      index = endOfString(text, index)
      ended = true
    } else if (code > 0x20) {
      if (ended && code === colon) count += 1
      ended = false
    }
  }
  return count
}

/**
 * JSON Pointers of the members that stand more than once in one object of a body in JSON, each once, in the order of the text.
 * Names are compared after their escapes are undone: `"a"` and `"\u0061"` are one name. None when the text is not JSON, or
 * is nested deeper than any honest answer.
 */
export const duplicateMembers = (message: { readonly body: string }): readonly string[] => {
  const text = message.body
  const value = json(message)
  // Parsing keeps one of each: where as many were written as there are, none stood twice.
  if (typeof value !== 'object' || namesIn(text) === membersOf(value)) return []
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
        if (names?.has(name)) found.add([...path(), name].reduce<string>(below, ''))
        names?.add(name)
      },
    },
    { disallowComments: true },
  )
  return [...found]
}
