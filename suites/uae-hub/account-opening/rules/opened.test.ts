import { expect, it } from 'vitest'
import { openingBody, openingGiven, requested } from '../../../../testing/account-opening.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { openAccount } from '../operations.ts'
import { openingIsCreated, openingIsSigned } from './opened.ts'

const opened = (answer: ReturnType<typeof requested>) => ({ opened: answer, reads: [], strange: [] })
const json = (status = 201, body: unknown = openingBody('Pending')) =>
  exchange({ operation: openAccount, status, body, token: 'client' })

proves(openingIsCreated, {
  holds: {
    signed: opened(requested()),
    'as JSON, as the guide of version 2.0 has it': opened(json()),
    'in any state': opened(requested(openingBody('Completed'))),
  },
  breaks: {
    'another success': [
      opened(requested(undefined, { status: 200 })),
      { at: 'status', expected: '201', got: '200', exchange: 'x1' },
    ],
    'without Meta': [opened(requested(openingBody('Pending', {}, { Meta: undefined }))), '/message/Meta'],
    'without anything': [opened(json(201, {})), '/Data', '/Links', '/Meta'],
    'without a message': [opened(requested(null)), '/message/Data', '/message/Links', '/message/Meta'],
  },
  undecided: {
    'refused: the bank may want its own test person': opened(json(400, {})),
    'a failure': opened(json(500, {})),
  },
})

const known = { ...openingGiven.now.profile, samples: { applicantSurname: 'Ghaf' } }

proves(
  openingIsCreated.check,
  {
    breaks: {
      'refused although the profile names the applicant': [
        opened(json(400, {})),
        { at: 'status', expected: '201', got: '400', exchange: 'x1' },
      ],
    },
    undecided: {
      'a token that ended': opened(json(401)),
      'no time': opened(json(429)),
      'an account that was asked for before': opened(json(409)),
      'a failure': opened(json(500)),
    },
  },
  { ...openingGiven.now, profile: known },
)

proves(
  openingIsCreated.check,
  {
    breaks: { 'refused in the words of the standard': [opened(json(400, { Errors: [{ Code: 'a' }] })), 'status'] },
    undecided: { 'refused by whoever is at that address': opened(json(403, {})) },
  },
  { ...openingGiven.now, profile: known, apiSucceeded: () => false },
)

proves(
  openingIsSigned,
  {
    holds: {
      signed: requested(),
      'a type with parameters': requested(undefined, { headers: { 'Content-Type': 'Application/JWT; a=b' } }),
    },
    breaks: {
      JSON: [json(), { at: 'header content-type', expected: 'application/jwt', got: 'application/json' }],
      'no type': [requested(undefined, { headers: {} }), 'header content-type'],
    },
    silent: { refused: json(400), 'another operation': exchange({ body: {} }) },
  },
  openingGiven.now,
)

it('asks for a JWT in version 2.1 alone', () => {
  expect(openingIsSigned.level).toEqual({ 'v2.1': 'MUST' })
})

it('tells the first state, and how the answer came', () => {
  expect(openingIsCreated.observe?.(opened(requested()), openingGiven.now)).toEqual({
    'first state': 'Pending',
    'answered as': 'application/jwt',
  })
  const older = json(201, openingBody('Pending', { AccountId: undefined }))
  expect(openingIsCreated.observe?.(opened(older), openingGiven.older)).toEqual({
    'first state': 'Pending',
    'answered as': 'application/json',
    AccountId: 'in Links.Self alone',
  })
  expect(openingIsCreated.observe?.(opened(json(400, {})), openingGiven.now)).toEqual({})
})
