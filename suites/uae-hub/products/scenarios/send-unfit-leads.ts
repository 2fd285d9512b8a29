import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { CallOptions } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { leads } from '../../operations.ts'
import { goodLead, leadBody, sendLead } from '../leads.ts'
import { leadData, namesOf } from '../person.ts'

/** Leads that are no leads, by what the rules about them are about. */
export interface Unfit extends Pick<Probed, 'baseline'> {
  /** By the contract, no lead. */
  readonly unfit: readonly Probe[]
  /** With a name that is none of the three. */
  readonly misnamed: readonly Probe[]
  /** In another media type. */
  readonly mistyped: readonly Probe[]
  /** What a bank may take or not. */
  readonly doubtful: readonly Probe[]
}

type Changes = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const required = ['Name', 'Email', 'EmiratesId', 'MarketingOptOut', 'ProductCategories']

// A member that is undefined is left out of the JSON.
const unfit: Changes = {
  ...Object.fromEntries(required.map((name) => [`no ${name}`, { [name]: undefined }])),
  'a PhoneNumber without a plus': { PhoneNumber: '0510000000' },
  'a member that there is not': { Foo: 'any' },
  'a category that there is not': { ProductCategories: ['NoSuchCategory'] },
}

const doubtful: Changes = {
  'an Email without a domain': { Email: 'lead' },
  'an EmiratesId of another form': { EmiratesId: '1' },
  'no category': { ProductCategories: [] },
  'a country in small letters': { ResidentialAddress: { AddressLine: ['1 Example Street'], Country: 'ae' } },
}

/** Sends leads of which each has one thing wrong. */
export const sendUnfitLeads = scenario({
  id: 'products/send-unfit-leads',
  title: 'send leads with one thing wrong in each',
  needs: ['leads'],
  operations: [leads],
  effect: 'creates',
  async run(session): Promise<Unfit> {
    const baseline = await goodLead(session)
    const { samples } = session
    const { personal, full, business } = namesOf(samples)
    const data = leadData(samples)
    const each = async (changes: Changes): Promise<readonly Probe[]> => {
      const probes: Probe[] = []
      for (const [name, change] of Object.entries(changes))
        probes.push(await probe(name, () => sendLead(session, name, { ...data, ...change })))
      return probes
    }
    const typed: readonly (readonly [string, CallOptions])[] = [
      ['text/plain', { body: leadBody(data, 'text/plain') }],
      [
        'application/x-www-form-urlencoded',
        {
          body: {
            text: `Data=${encodeURIComponent(JSON.stringify(data))}`,
            mediaType: 'application/x-www-form-urlencoded',
          },
        },
      ],
      ['application/jwt', { signed: { message: { Data: data }, mediaType: 'application/jwt' } }],
    ]
    const mistyped: Probe[] = []
    for (const [name, options] of typed) mistyped.push(await probe(name, () => sendLead(session, name, data, options)))
    return {
      baseline,
      unfit: await each(unfit),
      misnamed: await each({
        'FullName and GivenName': { Name: { ...full, GivenName: personal.GivenName } },
        'FullName and BusinessName': { Name: { ...full, ...business } },
        'GivenName alone': { Name: { GivenName: personal.GivenName } },
        'an empty Name': { Name: {} },
      }),
      mistyped,
      doubtful: await each(doubtful),
    }
  },
})
