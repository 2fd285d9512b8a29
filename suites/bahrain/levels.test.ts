import { describe, expect, it } from 'vitest'
import { levels } from './levels.ts'

describe('the level of a requirement', () => {
  it('is that of the catalogue, in every variant, where Bahraini text was seen', () => {
    expect([levels('BH-CON-001'), levels('BH-IDM-003')]).toEqual(['MUST', 'SHOULD'])
  })

  it('rises where the British text counts and is all that was seen', () => {
    expect(levels('BH-PRM-011')).toEqual({ 'bh-1.0.0': 'SHOULD', 'bh-draft-2019': 'SHOULD', 'obie-inherited': 'MUST' })
  })

  it('stays where nothing is demanded', () => {
    expect(levels('BH-CON-014')).toBe('MAY')
  })

  it('is none in the drafts for what came later', () => {
    expect(levels('BH-CON-009')).toEqual({ 'bh-1.0.0': 'MUST', 'obie-inherited': 'MUST' })
  })

  it('is not to be had for an unknown requirement', () => {
    expect(() => levels('BH-XXX-001')).toThrow('the catalogue of bahrain has no BH-XXX-001')
  })
})
