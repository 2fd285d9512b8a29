import type { Credentials, Exchange, Headers, JwsFacts } from '../engine/exchange.ts'

type Fields = Readonly<Record<string, string>> | Headers

/** What a literal exchange says; all else is usual. */
export interface Sample {
  readonly id?: string
  /** `GET /accounts` unless said; null for what no contract names. */
  readonly operation?: string | null
  /** Absolute; else the operation's path below a usual base. */
  readonly url?: string
  readonly purpose?: string
  /** Header fields of the request. */
  readonly sent?: Fields
  /** The body of the request: a text as it stands, anything else as JSON. */
  readonly asked?: unknown
  readonly status?: number
  readonly headers?: Fields
  /** A text as it stands; anything else as JSON, with `content-type: application/json` unless `headers` say otherwise. */
  readonly body?: unknown
  readonly token?: Credentials['token']
  readonly certificate?: Credentials['certificate']
  readonly startedAt?: string
  /** The facts of a body that is a JWS; the rest of them is usual. */
  readonly jws?: Partial<JwsFacts>
  /** The same of the detached JWS over its body. */
  readonly detached?: Partial<JwsFacts>
  /** The same of its id_token. */
  readonly idToken?: Partial<JwsFacts>
}

/** Base of the usual URLs. */
export const base = 'https://rs1.bank.example/open-finance/account-information/v2.1'

const fields = (given: Fields = {}): Headers =>
  Array.isArray(given) ? (given as Headers) : Object.entries(given as Readonly<Record<string, string>>)

/** A literal exchange from the few things that matter to a sample. */
export const exchange = (sample: Sample = {}): Exchange => {
  const operation = sample.operation === null ? undefined : (sample.operation ?? 'GET /accounts')
  const [method = 'GET', path = '/'] = (operation ?? 'GET /').split(' ')
  const headers = fields(sample.headers)
  const named = headers.some(([name]) => name.toLowerCase() === 'content-type')
  const asJson = sample.body !== undefined && typeof sample.body !== 'string'
  const body = asJson ? JSON.stringify(sample.body) : String(sample.body ?? '')
  return {
    id: sample.id ?? 'x1',
    ...(operation === undefined ? {} : { operation }),
    suite: 'uae-hub/sample',
    scenario: 'sample/sample',
    purpose: sample.purpose ?? 'good call',
    credentials: { token: sample.token ?? 'user', certificate: sample.certificate ?? 'own' },
    startedAt: sample.startedAt ?? '2026-06-01T08:00:00.000Z',
    durationMs: 0,
    request: {
      method,
      url: sample.url ?? `${base}${path}`,
      headers: fields(sample.sent),
      ...(sample.asked !== undefined && {
        body: typeof sample.asked === 'string' ? sample.asked : JSON.stringify(sample.asked),
      }),
    },
    response: {
      status: sample.status ?? 200,
      headers: asJson && !named ? [['content-type', 'application/json'], ...headers] : headers,
      body,
    },
    facts: {
      bytes: body.length,
      bodySha256: '',
      validUtf8: true,
      ...(sample.jws === undefined ? {} : { jws: { header: {}, claims: {}, verified: true, ...sample.jws } }),
      ...(sample.detached === undefined
        ? {}
        : { detached: { header: {}, claims: {}, verified: true, ...sample.detached } }),
      ...(sample.idToken === undefined
        ? {}
        : { idToken: { header: {}, claims: {}, verified: true, ...sample.idToken } }),
    },
  }
}
