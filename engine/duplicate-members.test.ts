import { expect, it } from 'vitest'
import { duplicateMembers } from './duplicate-members.ts'

it.each<readonly [string, readonly string[]]>([
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', []],
  ['{"a":1,"a":1}', ['/a']],
  ['{"a":1,"a":2,"a":3}', ['/a']],
  ['{"a":1,"\\u0061":2}', ['/a']],
  ['{"a":{"x":1},"b":{"y":[{"z":1},{"q":1,"z":1,"z":2}]},"a":0}', ['/b/y/1/z', '/a']],
  ['{"a/b":1,"~":{},"a/b":2,"~":1}', ['/a~1b', '/~0']],
  ['{"":1,"":2}', ['/']],
  ['{"A":1,"a":2}', []],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}', []],
  ['{"__proto__":1,"__proto__":2}', ['/__proto__']],
  ['[{"a":1},{"a":1}]', []],
  ['"a"', []],
  ['', []],
  ['{"a":1,"a":2', []],
  ['{"a":1,/* */"a":2}', []],
  [`${'['.repeat(200)}{"a":1,"a":2}${']'.repeat(200)}`, []],
])('%s', (text, pointers) => expect(duplicateMembers({ body: text })).toEqual(pointers))
