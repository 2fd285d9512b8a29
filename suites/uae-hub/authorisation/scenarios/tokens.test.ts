import { describe, expect, it } from 'vitest'
import { ConnectionRefused, Inconclusive } from '../../../../engine/session.ts'
import type { Sample } from '../../../../testing/exchange.ts'
import { type Answers, fakeSession, type Granted } from '../../../../testing/session.ts'
import { accountsBody, consentBody } from '../../../../testing/uae-hub.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'
import { spoiledAssertions } from '../spoiled-assertions.ts'
import { askForOddGrants, unknownScope } from './ask-for-odd-grants.ts'
import { askWithSpoiledAssertions } from './ask-with-spoiled-assertions.ts'
import { askWithoutCertificate } from './ask-without-certificate.ts'
import { redeemAsSecondClient } from './redeem-as-second-client.ts'
import { redeemCodeLate } from './redeem-code-late.ts'
import { redeemCodeTwice } from './redeem-code-twice.ts'
import { redeemCodes } from './redeem-codes.ts'
import { shakeHands } from './shake-hands.ts'
import { useRefreshToken } from './use-refresh-token.ts'

const issuer = 'https://auth1.bank.example'
const discovery: Sample = {
  url: `${issuer}/.well-known/openid-configuration`,
  body: {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: 'https://as1.bank.example/token',
    pushed_authorization_request_endpoint: 'https://as1.bank.example/par',
    registration_endpoint: 'https://as1.bank.example/register',
  },
}
const given: Sample = { body: { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 300 } }
const refused: Sample = { status: 400, body: { error: 'invalid_grant' } }

/** A bank that gives codes, and tokens as `grant` says. */
const bank = (grant: (granted: Granted) => Sample, more: Answers = {}) =>
  fakeSession({
    discovery,
    grant,
    push: () => ({ requestUri: 'urn:1' }),
    authorise: () => ({ outcome: 'code', exchanges: [] }),
    clientToken: given,
    call: () => ({ body: accountsBody('a1') }),
    ...more,
  })
const purposes = (session: ReturnType<typeof bank>) => session.granted.map(({ options }) => options.purpose)

describe('askWithSpoiledAssertions', () => {
  const run = (grant: (granted: Granted) => Sample) => {
    const session = bank(grant)
    return { session, evidence: askWithSpoiledAssertions.run(session) }
  }

  it('asks with every spoiled assertion, and shows the good one again after two seconds', async () => {
    const { session, evidence } = run(({ count }) => (count === 0 ? given : refused))
    const { probes } = await evidence
    expect(probes.map(({ name }) => name)).toEqual([...spoiledAssertions.map(({ name }) => name), 'used twice'])
    expect(session.waits).toEqual([2000])
    const replay = session.granted.find(({ options }) => options.purpose === 'used twice')?.options.form
    expect(replay?.({ client_assertion: 'another' })).toEqual({ client_assertion: 'assertion 1' })
  })

  it('takes no refusal of the second showing for one when it came so late that the assertion was over', async () => {
    const late = '2026-06-01T08:00:31Z'
    const second = ({ options, count }: Granted, of: Sample): Sample =>
      options.purpose === 'used twice' ? { ...of, startedAt: late } : count === 0 ? given : refused
    const refusedLate = await run((granted) => second(granted, refused)).evidence
    expect(refusedLate.probes.at(-1)).toMatchObject({ inconclusive: expect.stringContaining('its age') })
    const givenLate = await run((granted) => second(granted, given)).evidence
    expect(givenLate.probes.at(-1)).toMatchObject({ exchange: { response: { status: 200 } } })
  })

  it('asks eight seconds ahead only when the clocks are close', async () => {
    const date = (value: string): Sample => ({ ...given, headers: { date: value, 'content-type': 'application/json' } })
    const close = run(() => date('Mon, 01 Jun 2026 08:00:00 GMT'))
    expect(await close.evidence).toHaveProperty('ahead')
    const ahead = close.session.granted.find(({ options }) => options.purpose === 'times eight seconds ahead')
    const claims = { iat: 100, nbf: 100, exp: 160, jti: 'j' }
    expect(ahead?.options.assertion?.claims?.(claims)).toEqual({ ...claims, iat: 108, nbf: 108 })
    expect(await run(() => date('Mon, 01 Jun 2026 08:00:05 GMT')).evidence).not.toHaveProperty('ahead')
    expect(await run(() => given).evidence).not.toHaveProperty('ahead')
  })

  it('is inconclusive when a good assertion is refused', async () => {
    await expect(run(() => refused).evidence).rejects.toThrow(/was answered with 400/)
  })

  it('spoils one thing at a time', () => {
    const endpoints = { token: 'https://t', par: 'https://p' }
    const claims = { iss: 'c', sub: 'c', aud: issuer, jti: 'j', iat: 100, nbf: 100, exp: 160 }
    const form = { grant_type: 'x', client_assertion: 'a', client_assertion_type: 't' }
    for (const { spoil } of spoiledAssertions) {
      const { assertion, form: change } = spoil(endpoints)
      const touched = [assertion?.signing, assertion?.claims, change].filter((one) => one !== undefined)
      expect(touched).toHaveLength(1)
      if (assertion?.claims) expect(assertion.claims(claims)).not.toEqual(claims)
      if (change) expect(change(form)).not.toEqual(form)
    }
  })
})

