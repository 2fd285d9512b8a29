import { exchange } from '../../../testing/exchange.ts'
import { proves } from '../../../testing/proves.ts'
import { oauthErrorsAreWhole, oauthErrorsHaveTheirStatus } from './oauth-errors.ts'

const refused = (operation: string, body: unknown, status = 400) => exchange({ operation, body, status, token: 'none' })

proves(oauthErrorsAreWhole, {
  holds: { 'of a push': refused('POST /par', { error: 'invalid_request_object' }) },
  breaks: { 'no code': [refused('POST /token', { error_description: 'the code is over' }), '/error'] },
  silent: { 'of data': refused('GET /accounts', {}) },
})

proves(oauthErrorsHaveTheirStatus, {
  holds: { 'a client': refused('POST /par', { error: 'invalid_client' }, 401) },
  breaks: { forbidden: [refused('POST /token', { error: 'invalid_grant' }, 403), 'status'] },
  silent: { 'of data': refused('GET /accounts', { error: 'x' }, 403) },
})
