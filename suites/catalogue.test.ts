import { describe, expect, it } from 'vitest'
import { areaTitles, citationsIn, requirementsOf, sourceLink, sourceOf, termsOf } from './catalogue.ts'

const standards = ['uae-hub', 'uae-lfi', 'bahrain']
const all = standards.flatMap(requirementsOf)

describe('requirements', () => {
  it('are 951, each with an id of its own', () => {
    expect(all).toHaveLength(951)
    expect(new Set(all.map(({ id }) => id)).size).toBe(951)
  })

  it.each(standards)('of %s lie in areas that have a title, and in no others', (standard) => {
    const used = new Set(requirementsOf(standard).map(({ area }) => area))
    expect([...used].sort()).toEqual(Object.keys(areaTitles(standard)).sort())
  })

  it('carry their area in the id', () => {
    expect(all.filter(({ id, area }) => !new RegExp(`^(UAE|LFI|BH)-${area}-\\d{3}$`).test(id))).toEqual([])
  })

  it('have a level that the report knows', () => {
    expect(all.filter(({ level }) => !['MUST', 'SHOULD', 'MAY'].includes(level))).toEqual([])
  })

  it('cite known sources only', () => {
    const unknown = all.flatMap(({ id, standard, source }) =>
      citationsIn(source).flatMap((cite) => (sourceOf(standard, cite.source) ? [] : [`${id}: ${cite.source}`])),
    )
    expect(unknown).toEqual([])
  })

  it('stand alone: no "same as above", no reference to a section or table that the catalogue lacks', () => {
    const texts = all.flatMap(({ id, statement, check = '', appliesTo = '', source }) =>
      [statement, check, appliesTo, source].map((text) => `${id}: ${text}`),
    )
    expect(
      texts.filter((text) => /: same(?=:|$| as | regex)|\b(C|AMB|OBS)-\d\d?\b|\[I\]|[Ss]ection \d|\.mjs/.test(text)),
    ).toEqual([])
  })

  it('of a signed body that is closed let unknown claims pass', () => {
    const found = all.find(({ id }) => id === 'UAE-SCH-014')
    expect(found?.check).toContain('unknown claims: remark')
  })

  it('explain the words that they use in a sense of their own', () => {
    expect(Object.keys(termsOf('uae-hub'))).toContain('PAR rule')
  })

  it('are refused for a standard without a catalogue', () => {
    expect(() => requirementsOf('narnia')).toThrow(
      'there is no catalogue of narnia; there are uae-hub, uae-lfi, bahrain',
    )
  })
})

describe('links', () => {
  it.each([
    [{ source: 'RFC', place: '6749 §5.2' }, 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2'],
    [{ source: 'RFC', place: 'RFC 6750 §3.1' }, 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1'],
    [{ source: 'RFC', place: '9110' }, 'https://www.rfc-editor.org/rfc/rfc9110'],
    [{ source: 'RFC', place: '' }, 'https://www.rfc-editor.org'],
    [
      { source: 'D', place: 'security/tokens/index.md, life' },
      'https://github.com/Nebras-Open-Finance/community-standards/blob/main/docs/tech/tpp-standards/security/tokens/index.md',
    ],
    [
      { source: 'D', place: 'consent/index.md' },
      'https://github.com/Nebras-Open-Finance/community-standards/tree/main/docs/tech/tpp-standards',
    ],
    [
      { source: 'KB', place: 'jwt-claims "aud"' },
      'https://github.com/Nebras-Open-Finance/community-standards/blob/main/docs/knowledge-base/articles/jwt-claims.md',
    ],
    [
      { source: 'AI', place: 'line 72' },
      'https://github.com/Nebras-Open-Finance/api-specs/blob/main/dist/standards/v2.1-errata2/uae-account-information-openapi.yaml',
    ],
    [{ source: 'S0', place: 'step 9' }, undefined],
    [{ source: 'NONE', place: 'x' }, undefined],
  ])('of %o', (citation, link) => {
    expect(sourceLink('uae-hub', citation)).toBe(link)
  })

  it('of every requirement are https URLs', () => {
    const links = all.flatMap(({ standard, source }) => citationsIn(source).map((each) => sourceLink(standard, each)))
    const given = links.filter((link) => link !== undefined)
    expect(given.length).toBeGreaterThan(900)
    expect(given.filter((link) => !URL.canParse(link) || !link.startsWith('https://'))).toEqual([])
  })
})