it('asks for other grants, other shapes and an unknown scope', async () => {
  const session = bank(({ count }) => (count === 0 ? given : refused))
  const evidence = await askForOddGrants.run(session)
  expect(evidence.probes).toHaveLength(6)
  expect(session.granted.find(({ options }) => options.purpose === 'unknown scope')?.form.scope).toContain(unknownScope)
  expect(session.granted.map(({ options }) => options.method).filter(Boolean)).toEqual(['GET'])
})

describe('redeemCodes', () => {
  it('tries one code in every wrong way, and then as it should be', async () => {
    const session = bank(({ form }) =>
      form.code_verifier === 'verifier' && form.redirect_uri === 'https://client.example/callback' ? given : refused,
    )
    const { baseline, probes } = await redeemCodes.run(session)
    expect(baseline.response.status).toBe(200)
    expect(probes.map((one) => 'exchange' in one && one.exchange.response.status)).toEqual([400, 400, 400])
    expect(purposes(session)).toHaveLength(4)
  })

  it('gives each a code of its own where a wrong try ends the code', async () => {
    const session = bank(({ options }) => (options.purpose === 'redeem the code' ? given : refused))
    const { probes } = await redeemCodes.run(session)
    expect(probes).toHaveLength(3)
    expect(purposes(session)).toHaveLength(8)
  })

  it('goes on with fresh codes after a wrong try that gave a token', async () => {
    const session = bank(() => given)
    const { probes } = await redeemCodes.run(session)
    expect(probes.map((one) => 'exchange' in one && one.exchange.response.status)).toEqual([200, 200, 200])
  })

  it('is inconclusive when no code is good', async () => {
    await expect(redeemCodes.run(bank(() => refused))).rejects.toThrow(/a good code was answered with 400/)
  })

  it('is inconclusive when no code comes', async () => {
    const session = bank(() => given, { authorise: () => ({ outcome: 'page', exchanges: [] }) })
    await expect(redeemCodes.run(session)).rejects.toThrow(Inconclusive)
  })
})

it('redeems a code twice, a second apart, and looks what became of the first token', async () => {
  const session = bank(({ count }) => (count === 0 ? given : refused))
  const { firstToken } = await redeemCodeTwice.run(session)
  expect(session.waits).toEqual([1000])
  expect(firstToken).toMatchObject({ exchange: { response: { status: 200 } } })
  expect(session.asked[0]?.options.bearer).toBeDefined()
})

it('waits as long as the profile says before it redeems a code late', async () => {
  const session = bank(({ count }) => (count === 0 ? given : refused))
  await redeemCodeLate.run(session)
  expect(session.waits).toEqual([600_000])
})

