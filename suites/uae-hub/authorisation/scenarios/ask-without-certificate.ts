import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, token } from '../../operations.ts'
import { endpointIn } from '../endpoints.ts'

/** What was asked without a certificate, after it succeeded with one. */
export interface WithoutCertificate {
  readonly api: readonly Probe[]
  readonly registration: readonly Probe[]
}

const form = { grant_type: 'client_credentials', scope: 'accounts' }

/** Asks for a token, for data and for a registration without a client certificate. */
export const askWithoutCertificate = scenario({
  id: 'authorisation/ask-without-certificate',
  title: 'ask for a token and for data without a client certificate',
  needs: ['accounts'],
  uses: everything,
  operations: [token, accounts],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<WithoutCertificate> {
    await baseline(session, accounts)
    const certificate = 'none' as const
    const document = await session.discovery()
    const registration = endpointIn(document, 'registration_endpoint')
    const register = (url: string) => () =>
      session.follow(url, document, {
        purpose: 'registration without a certificate',
        method: 'POST',
        token: 'none',
        certificate,
        body: { text: '{}', mediaType: 'application/json' },
      })
    return {
      api: [
        await probe('token', () => session.grant(form, { purpose: 'token without a certificate', certificate })),
        await probe('data', () => session.call(accounts, { purpose: 'data without a certificate', certificate })),
      ],
      registration: registration !== undefined ? [await probe('registration', register(registration))] : [],
    }
  },
})
