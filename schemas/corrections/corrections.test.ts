import { describe, expect, it } from 'vitest'
import { loadContract } from '../contract.ts'
import type { Facts } from '../openapi.ts'
import { correct, correctionsFor } from './correct.ts'
import { corrections } from './corrections.ts'

const accounts = loadContract('uae/v2.1', 'standards/account-information')
const authorization = loadContract('uae/v2.1', 'standards/authorization-endpoints')

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
    expect(new Set(corrections.map(({ id }) => id)).size).toBe(corrections.length)
    expect(corrections.filter(({ reason }) => reason.length < 20)).toEqual([])
  })

  it('say which of them touched a contract, and where', () => {
    expect(accounts.corrections.map(({ id, at }) => [id, at.length])).toEqual([
      ['UAE-SCH-001', 13],
      ['UAE-SCH-014', 3],
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
      'UAE-SCH-014',
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

  const signed = { ...claims({}), aud: 'client' }
  const expected = (faults: readonly { readonly at: string; readonly expected: string }[] | undefined) =>
    faults?.map((fault) => `${fault.at} ${fault.expected}`)

  it.each([
    'standards/account-opening-service-initiation',
    'standards-v2.0/account-opening-service-initiation',
    'standards/fx-service-initiation',
    'standards/insurance',
  ])('UAE-SCH-005: a server error of %s is judged as JSON when it is JSON', (name) => {
    const contract = loadContract('uae/v2.1', name)
    const [operation] = contract.operations.keys()
    const faults = (type: string, body: unknown) => expected(contract.faults(operation ?? '', 500, type, body))
    expect(faults('application/json', {})).toEqual([' member Errors'])
    expect(faults('application/jwt', signed)).toEqual(['/message member Errors'])
  })

  it('UAE-SCH-006, UAE-SCH-009: an idempotency query is answered by the message or by a JWT with it', () => {
    const payments = loadContract('uae/v2.1', 'standards/bank-initiation')
    expect(payments.corrections.map(({ id }) => id)).toEqual(['UAE-SCH-006', 'UAE-SCH-009', 'UAE-SCH-014'])
    const message = { Data: {}, Links: { Self: 'https://rs1.bank.example/payments' } }
    const faults = (body: unknown) => payments.faults('GET /payments', 200, 'application/jwt', body)
    expect([faults(message), faults({ ...signed, message })]).toEqual([[], []])
    expect(faults({ Data: {} })).not.toEqual([])
  })

  it('UAE-SCH-007: what looks wrong and accuses nobody is known', () => {
    expect(correctionsFor('standards/bank-initiation').flatMap(({ harmless = [] }) => harmless)).toEqual([
      '/components/schemas/AEPaymentTransactionId',
    ])
  })

  it('UAE-SCH-010: a closed empty object stays closed', () => {
    const faults = accounts.faultsOf('AEStandardModels.AEMeta', { TotalPages: 1 })
    expect(expected(faults)).toEqual([' no further member'])
    expect(accounts.faultsOf('AEStandardModels.AEMeta', {})).toEqual([])
  })

  it.each(['api-hub/consent-manager', 'ozone-connect/consent-events-actions'])(
    'UAE-DOC-001: a consent of %s is closed as one with its base',
    (name) => {
      const contract = loadContract('uae/v2.1', name)
      const Data = { ConsentId: 'c', OpenFinanceBilling: {}, Permissions: ['ReadAccountsBasic'] }
      const faults = (more: object) =>
        expected(contract.faultsOf('AEAccountAccessConsentBody', { Data: { ...Data, ...more } }))?.filter((fault) =>
          fault.startsWith('/Data '),
        )
      expect(faults({ ExpirationDateTime: '2026-06-01T08:00:00Z' })).toEqual([])
      expect(faults({})).toEqual(['/Data member ExpirationDateTime'])
      const valid = { ...Data, OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' } }
      const extra = { ...valid, ExpirationDateTime: '2026-06-01T08:00:00Z', Else: 1 }
      expect(contract.faultsOf('AEAccountAccessConsentBody', { Data: extra })).toContainEqual(
        expect.objectContaining({ at: '/Data', got: 'the member Else' }),
      )
    },
  )

  const insurance = loadContract('uae/v2.1', 'standards/insurance')

  it('UAE-DOC-002: a quote has a status', () => {
    const quote = 'AEInsuranceQuoteReadAvailableResponseProperties'
    const faults = (value: object) => insurance.faultsOf(quote, value).map(({ at, got }) => `${at} ${got}`)
    expect(faults({ QuoteStatus: 'Available' }).filter((fault) => !fault.endsWith('nothing'))).toEqual([])
    expect(faults({ QuoteStatus: 'Expired' })).toContain('/QuoteStatus "Expired"')
  })

  it('UAE-DOC-003: the answer to a change of a quote is the message, alone or in a JWT', () => {
    const message = { Data: {}, Links: { Self: 'https://rs1.bank.example/quotes' } }
    const allowed = { PolicyIssuanceAllowed: { CustomerVerification: true, Payment: true, PolicyDocuments: true } }
    const full = { ...message, Data: allowed }
    const faults = (type: string, body: unknown) =>
      insurance.faults('PATCH /motor-insurance-quotes/{QuoteId}', 200, type, body)
    expect(faults('application/json', full)).toEqual([])
    expect(faults('application/json', { ...signed, message: full })).toEqual([])
    expect(faults('application/jwt', { ...signed, message: full })).toEqual([])
    expect(faults('application/json', { Data: allowed })).not.toEqual([])
  })

  it('UAE-DOC-004, UAE-DOC-005: what fits two alternatives is no fault', () => {
    const caap = loadContract('uae/v2.1', 'ozone-connect/caap-operations')
    const consent = { type: 'urn:openfinanceuae:insurance-consent:v2.1' }
    expect(caap.faultsOf('OzoneConnectConsentEventActionAPIs.AuthorizationDetails', consent)).toEqual([])
    const identity = loadContract('uae/v2.1', 'ozone-connect/insurance')
    const both = { EmiratesId: { EmiratesIdNumber: '784-1990-1234567-1' }, Passport: { PassportNumber: 'A1' } }
    expect(identity.faultsOf('AEInsurance.AEInsuranceIdentityTypes', both)).toEqual([])
    expect(identity.faultsOf('AEInsurance.AEInsuranceIdentityTypes', {})).not.toEqual([])
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
    const corrected = correct(undefined, facts({ Amount: { type: 'string', pattern: published } }))
    expect(corrected.facts.components.schemas?.Amount).toEqual({ type: 'string', pattern: read })
    expect(corrected.applied.map(({ id }) => id)).toEqual(published === read ? [] : ['UAE-SCH-011'])
  })

  it('a correction whose document has changed is an error that says what to review', () => {
    expect(() => correct('standards/account-information', facts({}))).toThrow(
      /^correction UAE-SCH-001 no longer fits standards\/account-information v9: .*additionalProperties: expected false, got nothing; /,
    )
  })
})
