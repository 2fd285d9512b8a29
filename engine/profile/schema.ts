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
})

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

/** The profile file, as a user writes it. */
export const profileFile = z
  .strictObject({
    name: z.string().min(1).describe('What the report calls this target.'),
    standard: z.string().min(1).describe('uae-hub'),
    variant: z.string().min(1).optional(),
    environment: z.enum(['sandbox', 'production']).default('sandbox'),
    users: z.enum(['synthetic', 'real']).default('real').describe('Whether the data belongs to invented people.'),
    embedded: z
      .strictObject({
        now: z.iso.datetime({ offset: true }).optional(),
        defects: z.array(z.string().min(1)).default([]),
      })
      .optional()
      .describe('Start the embedded bank for the run; it fills in endpoints and credentials.'),
    issuer: url.describe('Of the authorization server. Everything else is read from its discovery document.'),
    resources: z.record(z.string(), url).describe('API name → base URL, as the directory advertises it.'),
    trust: z
      .strictObject({ ca: secret })
      .optional()
      .describe('Certificate authorities to trust beside the public ones: PEM.'),
    client,
    second: client
      .omit({ redirectUri: true })
      .optional()
      .describe('A second client of the same trust framework, to prove that tokens are bound to the first.'),
    authorisation,
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
    waivers: z.array(waiver).default([]),
  })
  .describe('Whom Mizan tests, and how it gets in.')

export type ProfileFile = z.output<typeof profileFile>
export type SecretReference = z.output<typeof secret>
export type TransportReference = z.output<typeof transport>