describe('redeemAsSecondClient', () => {
  const answer = ({ options }: Granted): Sample => (options.as === 'second' ? refused : given)

  it('tries the code and the refresh token of the first client', async () => {
    const { probes } = await redeemAsSecondClient.run(bank(answer))
    expect(probes.map(({ name }) => name)).toEqual(['code of another client', 'refresh token of another client'])
  })

  it('shows with another code that codes are good, where the try has ended the first', async () => {
    const session = bank((granted) => (granted.count === 1 ? refused : answer(granted)))
    const { baseline } = await redeemAsSecondClient.run(session)
    expect(purposes(session)).toEqual([
      'code of another client',
      'code, by its own client',
      'redeem the code',
      'refresh token, by its own client',
      'refresh token of another client',
    ])
    expect(baseline.purpose).toBe('redeem the code')
  })

  it('is inconclusive when codes are good for nobody', async () => {
    await expect(redeemAsSecondClient.run(bank(() => refused))).rejects.toThrow(/a good code was answered with 400/)
  })

  it('asks for no refresh where the code gives no refresh token', async () => {
    const without: Sample = { body: { access_token: 'a' } }
    const { probes } = await redeemAsSecondClient.run(bank((granted) => (granted.options.as ? refused : without)))
    expect(probes.map(({ name }) => name)).toEqual(['code of another client'])
  })

  it('counts no refusal of a refresh token that is good for nobody', async () => {
    const onlyCodes = (granted: Granted): Sample => ('refresh_token' in granted.form ? refused : answer(granted))
    const { probes } = await redeemAsSecondClient.run(bank(onlyCodes))
    expect(probes.at(-1)).toMatchObject({ inconclusive: 'its own client was answered with 400' })
  })

  it('is inconclusive when the second client is good for nothing', async () => {
    const run = redeemAsSecondClient.run(bank(answer, { clientToken: { status: 401 } }))
    await expect(run).rejects.toThrow(/gets no token for itself/)
  })
})

describe('useRefreshToken', () => {
  const withStates = (grant: (granted: Granted) => Sample, status = 'Revoked') =>
    bank(grant, {
      call({ operation, count }) {
        if (operation === patchConsent) return { status: 204 }
        if (operation === consent) return { body: consentBody({ Status: count < 2 ? 'Authorized' : status }) }
        return { body: accountsBody('a1') }
      },
    })

  it('tries the newest refresh token after the revocation', async () => {
    const session = withStates(({ count }) => ({ body: { access_token: 'a', refresh_token: `r${count}` } }))
    const { after } = await useRefreshToken.run(session)
    expect(session.granted.map(({ form }) => form.refresh_token)).toEqual([undefined, 'r0', 'r1'])
    expect(after?.data?.response.status).toBe(200)
    const operations = session.asked.map(({ operation }) => operation)
    expect(operations.slice(0, 5)).toEqual([accounts, consent, patchConsent, consent, accounts])
    expect(new Set(operations.slice(5))).toEqual(new Set([accounts]))
  })

  it('gives the consent time to show the state that the token tells', async () => {
    const told = [{ consent: { Data: { Status: 'Authorized' } } }]
    let reads = 0
    const session = bank(() => ({ body: { access_token: 'a', refresh_token: 'r', authorization_details: told } }), {
      call({ operation }) {
        if (operation === patchConsent) return { status: 204 }
        if (operation !== consent) return { body: accountsBody('a1') }
        reads += 1
        return { body: consentBody({ Status: ['AwaitingAuthorization', 'Authorized'][reads - 1] ?? 'Revoked' }) }
      },
    })
    expect((await useRefreshToken.run(session)).consent?.response.body).toContain('"Authorized"')
  })

  it('gives data time to end after the revocation', async () => {
    let data = 0
    const session = bank(({ count }) => ({ body: { access_token: 'a', refresh_token: `r${count}` } }), {
      call({ operation }) {
        if (operation === patchConsent) return { status: 204 }
        if (operation === consent) return { body: consentBody({ Status: 'Revoked' }) }
        data += 1
        return data < 4 ? { body: accountsBody('a1') } : { status: 403 }
      },
    })
    expect((await useRefreshToken.run(session)).after?.data?.response.status).toBe(403)
  })

  it.each([
    ['refused', refused],
    ['answered without a token', { body: {} }],
  ])('keeps the answer to a refresh that is %s, and asks no further', async (_, answer) => {
    const session = withStates(({ count }) => (count === 0 ? given : answer))
    const evidence = await useRefreshToken.run(session)
    expect(evidence.refreshed?.response.status).toBe(answer.status ?? 200)
    expect(evidence).not.toHaveProperty('data')
    expect(session.asked).toEqual([])
  })

  it('asks for nothing where the code gives no refresh token', async () => {
    const evidence = await useRefreshToken.run(withStates(() => ({ body: { access_token: 'a' } })))
    expect(Object.keys(evidence)).toEqual(['push', 'first'])
  })

  it('asks for data with a token only', async () => {
    const session = withStates(({ count }) => [given, { body: { access_token: 'b' } }, { body: {} }][count] ?? refused)
    expect((await useRefreshToken.run(session)).after).not.toHaveProperty('data')
  })

  it('keeps the first where no other came, and asks for no data without a token', async () => {
    const session = withStates(({ count }) => [given, { body: { access_token: 'b' } }, refused][count] ?? refused)
    const { after } = await useRefreshToken.run(session)
    expect(session.granted.map(({ form }) => form.refresh_token)).toEqual([undefined, 'r', 'r'])
    expect(after?.data).toBeUndefined()
  })

  it('is inconclusive when the revocation does not show', async () => {
    await expect(useRefreshToken.run(withStates(() => given, 'Authorized'))).rejects.toThrow(/did not become Revoked/)
  })
})

