import { createHash, createPrivateKey, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import type { RunningBank } from '../bank/index.ts'
import { dataSharing } from '../bank/policy/values.ts'
import { form, type Reply, type Sent, userAgent } from './bank-browser.ts'

// Used by the tests of this folder alone: a client of the bank that can do right and wrong.

type Json = Readonly<Record<string, unknown>>

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const seconds = (): number => Math.floor(Date.now() / 1000)
export const redirectUri = 'https://client.mizan.example/callback'

/** A consent object that the bank has nothing against. */
export const consentOf = (change: Json = {}): Json => ({
  ConsentId: randomUUID(),
  Permissions: ['ReadAccountsDetail', 'ReadBalances', 'ReadTransactionsDetail', 'ReadTransactionsBasic'],
  ExpirationDateTime: new Date(Date.now() + 90 * 86_400_000).toISOString(),
  OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
  ...change,
})

/** A client of a running bank, with the first customer as its user. */
export const testClient = (bank: RunningBank) => {
  const read = (name: string): string => readFileSync(join(bank.folder, name), 'utf8')
  const ca = read('ca.pem')
  const agentWith = (name?: string): Agent =>
    new Agent({ keepAlive: true, ca, ...(name && { cert: read(`${name}.pem`), key: read(`${name}.key`) }) })
  const agents = { own: agentWith('transport'), second: agentWith('second-transport'), none: agentWith() }
  const jwk = (name: string) => JSON.parse(read(name))
  const keys = { 'mizan-client-1': jwk('signing.jwk'), 'mizan-client-2': jwk('second-signing.jwk') } as const
  type ClientId = keyof typeof keys

  const send = (
    url: string,
    { method = 'GET', headers = {}, body = '', with: use = 'own' }: Sent = {},
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const outgoing = request(
        url,
        { method, headers: { ...headers, ...length }, agent: agents[use] },
        async (answer) => {
          const text = Buffer.concat(await answer.toArray()).toString()
          const flat = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join('\n')])
          resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), text, json: parse(text) })
        },
      )
      outgoing.on('error', reject).end(body)
    })

  const sign = (claims: Json, client: ClientId = 'mizan-client-1'): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'PS256', kid: keys[client].kid })
      .sign(createPrivateKey({ key: keys[client], format: 'jwk' }))

  const assertion = async (change: Json = {}, client: ClientId = 'mizan-client-1') => {
    const now = seconds()
    const claims = { iss: client, sub: client, aud: bank.issuer, jti: randomUUID(), iat: now, nbf: now, exp: now + 60 }
    return {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await sign({ ...claims, ...change }, client),
    }
  }

  const discovery = once(() => send(`${bank.issuer}/.well-known/openid-configuration`, { with: 'none' }))
  const endpoint = async (name: string): Promise<string> => (await discovery()).json[name]

  const token = async (fields: Readonly<Record<string, string>>, by: ClientId = 'mizan-client-1', change: Json = {}) =>
    send(await endpoint('token_endpoint'), {
      ...form({ ...fields, ...(await assertion(change, by)) }),
      with: by === 'mizan-client-1' ? 'own' : 'second',
    })

  const verifier = randomBytes(32).toString('base64url')

  const requestObject = (change: Json = {}): Promise<string> => {
    const now = seconds()
    return sign({
      iss: 'mizan-client-1',
      aud: bank.issuer,
      nbf: now,
      iat: now,
      jti: randomUUID(),
      exp: now + 300,
      client_id: 'mizan-client-1',
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'accounts openid',
      state: 'a state',
      nonce: randomUUID(),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      authorization_details: [{ type: dataSharing, consent: consentOf() }],
      ...change,
    })
  }

  const push = async (given: string | Json = {}, headers: Readonly<Record<string, string>> = {}) => {
    const jws = typeof given === 'string' ? given : await requestObject(given)
    const post = form({ ...(await assertion()), request: jws })
    return send(await endpoint('pushed_authorization_request_endpoint'), {
      ...post,
      headers: { ...post.headers, ...headers },
    })
  }

  const open = async (requestUri: string) => {
    const browser = userAgent(send, bank.issuer)
    const query = new URLSearchParams({ client_id: 'mizan-client-1', request_uri: requestUri })
    return { ...browser, page: await browser.visit(`${await endpoint('authorization_endpoint')}?${query}`) }
  }

  /** Pushes a consent and takes it through the pages; gives back the parameters of the callback. */
  const authorise = async (
    consent: Json = consentOf(),
    decision: Readonly<Record<string, string>> = { decision: 'approve' },
  ) => {
    const pushed = await push({ authorization_details: [{ type: dataSharing, consent }] })
    const { page, submit } = await open(pushed.json.request_uri)
    const asked = await submit(page, { username: 'salma', password: read('password.txt') })
    const end = await submit(asked, decision)
    const callback = new URL(end.headers.location ?? 'https://nowhere.invalid')
    return { consent, pushed, asked, end, callback }
  }

  const redeem = (code: string) =>
    token({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri })

  /** A user's token for a consent, by the whole journey. */
  const userToken = async (consent?: Json) => {
    const journey = await authorise(consent)
    const answer = await redeem(journey.callback.searchParams.get('code') ?? '')
    return { ...journey, answer, access: String(answer.json?.access_token) }
  }

  const clientToken = async (by: ClientId = 'mizan-client-1', scope = 'accounts'): Promise<string> =>
    (await token({ grant_type: 'client_credentials', scope }, by)).json.access_token

  const base = `${bank.issuer}/open-finance/account-information/v2.1`
  const call = (path: string, access?: string, sent: Sent = {}): Promise<Reply> =>
    send(path.startsWith('https:') ? path : `${base}${path}`, {
      ...sent,
      headers: { ...(access && { authorization: `Bearer ${access}` }), ...sent.headers },
    })

  const close = async (): Promise<void> => {
    for (const agent of Object.values(agents)) agent.destroy()
    await bank.close()
  }

  return {
    read,
    send,
    sign,
    assertion,
    discovery,
    endpoint,
    token,
    requestObject,
    push,
    open,
    authorise,
    redeem,
    userToken,
    clientToken,
    call,
    close,
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
