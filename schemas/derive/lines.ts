import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { steps } from '../../engine/pointer.ts'

/** The line of a text, YAML or JSON, on which the nearest existing node of a JSON Pointer begins. */
export const lineOf = (text: string, pointer: string): number | undefined => {
  const counter = new LineCounter()
  let node: unknown = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false }).contents
  let range = (node as Node | null)?.range
  for (const step of steps(pointer)) {
    if (isAlias(node)) break
    if (isSeq(node)) node = node.items[Number(step)]
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
      range = (pair?.key as Node | undefined)?.range ?? range
      node = pair?.value
    } else break
    if (node === undefined || node === null) break
    if (isSeq(node) || isMap(node) || isScalar(node)) range = isScalar(node) ? (node.range ?? range) : range
  }
  return range ? counter.linePos(range[0]).line : undefined
}
