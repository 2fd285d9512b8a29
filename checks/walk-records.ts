import { type Answer, type Finding, silent, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { idsOn, movedMeanwhile, type PageShape, placeOn, type Walked } from './pages.ts'

/**
 * No record stands on two pages of a walk; a page that only repeats an earlier one is one finding. Undecided when the data
 * moved: a new record pushes others to the next page. Two of one id on one page are not judged here.
 */
export const recordsStandOnce =
  (shape: PageShape) =>
  (walk: Walked): Answer => {
    const pages = walk.pages.map((page) => ({ page, ids: idsOn(page, shape) }))
    if (pages.filter(({ ids }) => ids.length > 0).length < 2)
      return silent('fewer than two pages hold records with ids')
    const seen = new Map<unknown, number>()
    const findings = pages.flatMap(({ page, ids }, index): readonly Finding[] => {
      const repeated = ids.flatMap(({ at, value }) => {
        const before = seen.get(value)
        return before === undefined ? [] : [{ at, value, before }]
      })
      for (const { value } of ids) if (!seen.has(value)) seen.set(value, index)
      const [one] = repeated
      if (
        one !== undefined &&
        repeated.length === ids.length &&
        repeated.every(({ before }) => before === one.before)
      ) {
        const got = ids.length === 1 ? `the record ${one.value}` : `${ids.length} records`
        const at = `page ${index + 1} ${placeOn(page, shape.list)}`
        return [finding(at, 'records of no earlier page', `${got} of page ${one.before + 1}`, page)]
      }
      return repeated.map(({ at, value, before }) =>
        finding(`page ${index + 1} ${placeOn(page, at)}`, `another id than those of page ${before + 1}`, value, page),
      )
    })
    const moved = findings.length > 0 ? movedMeanwhile(walk, shape) : undefined
    return moved === undefined ? findings : undecided(moved)
  }
