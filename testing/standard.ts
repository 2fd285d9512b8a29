import type { ProfileFile } from '../engine/profile/schema.ts'
import type { Rule } from '../engine/rule.ts'
import type { Scenario } from '../engine/scenario.ts'
import type { FapiFacts, Standard, Suite } from '../engine/standard.ts'

/** A scenario that returns what it is told. */
export const fakeScenario = (change: Partial<Scenario<unknown>> & { readonly id: string }): Scenario<unknown> => ({
  title: change.id,
  needs: [],
  operations: [],
  effect: 'reads',
  run: async () => 'evidence',
  ...change,
})

/** A rule over any evidence, which holds unless told otherwise. */
export const fakeRule = (change: Partial<Rule> & Pick<Rule, 'id' | 'on'>): Rule =>
  ({
    requirements: [change.id],
    level: 'MUST',
    about: 'hub',
    title: change.id,
    cites: [{ source: 'RFC', place: '9110 §5.1' }],
    defects: [],
    check: () => [],
    ...change,
  }) as Rule

/** What the fake standard asks of its clients. */
export const fakeFapi: FapiFacts = {
  clientScope: () => 'toy',
  consentRequest: () => ({ scope: 'toy', authorizationDetails: [] }),
  smallestNeed: { permissions: ['Read'] },
}

/** A standard of one suite, small enough to be read beside a test. */
export const fakeStandard = (suite: Partial<Suite>, change: Partial<Standard> = {}): Standard => ({
  id: 'toy',
  title: 'Toy standard',
  variants: ['v1', 'v2'],
  contracts: () => [],
  capabilities: {
    accounts: { title: 'accounts', operations: ['GET /accounts'] },
    balances: { title: 'balances', operations: ['GET /balances'] },
  },
  suites: [
    {
      id: 'toy/data',
      title: 'Data',
      operations: ['GET /accounts', 'GET /balances'],
      scenarios: [],
      rules: [],
      ...suite,
    },
  ],
  rules: [],
  personal: [],
  fapi: fakeFapi,
  requirements: () => [],
  exclusions: () => [],
  ...change,
})

/** A profile that claims everything and allows everything. */
export const fakeProfile = (change: Partial<ProfileFile> = {}): ProfileFile => ({
  name: 'Toy bank',
  standard: 'toy',
  environment: 'sandbox',
  users: 'synthetic',
  write: true,
  issuer: 'https://auth.example',
  resources: {},
  client: {
    id: 'client-1',
    redirectUri: 'https://tpp.example/cb',
    signing: { key: { file: 'k' } },
    transport: { certificate: { file: 'c' }, key: { file: 'k' } },
    authentication: 'private_key_jwt',
  },
  second: {
    id: 'client-2',
    signing: { key: { file: 'k' } },
    transport: { certificate: { file: 'c' }, key: { file: 'k' } },
    authentication: 'private_key_jwt',
  },
  authorisation: { mode: 'headless', origins: [], forms: [{}] },
  samples: {},
  limits: {
    concurrency: 2,
    requestsPerSecond: 1000,
    timeout: 5,
    bodyBytes: 1_000_000,
    pages: 10,
    journeys: 5,
    clockTolerance: 1,
    settle: 1,
    codeLife: 1,
  },
  burst: { requests: 10 },
  waivers: [],
  ...change,
})
