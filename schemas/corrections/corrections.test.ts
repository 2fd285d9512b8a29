import { describe, expect, it } from 'vitest'
import { loadContract } from '../contract.ts'
import type { Facts } from '../openapi.ts'
import { correct } from './correct.ts'
import { corrections } from './index.ts'

const accounts = loadContract('uae/v2.1', 'account-information')
const authorization = loadContract('uae/v2.1', 'authorization-endpoints')

const claims = (message: unknown) => ({
  iss: 'hub',
  exp: 2.5,
  nbf: 1,
  aud: 'client',
  jti: 'unknown to the schema',
  message,
})

describe('corrections', () => {
  it('have an id and a reason of their own', () => {
    expect(new Set(corrections.map(({ id, contract }) => `${id} ${contract}`)).size).toBe(corrections.length)
    expect(corrections.filter(({ reason }) => reason.length < 20)).toEqual([])
  })

  it('say which of them touched a contract, and where', () => {
    expect(accounts.corrections.map(({ id, at }) => [id, at.length])).toEqual([
      ['UAE-SCH-001', 13],
      ['UAE-SCH-014', 5],
      ['UAE-SCH-015', 3],
    ])
    expect(authorization.corrections.map(({ id }) => id)).toEqual([
      'UAE-SCH-002',
      'UAE-SCH-003',
      'UAE-SCH-004',
      'UAE-SCH-008',
      'UAE-PAR-001',
      'UAE-TOK-011',
      'UAE-TOK-012',
      'UAE-TOK-010',
      'UAE-SCH-015',
    ])
  })

  it('UAE-SCH-001: of a signed body the message is judged, by the unsigned schema', () => {
    const [operation, status] = ['GET /accounts', 200] as const
    expect(
      accounts.faults(operation, status, 'application/jwt', claims({}))?.map(({ at, expected }) => `${at} ${expected}`),
    ).toEqual(['/message member Data', '/message member Links', '/message member Meta'])
    const { iss: _, ...anonymous } = claims({ Data: {} })
    const faults = accounts.faults(operation, status, 'application/jwt', anonymous) ?? []
    expect(faults.filter(({ at }) => at === '')).toMatchObject([{ expected: 'member iss' }])
  })

  it('UAE-SCH-014: unknown claims and a list of audiences pass in the flat signed schemas too', () => {
    const faults = accounts.faults('GET /parties', 200, 'application/jwt', { ...claims({}), aud: ['client'] })
    expect(faults?.filter(({ at }) => !at.startsWith('/message'))).toEqual([])
    expect(accounts.faults('GET /parties', 200, 'application/jwt', { ...claims({}), aud: 1 })).toContainEqual(
      expect.objectContaining({ at: '/aud', expected: 'a string or an array' }),
    )
  })

  it('UAE-SCH-002, UAE-TOK-010, UAE-TOK-011: an OAuth error is read with 400 and 401 and any registered code', () => {
    const error = { error: 'invalid_request_object', error_description: 'expired' }
    expect([400, 401].map((status) => authorization.faults('POST /par', status, 'application/json', error))).toEqual([
      [],
      [],
    ])
    expect(authorization.faults('POST /token', 400, 'application/json', {})).toMatchObject([
      { expected: 'member error' },
    ])
  })

  it('UAE-SCH-003, UAE-SCH-004, UAE-TOK-012: token answers are judged by grant', () => {
    const client = { access_token: 'a', token_type: 'bearer', expires_in: 300 }
    expect(authorization.faults('POST /token', 200, 'application/json', client)).toEqual([])
    expect(authorization.faultsOf('AEClientCredentialsGrantTokenResponseProperties', client)).toEqual([])
    expect(
      authorization.faultsOf('AERefreshTokenGrantTokenResponseProperties', { ...client, refresh_token: 'r' }),
    ).toMatchObject([{ expected: 'member authorization_details' }])
    expect(
      authorization.faultsOf('AEClientCredentialsGrantTokenResponseProperties', { ...client, token_type: 'DPoP' }),
    ).toMatchObject([{ at: '/token_type', keyword: 'pattern' }])
  })

  it('UAE-SCH-008: the type of the client assertion is compared decoded', () => {
    const body = {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'x',
    }
    const type = 'application/x-www-form-urlencoded'
    expect(authorization.requestFaults('POST /token', type, { ...body, grant_type: 'client_credentials' })).toEqual([])
  })

  it('UAE-PAR-001: a push is answered by 200 or 201', () => {
    const statuses = authorization.operations.get('POST /par')?.responses
    expect(statuses?.['201']).toEqual(statuses?.['200'])
  })

  const facts = (schemas: NonNullable<Facts['components']['schemas']>): Facts => ({
    openapi: '3.0.0',
    info: { version: 'v9' },
    servers: [],
    paths: {},
    components: { schemas },
  })

  it.each([
    ['^\\\\d{1,16}\\\\.\\\\d{2}$', '^\\d{1,16}\\.\\d{2}$'],
    ['^\\d\\.\\d$', '^\\d\\.\\d$'],
    ['^a\\\\b'.replace('b', 'z'), '^a\\\\z'],
  ])('UAE-SCH-011: the pattern %s is read as %s', (published, read) => {
    const corrected = correct('any', facts({ Amount: { type: 'string', pattern: published } }))
    expect(corrected.facts.components.schemas?.Amount).toEqual({ type: 'string', pattern: read })
    expect(corrected.applied.map(({ id }) => id)).toEqual(published === read ? [] : ['UAE-SCH-011'])
  })

  it('a correction whose document has changed is an error that says what to review', () => {
    expect(() => correct('account-information', facts({}))).toThrow(
      /^correction UAE-SCH-001 no longer fits account-information v9: .*additionalProperties: expected false, got nothing; /,
    )
  })
})
