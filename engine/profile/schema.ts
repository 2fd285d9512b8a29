import { z } from 'zod'

const url = z.url({ protocol: /^https$/, error: 'expected an https URL' })

/** Where a secret lies. The value itself never stands in a profile. */
const secret = z
  .union(
    [
      z.strictObject({ file: z.string().min(1) }),
      z.strictObject({ env: z.string().min(1) }),
      z.strictObject({ command: z.string().min(1) }),
    ],
    {
      error: 'expected where the value lies: { file: … }, { env: … } or { command: … }; a profile never holds a secret',
    },
  )
  .describe(
    'Where a value lies: a file (relative to the profile), an environment variable, or the output of a command.',
  )

const transport = z
  .union(
    [
      z.strictObject({ certificate: secret, key: secret, passphrase: secret.optional() }),
      z.strictObject({ pkcs12: secret, passphrase: secret.optional() }),
    ],
    { error: 'expected { certificate, key } (PEM) or { pkcs12, passphrase }' },
  )
  .describe('The certificate that the client presents in mutual TLS.')

const client = z.strictObject({
  id: z.string().min(1).describe('client_id, as the trust framework registered it.'),
  redirectUri: z.url().describe('One of the registered redirect URIs, byte for byte.'),
  signing: z
    .strictObject({ key: secret, kid: z.string().min(1).optional() })
    .describe('The private key (PEM or JWK) of client assertions and request objects; kid may stand in the JWK.'),
  transport,
  encryption: z
    .strictObject({ key: secret, kid: z.string().min(1).optional() })
    .optional()
    .describe('The private RSA key (PEM or JWK) that opens what the target encrypts for the client, such as events.'),
  authentication: z
    .enum(['private_key_jwt', 'tls_client_auth'])
    .default('private_key_jwt')
    .describe('How the client shows the token endpoint who it is.'),
})

const events = z
  .strictObject({
    url: url
      .refine(
        (text) => !URL.canParse(text) || !/[?#@]/.test(text),
        'expected a URL without a query, a fragment and a user',
      )
      .describe('The public address that the target is told; each inbox has a path of its own below it.'),
    listen: z
      .strictObject({
        host: z.string().min(1).default('127.0.0.1'),
        port: z.int().min(0).max(65_535).describe('0 takes any free one, and puts it into the URL.'),
      })
      .describe('Where this machine listens.'),
    certificate: secret.optional().describe('The certificate of the public address: PEM, with its chain.'),
    key: secret.optional(),
    plain: z.boolean().default(false).describe('Listens without TLS, because a proxy or a tunnel in front ends it.'),
    wait: z.number().positive().max(3600).default(300).describe('Seconds that an event may take to come.'),
  })
  .refine(({ certificate, key, plain }) => plain === (certificate === undefined) && plain === (key === undefined), {
    error: 'expected a certificate and its key, or plain: true where a proxy in front ends TLS',
  })
  .describe('Where events of the target arrive. Without it they are not asked.')

const text = z.union([z.string(), secret])

const authorisation = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('headless'),
      origins: z.array(url).default([]).describe('Further origins on which users log in.'),
      forms: z
        .array(z.record(z.string(), text))
        .min(1)
        .describe('The forms of the journey, in order: field name → value. Fields that a page fills itself are kept.'),
      decline: z
        .array(z.record(z.string(), text))
        .min(1)
        .optional()
        .describe('The same forms as a user fills them in who declines. Without them declining is not asked.'),
    }),
    z.strictObject({
      mode: z.literal('browser'),
      open: z.boolean().default(false).describe('Open the URL in the browser of this machine, beside printing it.'),
    }),
    z.strictObject({
      mode: z.literal('refresh-token'),
      token: z
        .strictObject({ file: z.string().min(1) })
        .describe('A file with the refresh token; written back when it rotates.'),
      consentId: z.string().min(1),
      permissions: z.array(z.string().min(1)).min(1).describe('What the consent behind the token permits.'),
    }),
  ])
  .describe('How the run gets the consent of a user.')

const limits = z.strictObject({
  concurrency: z.int().min(1).max(64).default(4).describe('Requests under way at once.'),
  requestsPerSecond: z.number().positive().max(10_000).default(20),
  timeout: z.number().positive().max(300).default(15).describe('Seconds to wait for an answer.'),
  bodyBytes: z.int().positive().default(20_000_000).describe('Largest body that is read.'),
  pages: z.int().min(2).default(200).describe('Pages of a walk.'),
  journeys: z.int().min(0).default(20).describe('Times that a user may be asked for a consent.'),
  settle: z
    .number()
    .min(0)
    .max(600)
    .default(60)
    .describe('Seconds that a change of state may take to show, before a missing effect is a finding.'),
  clockTolerance: z
    .number()
    .min(0)
    .max(600)
    .default(90)
    .describe('Seconds added to a lifetime before it counts as over.'),
  codeLife: z
    .number()
    .min(0)
    .max(3600)
    .default(600)
    .describe('Seconds after which an authorization code that nobody used has to be over.'),
})

