import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { consent } from '../../operations.ts'
import { openAccount } from '../operations.ts'
import { openersReadNoConsents, otherTokensOpenNoAccount } from './tokens.ts'

const asked = (operation: string, statuses: Readonly<Record<string, number>>) => ({
  baseline: exchange({ operation }),
  probes: Object.entries(statuses).map(([name, status]) => ({ name, exchange: exchange({ operation, status }) })),
})
const opened = (statuses: Readonly<Record<string, number>>) => asked(openAccount, statuses)
const read = (status: number) => asked(consent, { 'scope account-opening': status })

proves(otherTokensOpenNoAccount, {
  holds: {
    'without a token': opened({ 'no token': 401 }),
    'with others': opened({ 'scope accounts': 403, 'token of a user': 401 }),
    'other refusals': opened({ 'no token': 400, 'token of a user': 404 }),
  },
  breaks: {
    opened: [
      opened({ 'scope accounts': 201, 'token of a user': 403 }),
      { at: 'scope accounts: status', expected: '401 or 403, and no data', got: '201', exchange: 'x1' },
    ],
    'without any': [opened({ 'no token': 201 }), 'no token: status'],
  },
  undecided: { 'a failure': opened({ 'no token': 500 }) },
})

proves(openersReadNoConsents, {
  holds: { forbidden: read(403), unauthorised: read(401) },
  breaks: {
    read: [
      read(200),
      { at: 'scope account-opening: status', expected: '403, and no data', got: '200', exchange: 'x1' },
    ],
  },
  undecided: { 'a failure': read(500) },
})
