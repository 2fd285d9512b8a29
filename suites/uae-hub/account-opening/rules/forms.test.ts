import { expect, it } from 'vitest'
import { openingBody, openingGiven, requested, told } from '../../../../testing/account-opening.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { openingOfGuide } from '../operations.ts'
import { openingsKeepTheContract } from './forms.ts'

const [data, numbers, links, meta] = openingsKeepTheContract
if (data === undefined || numbers === undefined || links === undefined || meta === undefined)
  throw new Error('there are four')

const numbersIn = [{ SchemeName: 'IBAN', Identification: 'AE070331234567890123456' }]
const silent = {
  refused: told({ Errors: [] }, { status: 404 }),
  'another operation': exchange({ body: {} }),
}

proves(
  data,
  {
    holds: {
      'every state': told(openingBody('AwaitingUserInput')),
      'with a word about it': told(openingBody('Rejected', { AdditionalStatusInformation: 'no' })),
      opened: told(openingBody('Completed')),
      signed: requested(),
      'a number too early is another rule': told(openingBody('Pending', { AccountIdentifiers: numbersIn })),
      'a missing number, too': told(openingBody('Completed', { AccountIdentifiers: undefined })),
      'what the links and Meta are like, too': told(openingBody('Pending', {}, { Links: {}, Meta: { a: 1 } })),
      'and the date-time of JSON': told(openingBody('Pending', { OpeningStatusUpdateDateTime: '2026-06-01T08:00:00' })),
    },
    breaks: {
      'a state of its own': [
        told(openingBody('Started')),
        {
          at: '/Data/OpeningStatus',
          expected: 'one of Pending, AwaitingUserInput, AwaitingLFIProcesses, Rejected',
          got: '"Started"',
        },
      ],
      'no state': [told(openingBody('Pending', { OpeningStatus: undefined })), '/Data'],
      'a long id': [requested(openingBody('Pending', { AccountId: 'x'.repeat(41) })), '/message/Data/AccountId'],
      'a further member': [told(openingBody('Pending', { Foo: 1 })), '/Data'],
      'a currency too early': [told(openingBody('Pending', { Currency: 'AED' })), '/Data'],
      'a date-time without an offset, signed': [
        requested(openingBody('Pending', { OpeningStatusUpdateDateTime: '2026-06-01T08:00:00' })),
        '/message/Data/OpeningStatusUpdateDateTime',
      ],
      'no envelope': [told({}), 'body', 'body', 'body'],
    },
    silent,
  },
  openingGiven.now,
)

proves(
  data.check,
  {
    holds: {
      'as the document of version 2.0 has it': told(openingBody('AwaitingPartyData', { AccountId: undefined })),
      'as its guide has it': told(openingBody('AwaitingPartyData'), { operation: openingOfGuide }),
      created: told(openingBody('Created')),
    },
    breaks: {
      'a state of version 2.1': [told(openingBody('Completed')), '/Data/OpeningStatus'],
    },
  },
  openingGiven.older,
)

proves(
  numbers,
  {
    holds: {
      before: told(openingBody('Pending')),
      after: told(openingBody('Completed')),
      older: told(openingBody('Created')),
    },
    breaks: {
      'too early': [
        told(openingBody('Pending', { AccountIdentifiers: numbersIn })),
        { at: '/Data/AccountIdentifiers', expected: 'nothing while OpeningStatus is Pending', got: 'the member' },
      ],
      'although it was rejected': [
        requested(openingBody('Rejected', { AccountIdentifiers: numbersIn })),
        '/message/Data/AccountIdentifiers',
      ],
      'none at the end': [
        told(openingBody('Completed', { AccountIdentifiers: undefined, Currency: undefined })),
        { at: '/Data', expected: 'member Currency', got: 'nothing' },
        { at: '/Data', expected: 'member AccountIdentifiers', got: 'nothing' },
      ],
      'no IBAN': [
        told(openingBody('Completed', { AccountIdentifiers: [{ SchemeName: 'AccountNumber', Identification: '1' }] })),
        { at: '/Data/AccountIdentifiers/0/SchemeName', expected: 'IBAN', got: 'AccountNumber' },
      ],
    },
    silent: { ...silent, 'no state': told(openingBody('Pending', { OpeningStatus: undefined })) },
  },
  openingGiven.now,
)

const goOn = { Self: 'https://rs1.bank.example/accounts/o1', AccountOpeningRedirectUrl: 'https://bank.example/go' }

proves(
  links,
  {
    holds: {
      'to itself': told(openingBody('Pending')),
      'where to go on': told(openingBody('AwaitingUserInput', {}, { Links: goOn })),
      'a path to itself is another rule': told(openingBody('Pending', {}, { Links: { Self: '/accounts/o1' } })),
    },
    breaks: {
      'not to itself': [
        told(openingBody('Pending', {}, { Links: {} })),
        { at: '/Links', expected: 'member Self', got: 'nothing' },
      ],
      'a path to go on': [
        told(openingBody('Pending', {}, { Links: { ...goOn, AccountOpeningRedirectUrl: '/go' } })),
        '/Links/AccountOpeningRedirectUrl',
      ],
    },
    silent,
  },
  openingGiven.now,
)

it('tells of a way to go on that leads nowhere any more', () => {
  const observed = (state: string) => links.observe?.(told(openingBody(state, {}, { Links: goOn })), openingGiven.now)
  expect(observed('Rejected')).toEqual({ AccountOpeningRedirectUrl: 'there while Rejected' })
  expect(observed('Pending')).toEqual({})
})

proves(
  meta,
  {
    holds: {
      empty: told(openingBody('Pending')),
      'none at all': told(openingBody('Pending', {}, { Meta: undefined })),
    },
    breaks: {
      pages: [
        told(openingBody('Pending', {}, { Meta: { TotalPages: 1 } })),
        { at: '/Meta', expected: 'no further member', got: 'the member TotalPages' },
      ],
      'no object': [requested(openingBody('Pending', {}, { Meta: [] })), '/message/Meta'],
    },
    silent,
  },
  openingGiven.now,
)