const waiver = z.strictObject({
  rule: z.string().min(1),
  operation: z.string().min(1).optional(),
  scenario: z.string().min(1).optional(),
  at: z.string().min(1).optional().describe('Only findings at this place.'),
  reason: z.string().min(1),
  owner: z.string().min(1),
  until: z.iso.date().describe('Last day on which it counts.'),
})

/** What every profile has, however its target is reached. */
const common = {
  name: z.string().min(1).describe('What the report calls this target.'),
  standard: z.string().min(1).describe('uae-hub, bahrain, openapi'),
  variant: z.string().min(1).optional(),
  environment: z.enum(['sandbox', 'production']).default('sandbox'),
  users: z.enum(['synthetic', 'real']).default('real').describe('Whether the data belongs to invented people.'),
  trust: z
    .strictObject({ ca: secret })
    .optional()
    .describe('Certificate authorities to trust beside the public ones: PEM.'),
  claims: z
    .array(z.string().min(1))
    .optional()
    .describe('What the target offers; everything of the standard unless said.'),
  samples: z.record(z.string(), z.string()).default({}),
  limits: limits.prefault({}),
  burst: z
    .strictObject({ requests: z.int().min(2).max(1000) })
    .optional()
    .describe('A burst that the operator of the target agreed to. Without it none is sent.'),
  rules: z.string().min(1).optional().describe('A module with rules of your own, relative to the profile.'),
  waivers: z.array(waiver).default([]),
}

/** The profile of a target behind a FAPI 2.0 authorization server, as a user writes it. */
export const profileFile = z
  .strictObject({
    ...common,
    embedded: z
      .strictObject({
        now: z.iso.datetime({ offset: true }).optional(),
        defects: z.array(z.string().min(1)).default([]),
      })
      .optional()
      .describe('Start the embedded bank for the run; it fills in endpoints and credentials.'),
    write: z
      .boolean()
      .optional()
      .describe(
        'true: leads are sent, accounts opened, payments made. false: nothing is changed at all. Unless said: consents of its own are changed and given back. In production nothing ever is.',
      ),
    issuer: url.describe('Of the authorization server. Everything else is read from its discovery document.'),
    resources: z.record(z.string(), url).describe('API name → base URL, as the directory advertises it.'),
    client,
    second: client
      .omit({ redirectUri: true, encryption: true })
      .optional()
      .describe('A second client of the same trust framework, to prove that tokens are bound to the first.'),
    authorisation,
    events: events.optional(),
  })
  .describe('Whom Mizan tests, and how it gets in.')

/** The profile of a target that is reached with headers alone: an API by its OpenAPI document. */
export const plainProfileFile = z
  .strictObject({
    ...common,
    contract: z.string().min(1).describe('The OpenAPI document: a file, relative to the profile, or a URL.'),
    baseUrl: z
      .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
      .refine((text) => !URL.canParse(text) || !/[?#]/.test(text), 'expected a URL without a query or a fragment')
      .refine((text) => {
        const { username = '', password = '' } = URL.canParse(text) ? new URL(text) : {}
        return username === '' && password === ''
      }, 'expected a URL without a user and a password, which belong into headers')
      .describe('What stands before the paths of the document.'),
    headers: z
      .record(z.string(), text)
      .default({})
      .describe('Headers of every request; a credential is named by where it lies.'),
    params: z
      .record(z.string(), z.string())
      .default({})
      .describe('Values of parameters that the document gives no example of, by name.'),
    positive: z.boolean().default(false).describe('Good calls only: nothing that is meant to be refused.'),
    strict: z.boolean().default(false).describe('Also notes members that the document neither declares nor forbids.'),
    write: z.boolean().default(false).describe('Also operations that change something.'),
    transport: transport.optional(),
  })
  .describe('An API by its OpenAPI document, reached with headers alone.')

export type ProfileFile = z.output<typeof profileFile>
export type PlainProfile = z.output<typeof plainProfileFile>
/** Any profile: what most of the engine needs is common to both. */
export type AnyProfile = ProfileFile | PlainProfile
export type SecretReference = z.output<typeof secret>
export type TransportReference = z.output<typeof transport>

/** True of a profile whose target is reached with headers alone. */
export const isPlain = (profile: AnyProfile): profile is PlainProfile => 'baseUrl' in profile
