import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A form of an HTML page: where it goes, and what it would send untouched. */
export interface PageForm {
  /** Absolute URL. */
  readonly action: string
  readonly method: 'GET' | 'POST'
  /** Fields that would be sent if nobody touched the form, in order; a name may stand more than once. */
  readonly values: readonly (readonly [name: string, value: string])[]
  /** Names of every control, buttons and unchecked boxes included. */
  readonly controls: ReadonlySet<string>
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

const isElement = (node: Node): node is Element => 'tagName' in node

const elements = (node: { readonly childNodes: readonly Node[] }): readonly Element[] =>
  node.childNodes.flatMap((child) => (isElement(child) ? [child, ...elements(child)] : []))

const textOf = (node: { readonly childNodes: readonly Node[] }): string =>
  node.childNodes.map((child) => ('value' in child ? child.value : isElement(child) ? textOf(child) : '')).join('')

const untouched = (control: Element): string | undefined => {
  const value = attribute(control, 'value')
  if (control.tagName === 'textarea') return textOf(control)
  if (control.tagName === 'select') {
    const options = elements(control).filter(({ tagName }) => tagName === 'option')
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
    return chosen && (attribute(chosen, 'value') ?? textOf(chosen).trim())
  }
  if (control.tagName !== 'input') return undefined
  const type = (attribute(control, 'type') ?? 'text').toLowerCase()
  if (['submit', 'button', 'image', 'reset', 'file'].includes(type)) return undefined
  if (type === 'checkbox' || type === 'radio')
    return attribute(control, 'checked') === undefined ? undefined : (value ?? 'on')
  return value ?? ''
}

/** The forms of a page that lead to an address, in order. */
export const formsOf = (html: string, pageUrl: string): readonly PageForm[] =>
  elements(parse(html))
    .filter((one) => one.tagName === 'form' && URL.canParse(attribute(one, 'action') || pageUrl, pageUrl))
    .map((form) => {
      const controls = elements(form).filter(({ tagName }) =>
        ['input', 'select', 'textarea', 'button'].includes(tagName),
      )
      const named = controls.flatMap((control) => {
        const name = attribute(control, 'name')
        return name === undefined ? [] : [{ name, value: untouched(control) }]
      })
      return {
        action: new URL(attribute(form, 'action') || pageUrl, pageUrl).href,
        method: attribute(form, 'method')?.toUpperCase() === 'POST' ? ('POST' as const) : ('GET' as const),
        values: named.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
        controls: new Set(named.map(({ name }) => name)),
      }
    })

/** What a form sends when these fields are filled in: they stand instead of what was there, all else stays. */
export const filledIn = (form: PageForm, fields: Readonly<Record<string, string>>): string => {
  const sent = new URLSearchParams(fields)
  const kept = new URLSearchParams()
  for (const [name, value] of form.values) if (!(name in fields)) kept.append(name, value)
  for (const [name, value] of sent) kept.append(name, value)
  return kept.toString()
}

/** The first form that has all of these fields. */
export const formFor = (forms: readonly PageForm[], fields: readonly string[]): PageForm | undefined =>
  forms.find(({ controls }) => fields.every((field) => controls.has(field)))
