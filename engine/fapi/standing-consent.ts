import { json } from '../exchange.ts'
import { Inconclusive } from '../session.ts'
import type { FapiClient } from './client.ts'
import { type Consents, readGrant } from './consents.ts'
import type { TokenFile } from './refresh-token.ts'

/** The one consent of a profile in `refresh-token` mode: nobody is asked, tokens come from the file. */
export const standingConsent = (client: FapiClient, consentId: string, file: TokenFile): Consents => {
  let current: Promise<ReturnType<typeof readGrant>> | undefined
  const fetch = async (speaker: Parameters<Consents['token']>[1]) => {
    const refreshToken = file.read()
    const { response } = await client.grant(
      { grant_type: 'refresh_token', refresh_token: refreshToken },
      speaker,
      'refresh the token',
    )
    const rotated = (json(response) as { refresh_token?: unknown } | undefined)?.refresh_token
    if (typeof rotated === 'string' && rotated !== refreshToken) file.write(rotated)
    return readGrant(response, 'the refresh token of the profile was not taken')
  }
  return {
    journey: () => Promise.reject(new Inconclusive('a profile in refresh-token mode gives no consent of its own')),
    id: async () => consentId,
    async token(_need, speaker) {
      const before = current
      const known = await before
      // Of those who waited together one refreshes: a rotated token that is shown twice ends the consent (RFC 9700 §4.14.2).
      if (current === before && (known === undefined || known.endsAt <= performance.now())) current = fetch(speaker)
      return (await current)?.accessToken ?? ''
    },
    given: () => [],
  }
}
