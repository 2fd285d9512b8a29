import type { FapiClient, PushedRequest } from './client.ts'
import type { Authorised } from './headless.ts'

/** Codes of authorisations, out of the sight of scenarios. */
export interface Codes {
  /** Keeps the code and the PKCE verifier that belong to an authorisation. */
  readonly keep: (authorised: Authorised, push: PushedRequest) => void
  /** The form that redeems the code of an authorisation; undefined when it brought none. */
  readonly form: (authorisation: object) => Parameters<FapiClient['grant']>[0] | undefined
}

/** Makes a store of codes that come back to one redirect URI. */
export const keepCodes = (redirectUri: string): Codes => {
  const kept = new WeakMap<object, Parameters<FapiClient['grant']>[0]>()
  return {
    keep({ authorisation, code }, { codeVerifier }) {
      if (code === undefined) return
      kept.set(authorisation, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      })
    },
    form: (authorisation) => kept.get(authorisation),
  }
}
