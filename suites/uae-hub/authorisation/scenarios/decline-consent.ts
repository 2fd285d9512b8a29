import { at, carried } from '../../../../checks/body.ts'
import type { WayBack } from '../../../../checks/callback.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { poll } from '../../ask.ts'
import { authorization, consent, par } from '../../operations.ts'

const decline = (session: Session): Promise<WayBack> =>
  session.once('a user who declines', async () => {
    const push = await session.push({ purpose: 'push, for a user who declines' })
    if (push.requestUri === undefined)
      throw new Inconclusive(`a good push was answered with ${push.par.response.status}`)
    const authorisation = await session.authorise(push, 'the user declines', { decline: true })
    return { journey: { push, authorisation }, discovery: await session.discovery() }
  })

/** A user logs in and declines. */
export const declineConsent = scenario({
  id: 'authorisation/decline-consent',
  title: 'let the user decline',
  needs: [],
  means: ['user-agent', 'decline'],
  operations: [par, authorization],
  effect: 'reads',
  run: decline,
})

/** Reads of a consent that a user declined, until it shows as `Rejected` or patience ends. */
export const readDeclinedConsent = scenario({
  id: 'authorisation/read-declined-consent',
  title: 'read a consent that the user declined',
  needs: ['consents'],
  means: ['user-agent', 'decline'],
  operations: [par, authorization, consent],
  effect: 'reads',
  async run(session): Promise<readonly Exchange[]> {
    const { push, authorisation } = (await decline(session)).journey
    if (authorisation.callback?.parameters.error !== 'access_denied')
      throw new Inconclusive('the callback does not say that the user declined')
    return poll(
      session,
      () =>
        session.call(consent, {
          purpose: 'read the declined consent',
          token: 'client',
          path: { ConsentId: push.consentId },
        }),
      (exchange) => at(carried(exchange)?.value, 'Data', 'Status') === 'Rejected',
    )
  },
})