describe('askWithoutCertificate', () => {
  it('keeps a connection that is broken off as evidence', async () => {
    const session = bank(() => ({ status: 403 }), {
      call({ options }) {
        if (options.certificate === 'none') throw new ConnectionRefused('alert')
        return { body: accountsBody('a1') }
      },
    })
    const { api, registration } = await askWithoutCertificate.run(session)
    expect(api.map((one) => ('exchange' in one ? one.exchange.response.status : one.brokenOff))).toEqual([403, true])
    expect(registration).toMatchObject([{ name: 'registration', brokenOff: true }])
  })
})

describe('shakeHands', () => {
  it('offers old versions to every host once, and weak suites to those for clients', async () => {
    const offered: string[] = []
    const session = bank(() => given, {
      call: () => ({ status: 404 }),
      handshake({ url, purpose }) {
        offered.push(`${new URL(url).host}: ${purpose}`)
        return { outcome: 'refused' }
      },
    })
    const hosts = await shakeHands.run(session)
    expect(hosts.map(({ host, probes }) => [host, probes.length])).toEqual([
      ['as1.bank.example', 4],
      ['rs1.bank.example', 4],
      ['auth1.bank.example', 2],
    ])
    expect(new Set(offered).size).toBe(offered.length)
  })

  it('goes where aliases for mutual TLS lead, and to the host of registration', async () => {
    const urls: string[] = []
    const body = {
      ...(discovery.body as object),
      registration_endpoint: 'https://reg.bank.example/register',
      mtls_endpoint_aliases: { token_endpoint: 'https://mtls.bank.example/token' },
    }
    const session = bank(() => given, {
      discovery: { ...discovery, body },
      call: () => ({ status: 404 }),
      handshake({ url }) {
        urls.push(new URL(url).host)
        return { outcome: 'agreed' }
      },
    })
    await shakeHands.run(session)
    expect([...new Set(urls)].toSorted()).toEqual([
      'as1.bank.example',
      'auth1.bank.example',
      'mtls.bank.example',
      'reg.bank.example',
      'rs1.bank.example',
    ])
  })

  it('goes on with other hosts where one is not there', async () => {
    const session = bank(() => given, {
      call: () => ({ status: 404 }),
      handshake({ url }) {
        if (url.includes('//rs1')) throw new Inconclusive('nothing answers')
        return { outcome: 'agreed' }
      },
    })
    const hosts = await shakeHands.run(session)
    expect(hosts.map(({ good }) => 'inconclusive' in good)).toEqual([false, true, false])
  })

  it('keeps an offer that could not be made', async () => {
    const session = bank(() => given, {
      call: () => ({ status: 404 }),
      handshake({ version }) {
        if (version === 'TLSv1') throw new Inconclusive('our own TLS library does not offer that')
        return { outcome: 'agreed' }
      },
    })
    const [first] = await shakeHands.run(session)
    expect(first?.probes[0]).toMatchObject({ name: 'TLS 1.0', inconclusive: expect.any(String) })
  })
})
