import type { Exchange } from '../engine/exchange.ts'
import type { Given } from '../engine/rule.ts'
import { openingContract } from '../suites/uae-hub/account-opening/contracts.ts'
import { olderOpening, openAccount, openingStatus } from '../suites/uae-hub/account-opening/operations.ts'
import { exchange, type Sample } from './exchange.ts'
import { givenOver } from './given.ts'

type Members = Readonly<Record<string, unknown>>

const under = (variant: string): Given => ({ ...givenOver([openingContract(variant)]), variant })

/** What a check of account opening may know, by the version that the contract has. */
export const openingGiven = { now: under('v2.1'), older: under(olderOpening) }

const account = {
  Currency: 'AED',
  AccountIdentifiers: [{ SchemeName: 'IBAN', Identification: 'AE070331234567890123456' }],
  CreationDateTime: '2026-06-01T08:00:00Z',
}

/** The account `o1` in a state, as the contract of version 2.1 has it, but for the members that are changed. */
export const openingBody = (OpeningStatus: string, data: Members = {}, rest: Members = {}): Members => ({
  Data: {
    AccountId: 'o1',
    OpeningStatus,
    OpeningStatusUpdateDateTime: '2026-06-01T08:00:00Z',
    ...(['Completed', 'Created'].includes(OpeningStatus) && account),
    ...data,
  },
  Links: { Self: 'https://rs1.bank.example/accounts/o1/status' },
  Meta: {},
  ...rest,
})

/** The signed answer to a request for an account. */
export const requested = (message: unknown = openingBody('Pending'), more: Sample = {}): Exchange =>
  exchange({
    id: 'x1',
    operation: openAccount,
    status: 201,
    token: 'client',
    headers: { 'content-type': 'application/jwt' },
    body: 'a.b.c',
    jws: { header: { alg: 'PS256' }, claims: { message } },
    ...more,
  })

/** An answer that tells the state. */
export const told = (body: unknown, more: Sample = {}): Exchange =>
  exchange({ id: 'x2', operation: openingStatus, token: 'client', body, ...more })
