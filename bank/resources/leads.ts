import { randomUUID } from 'node:crypto'
import { isObject } from '../policy/values.ts'
import type { Setting } from '../setting.ts'
import { badRequest, type Call, type Outcome } from './call.ts'

type Json = Readonly<Record<string, unknown>>
type Holds = (value: unknown) => boolean

const isText: Holds = (value) => typeof value === 'string' && value !== ''
const upTo =
  (length: number): Holds =>
  (value) =>
    typeof value === 'string' && value.length >= 1 && value.length <= length
const matches =
  (pattern: RegExp): Holds =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const listOf =
  (holds: Holds): Holds =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(holds)

/** Whether a value is an object of no other members than these, with all that are needed. */
const objectOf =
  (members: Readonly<Record<string, Holds>>, needed: readonly string[]): Holds =>
  (value) =>
    isObject(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, inner]) => Object.hasOwn(members, name) && members[name]?.(inner))

const categories = ['SavingsAccount', 'CurrentAccount', 'CreditCard', 'Finance', 'Mortgage']

/** The three ways in which somebody is named, of which exactly one is used. */
const names: readonly Holds[] = [
  objectOf({ GivenName: upTo(70), LastName: upTo(70) }, ['GivenName', 'LastName']),
  objectOf({ FullName: upTo(140) }, ['FullName']),
  objectOf({ BusinessName: upTo(140) }, ['BusinessName']),
]

const address = objectOf(
  {
    AddressType: (value) => value === 'Residential',
    AddressLine: listOf(upTo(70)),
    ...Object.fromEntries(['BuildingNumber', 'PostBox'].map((name) => [name, upTo(16)])),
    ...Object.fromEntries(['BuildingName', 'StreetName', 'DistrictName', 'TownName'].map((name) => [name, upTo(140)])),
    Floor: upTo(70),
    CountrySubDivision: isText,
    Country: matches(/^[A-Z]{2}$/),
  },
  ['AddressLine', 'Country'],
)

/** What a lead says, by member. */
const members: Readonly<Record<string, Holds>> = {
  Name: (value) => names.some((holds) => holds(value)),
  Email: matches(/^[^@\s]+@[^@\s]+\.[^@\s]+$/),
  EmiratesId: matches(/^784-?\d{4}-?\d{7}-?\d$/),
  PhoneNumber: matches(/^\+[1-9]\d{1,14}$/),
  Nationality: matches(/^[A-Z]{2}$/),
  ResidentialAddress: address,
  LeadInformation: (value) => typeof value === 'string',
  MarketingOptOut: (value) => typeof value === 'boolean',
  ProductCategories: listOf((one) => categories.includes(String(one))),
}

const needed = ['Name', 'Email', 'EmiratesId', 'MarketingOptOut', 'ProductCategories']

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A mixture of the ways to name somebody, which a careless bank reads as it likes. */
const isMixture = (data: Json): boolean => isObject(data.Name) && Object.keys(data.Name).length > 0

/** The first member of a lead that is not as it has to be. */
const faultOf = (data: unknown, { hasDefect }: Setting): string | undefined => {
  if (!isObject(data)) return 'Data'
  const missing = needed.find((name) => !Object.hasOwn(data, name))
  if (missing !== undefined && !hasDefect('unfit-lead-opened')) return `Data.${missing}`
  const wrong = Object.entries(data).find(([name, value]) => {
    const mixes = name === 'Name' && isMixture(data) && hasDefect('mixed-names-taken')
    return !mixes && !(Object.hasOwn(members, name) && members[name]?.(value))
  })
  return wrong === undefined ? undefined : `Data.${wrong[0]}`
}

const opened = new WeakMap<Setting['store'], Map<string, string>>()

/** The id of a lead: the same for one that was opened before. */
const idOf = ({ setting, client, body }: Call): string => {
  const known = opened.get(setting.store) ?? new Map<string, string>()
  opened.set(setting.store, known)
  const key = `${client.id} ${body}`
  const id = known.get(key) ?? randomUUID()
  known.set(key, id)
  return id
}

/** `POST /leads`: somebody wants to be asked by the bank. */
export const openLead = (call: Call): Outcome => {
  const body = parsed(call.body)
  const closed = isObject(body) && Object.keys(body).every((name) => name === 'Data')
  const fault = closed ? faultOf(body.Data, call.setting) : 'the body'
  if (fault !== undefined || !isObject(body) || !isObject(body.Data)) {
    return badRequest('Body.InvalidFormat', `${fault} is not as a lead has it.`, fault)
  }
  return { status: 201, value: { Data: { LeadId: idOf(call), ...body.Data } } }
}
