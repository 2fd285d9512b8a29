import { authorisationServer } from './authorisation/index.ts'
import { consentBook } from './consents.ts'
import { consentEvent } from './events/event.ts'
import { openPost } from './events/post.ts'
import type { Speech } from './face.ts'
import { openingBook } from './ledger/openings.ts'
import { defaultRateLimit } from './options.ts'
import { apis, olderOpenings, places } from './places.ts'
import { resourceServer } from './resources/index.ts'
import { openingEvent } from './resources/opening-view.ts'
import type { Setting } from './setting.ts'

/** The hub of UAE Open Finance v2.1. */
export const hub: Speech = {
  root: '/open-finance/',
  audience: places.resources,
  behind: 0,
  nameOf: (behaviour) => behaviour,
  async open(common, options, changes) {
    const post = openPost(common)
    const consents = consentBook({
      neverExpires: common.misbehaves('consent-never-expires'),
      changed: (consent) =>
        post.tell(
          consentEvent(consent, `${common.resources}/account-access-consents/${encodeURIComponent(consent.id)}`),
        ),
    })
    const openings = openingBook({
      relapses: common.hasDefect('opening-begins-anew'),
      changed: (opening) => post.tell(openingEvent(opening, common.issuer)),
    })
    const setting: Setting = { ...common, consents, openings, onEvent: post.tell }
    return {
      resources: {
        ...Object.fromEntries(Object.entries(apis).map(([name, { base }]) => [name, `${common.issuer}${base}`])),
        ...(options.variant === 'account-opening-v2.0' && {
          'account-opening-service-initiation': `${common.issuer}${olderOpenings}`,
        }),
      },
      authorise: await authorisationServer(setting, changes),
      close: () => {
        openings.close()
        post.close()
      },
      serve: resourceServer(setting, options.rateLimit ?? defaultRateLimit, changes),
    }
  },
}
