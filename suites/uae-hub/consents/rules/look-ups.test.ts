import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody, uaeGiven } from '../../../../testing/uae-hub.ts'
import { consentsOfBase } from '../../operations.ts'
import { chainsAreListed, lookUpsKeepTheirBase, unknownBasesHaveNothing } from './look-ups.ts'

const list = (query: string, status: number, body?: unknown) =>
  exchange({
    id: 'x9',
    operation: consentsOfBase,
    url: `https://rs1.bank.example/account-access-consents${query}`,
    status,
    body,
  })
const child = (BaseConsentId: string, ConsentId = 'consent-2') => consentBody({ BaseConsentId, ConsentId })

proves(
  lookUpsKeepTheirBase,
  {
    holds: {
      'consents of the base': list('?baseConsentId=c1', 200, [child('c1'), child('c1', 'consent-3')]),
      none: list('?baseConsentId=c1', 200, []),
      'refused without a base': list('', 400),
    },
    breaks: {
      'without a base': [list('', 200, []), { at: 'query baseConsentId', expected: '400 without it', got: '200' }],
      'of another base': [list('?baseConsentId=c1', 200, [child('c2')]), '/0/Data/BaseConsentId'],
      'in an envelope': [list('?baseConsentId=c1', 200, { Data: [] }), 'body'],
      'without a state': [
        list('?baseConsentId=c1', 200, [consentBody({ BaseConsentId: 'c1', Status: undefined })]),
        '/0/Data',
      ],
    },
    silent: {
      'another operation': exchange({ body: [] }),
      refused: list('?baseConsentId=c1', 403),
      failed: list('', 500),
    },
  },
  uaeGiven,
)

const lookUps = (unknown: ReturnType<typeof list>) => ({ known: list('', 200, []), unknown, without: list('', 400) })

proves(unknownBasesHaveNothing, {
  holds: {
    'an empty list': lookUps(list('?baseConsentId=x', 200, [])),
    'not found': lookUps(list('?baseConsentId=x', 404)),
    'another refusal': lookUps(list('?baseConsentId=x', 400)),
  },
  breaks: {
    somebody: [
      lookUps(list('?baseConsentId=x', 200, [child('c1')])),
      { at: 'body', expected: 'an empty list, or 404', got: 'a list of 1', exchange: 'x9' },
    ],
  },
  undecided: {
    'a failure': lookUps(list('?baseConsentId=x', 500)),
    'no list': lookUps(list('?baseConsentId=x', 200, {})),
  },
})

const renewal = (found: ReturnType<typeof list>) => ({
  push: { ...journeyOf().push, consentId: 'consent-2' },
  reads: [],
  list: found,
})

proves(chainsAreListed, {
  holds: { found: renewal(list('?baseConsentId=c1', 200, [child('c1', 'consent-0'), child('c1')])) },
  breaks: {
    'not found': [
      renewal(list('?baseConsentId=c1', 200, [])),
      { at: 'body', expected: 'the consent that was given last', got: '0 others', exchange: 'x9' },
    ],
  },
  undecided: { refused: renewal(list('?baseConsentId=c1', 403)) },
})
