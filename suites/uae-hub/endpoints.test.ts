import { expect, it } from 'vitest'
import { discover, usable } from '../../engine/fapi/discovery.ts'
import type { ProfileFile } from '../../engine/profile/schema.ts'
import type { Recorder } from '../../engine/recorder.ts'
import { Inconclusive } from '../../engine/session.ts'
import { exchange } from '../../testing/exchange.ts'

const issuer = 'https://auth1.bank.example'
const document = {
  issuer,
  authorization_endpoint: 'https://auth1.bank.example/auth',
  token_endpoint: 'https://as1.bank.example/token',
  pushed_authorization_request_endpoint: 'https://as1.bank.example/par',
  jwks_uri: 'https://keystore.example/hub.jwks',
}

/** Reads the discovery of a hub that answers with this document, and says which URLs were asked for. */
const read = async (body: object) => {
  const urls: string[] = []
  const recorder = {
    send: async ({ request }: { readonly request: { readonly url: string } }) => {
      urls.push(request.url)
      return exchange({ body: request.url.endsWith('openid-configuration') ? body : { keys: [] } })
    },
    trustKeys: () => undefined,
  } as unknown as Recorder
  return { found: await discover({ issuer } as ProfileFile, recorder, { pushes: true }), urls }
}

it('takes every endpoint from discovery, whatever its host', async () => {
  const { found, urls } = await read(document)
  expect(usable(found)).toMatchObject({
    token: document.token_endpoint,
    par: document.pushed_authorization_request_endpoint,
  })
  expect(urls).toEqual([`${issuer}/.well-known/openid-configuration`, document.jwks_uri])
})

it('prefers the endpoints for mutual TLS', async () => {
  const alias = 'https://mtls.bank.example/token'
  const { found } = await read({ ...document, mtls_endpoint_aliases: { token_endpoint: alias } })
  expect(usable(found)).toMatchObject({ token: alias, par: document.pushed_authorization_request_endpoint })
})

it('builds none that discovery lacks', async () => {
  const { found } = await read({ ...document, token_endpoint: undefined })
  expect(() => usable(found)).toThrow(Inconclusive)
  expect(() => usable(found)).toThrow('token_endpoint')
})
