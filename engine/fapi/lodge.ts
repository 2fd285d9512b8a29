import type { Caller } from '../calls.ts'
import type { ConsentNeed, PushOptions } from '../session.ts'
import { Inconclusive } from '../session.ts'
import type { FapiFacts, Lodged } from '../standard.ts'
import type { FapiClient, PushedRequest, Speaker } from './client.ts'

/** Makes a wish for a consent known to the server, so that its user can be asked. */
export type Lodge = (need: ConsentNeed, speaker: Speaker, options: PushOptions) => Promise<PushedRequest>

/** How consents are lodged for a client: by a pushed authorization request, or by a call that creates each. */
export const makeLodge = (
  { consentCall, consentRequest }: Pick<FapiFacts, 'consentCall' | 'consentRequest'>,
  client: FapiClient,
  call: (operation: string, options: Parameters<Caller['call']>[3], speaker: Speaker) => ReturnType<Caller['call']>,
  about: Omit<Lodged, 'now'> = { samples: {}, claims: [] },
): Lodge =>
  consentCall === undefined
    ? (need, speaker, options) => {
        const consentId = crypto.randomUUID()
        return client.push({ consentId, ...consentRequest(need, { now: new Date(), consentId }) }, options, speaker)
      }
    : async (need, speaker, { purpose, ...options }) => {
        const now = new Date()
        const body = consentCall.body(need, { now, ...about })
        const headers = consentCall.headers?.(need)
        const par = await call(
          consentCall.operation(need),
          { purpose, token: 'client', ...(body && { body }), ...(headers && { headers }) },
          speaker,
        )
        const consentId = consentCall.consentId(par)
        if (consentId === undefined) {
          throw new Inconclusive(`no consent was created: the answer has status ${par.response.status}`)
        }
        const request = { consentId, ...consentRequest(need, { now, consentId }) }
        return { ...(await client.request(request, options)), par }
      }
