import { at, object } from '../../../../checks/body.ts'
import { jsonFaults } from '../../../../checks/body-faults.ts'
import { declared } from '../../../../checks/declared.ts'
import { finding, noObject } from '../../../../checks/findings.ts'
import { bodyOf } from '../../../../checks/pages.ts'
import { failed, succeeded } from '../../../../checks/status.ts'
import { type Exchange, json } from '../../../../engine/exchange.ts'
import { type Answer, type Finding, type Given, type Observed, type Probe, undecided } from '../../../../engine/rule.ts'
import { refusedByApi } from '../../first-call.ts'

/** A lead that was opened is answered with 201 and what the contract has for it. */
export const openedAsPublished = (name: string, exchange: Exchange, given: Given): readonly Finding[] => {
  const { status } = exchange.response
  if (status !== 201) return [finding(`${name}: status`, '201', status, exchange)]
  const facts = declared(exchange, given)
  if (object(json(exchange.response)) === undefined) {
    const { at: place, expected, got } = noObject(exchange.response)
    return [{ at: `${name}: ${place}`, expected, got, exchange: exchange.id }]
  }
  return (facts === undefined ? [] : (jsonFaults(exchange, facts) ?? [])).map((fault) =>
    finding(`${name}: ${fault.at || 'body'}`, fault.expected, fault.got, exchange),
  )
}

/**
 * What the refusal of a good lead says: nothing, as long as it may be about the person. A bank may know that nobody is
 * called so, or have a lead about them, which 409 says; it is about the lead where the profile names a person of the bank's
 * own, or where the bank has just opened several leads about this one.
 */
export const refusalOf = (name: string, exchange: Exchange, knowsThePerson: boolean, given: Given): Answer => {
  const { status } = exchange.response
  if (failed(exchange) || [401, 409, 429].includes(status) || status < 400)
    return undecided(`${name}: status ${status}`)
  if (!refusedByApi('product', exchange, given))
    return undecided(`${name}: status ${status}; resources.product may lead elsewhere`)
  return knowsThePerson
    ? [finding(`${name}: status`, '201', status, exchange)]
    : undecided(
        `${name}: status ${status}, which may be about the person; samples.leadEmiratesId and its like name one of the bank's own`,
      )
}

const words = (value: unknown): string => String(value).trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** A name without the form in which it is given: its words, in no order, for some put the last name first. */
const nameOf = (value: unknown): string | undefined => {
  const name = object(value)
  const parts = ['GivenName', 'LastName', 'FullName', 'BusinessName'].flatMap((part) =>
    typeof name?.[part] === 'string' ? [words(name[part])] : [],
  )
  return parts.length === 0 ? undefined : parts.join(' ').split(' ').sort().join(' ')
}

const members: Readonly<Record<string, (value: unknown) => unknown>> = {
  Name: nameOf,
  Email: words,
  EmiratesId: (value) => String(value).replaceAll(/[\s-]/g, ''),
  MarketingOptOut: (value) => value,
}

const sentIn = ({ request }: Exchange): unknown => at(json(request), 'Data')

/** The answer repeats who was named, however it writes it. A member that is missing is the contract's matter. */
export const saysWhoWasNamed = (name: string, exchange: Exchange): readonly Finding[] => {
  const [sent, got] = [sentIn(exchange), at(bodyOf(exchange), 'Data')]
  return Object.entries(members).flatMap(([member, meaning]) => {
    const [want, has] = [at(sent, member), at(got, member)]
    if (has === undefined || want === undefined || meaning(has) === meaning(want)) return []
    return [finding(`${name}: /Data/${member}`, 'what was sent', 'another value', exchange)]
  })
}

/** Members that the answer writes otherwise than the request. */
export const writtenOtherwise = (probes: readonly Probe[]): Observed => {
  const found = probes.flatMap((one) =>
    'exchange' in one && succeeded(one.exchange)
      ? Object.keys(members).filter((member) => {
          const [want, has] = [at(sentIn(one.exchange), member), at(bodyOf(one.exchange), 'Data', member)]
          return has !== undefined && JSON.stringify(want) !== JSON.stringify(has)
        })
      : [],
  )
  return found.length === 0 ? {} : { 'written otherwise': [...new Set(found)].join(', ') }
}
