import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import { type AskedToPay, arabic } from '../scenarios/ask-for-consents.ts'
import {
  lettersComeBack,
  signaturesAreDemanded,
  signaturesAreVerified,
  unsupportedValuesAreRefused,
} from './requests.ts'

const asked = (of: string, answers: Parameters<typeof tried>[1]): AskedToPay => ({
  ...tried(of, answers),
  replay: { first: exchange(), again: exchange() },
  reuse: { first: exchange(), again: exchange() },
  kept: exchange(),
})

const refusals = [
  [signaturesAreDemanded, 'no signature'],
  [signaturesAreVerified, 'a signature of another body'],
  [unsupportedValuesAreRefused, 'an instrument that there is not'],
] as const
for (const [one, name] of refusals) {
  proves(one, {
    holds: {
      '400': asked(one.id, { [name]: 400 }),
      '422': asked(one.id, { [name]: 422 }),
    },
    breaks: { taken: [asked(one.id, { [name]: 201 }), status(name, '400, and no data', 201)] },
    undecided: { 'a failure': asked(one.id, { [name]: 500 }), 'the token ended': asked(one.id, { [name]: 401 }) },
  })
}

const bornAs = (Status: string) =>
  asked('BH-AIS-007', { 'an instrument that there is not': { status: 201, body: { Data: { Status } } } })
proves(unsupportedValuesAreRefused, {
  holds: { 'born rejected': bornAs('Rejected') },
  breaks: {
    'born waiting': [
      bornAs('AwaitingAuthorisation'),
      status('an instrument that there is not', '400, and no data', 201),
    ],
  },
  undecided: { nothing: asked('BH-AIS-007', {}) },
})

const name = 'a text in Arabic'
const saying = (RemittanceDescription?: string) => ({
  status: 201,
  body: { Data: { Initiation: { RemittanceInformation: { RemittanceDescription } } } },
})
proves(lettersComeBack, {
  holds: {
    'as it was': asked('BH-NEG-007', { [name]: saying(arabic) }),
    refused: asked('BH-NEG-007', { [name]: 400 }),
  },
  breaks: {
    garbled: [
      asked('BH-NEG-007', { [name]: saying('???? ???????') }),
      {
        at: `${name}: RemittanceDescription`,
        expected: 'the text as it was sent',
        got: 'another text',
        exchange: 'x2',
      },
    ],
    'a failure': [asked('BH-NEG-007', { [name]: 500 }), status(name, 'a success or 400', 500)],
  },
  undecided: {
    'not repeated': asked('BH-NEG-007', { [name]: saying() }),
    'a gateway': asked('BH-NEG-007', { [name]: 503 }),
    'no answer': asked('BH-NEG-007', { [name]: 'closed' }),
    nothing: asked('BH-NEG-007', {}),
  },
})
