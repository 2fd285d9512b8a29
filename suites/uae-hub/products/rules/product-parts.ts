import { object } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Finding } from '../../../../engine/rule.ts'
import { isDateTime } from '../../../../schemas/formats.ts'
import { categories, type Listed } from '../catalogue.ts'

/** A member that is a text with something in it; undefined for anything else. */
export const textAt = (value: unknown, name: string): string | undefined => {
  const found = object(value)?.[name]
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/**
 * Of the members of a product's details that belong to one category, there are those of its own category and no others.
 * One without any of them is not judged: what all categories share may be all that there is to say.
 */
export const detailsFit = ({ at, product }: Listed): readonly Finding[] => {
  const category = product.ProductCategory
  const details = object(product.Product) ?? {}
  const present = categories.filter((name) => Object.hasOwn(details, name))
  if (present.length === 0 || typeof category !== 'string') return []
  const fits = present.some((name) => name === category)
  const others = present.filter((name) => name !== category)
  if (!fits) return [finding(`${at}/Product`, `member ${category}`, others.join(', '))]
  return others.map((name) => finding(`${at}/Product/${name}`, `nothing beside ${category}`, 'another category'))
}

const ofLinks = [
  'ApplicationUri',
  'ApplicationPhoneNumber',
  'ApplicationEmail',
  'ApplicationDescription',
  'KfsUri',
  'OverviewUri',
  'TermsUri',
  'FeesAndPricingUri',
  'ScheduleOfChargesUri',
  'EligibilityUri',
  'CardImageUri',
]

const isAbsolute = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text)

/** Members of Links stand nowhere else, and what is called a Uri is absolute, of whatever scheme. */
export const linksStandUnderLinks = ({ at, product }: Listed): readonly Finding[] => {
  const beside = ofLinks.filter((name) => Object.hasOwn(product, name))
  const relative = Object.entries(object(product.Links) ?? {}).filter(
    ([name, value]) => name.endsWith('Uri') && typeof value === 'string' && !isAbsolute(value),
  )
  return [
    ...beside.map((name) => finding(`${at}/${name}`, 'a member of Links', 'a member beside it')),
    ...relative.map(([name, value]) => finding(`${at}/Links/${name}`, 'an absolute URI', value)),
  ]
}

const day = 86_400_000

const moment = (value: unknown): number | undefined =>
  typeof value === 'string' && isDateTime(value) ? Date.parse(value) : undefined

/**
 * A product ends after it begins, and is listed until then. Lists may be kept for a while, and clocks differ: a product is
 * retired a day after its end.
 */
export const timeIsRight = ({ at, product }: Listed, { startedAt }: Exchange): readonly Finding[] => {
  const { EffectiveFromDateTime: from, EffectiveToDateTime: to } = product
  const [begins, ends] = [moment(from), moment(to)]
  const place = `${at}/EffectiveToDateTime`
  if (ends === undefined) return []
  if (begins !== undefined && ends < begins) return [finding(place, `not before ${String(from)}`, to)]
  return ends < Date.parse(startedAt) - day ? [finding(place, 'an end that is yet to come', to)] : []
}

const ofSharia = ['ShariaStructure', 'ShariaInformation', 'AlternativeBrandName']

/**
 * What is said of the Sharia is not said of a product that does not keep it. One that does not say whether it does
 * contradicts nothing, nor does an empty text.
 */
export const shariaIsMeant = ({ at, product }: Listed): readonly Finding[] =>
  product.IsShariaCompliant === false
    ? ofSharia.flatMap((name) =>
        textAt(product, name) === undefined
          ? []
          : [finding(`${at}/${name}`, 'nothing, for IsShariaCompliant is false', product[name])],
      )
    : []
