import { exchange, type Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { uaeGiven } from '../../../testing/uae-hub.ts'
import { http } from './http.ts'

const dated = (date: string, sample: Sample = {}) => exchange({ headers: { date }, ...sample })
const cached = (value: string, sample: Sample = {}) => exchange({ headers: { 'cache-control': value }, ...sample })
const now = 'Mon, 01 Jun 2026 08:00:00 GMT'

proves(
  ruleNamed(http, 'UAE-HDR-014'),
  {
    holds: { 'a scheme': exchange({ status: 401, headers: { 'WWW-Authenticate': 'bearer error="invalid_token"' } }) },
    breaks: {
      nothing: [exchange({ status: 401 }), { at: 'header www-authenticate', expected: 'Bearer', got: 'nothing' }],
      'another scheme': [
        exchange({ status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }),
        'header www-authenticate',
      ],
    },
    silent: {
      'the token endpoint': exchange({ operation: 'POST /token', status: 401 }),
      'a gateway': exchange({ status: 401, certificate: 'none' }),
      'another status': exchange({ status: 403 }),
    },
  },
  uaeGiven,
)

proves(
  ruleNamed(http, 'UAE-HDR-022'),
  {
    holds: { 'no-store': cached('no-store'), 'nothing is said': exchange() },
    breaks: {
      public: [
        cached('public, max-age=60'),
        { at: 'header cache-control', expected: 'no leave for shared caches', got: 'public, max-age=60' },
      ],
    },
    silent: { 'a consent': cached('public', { operation: 'GET /account-access-consents/{ConsentId}' }) },
  },
  uaeGiven,
)

proves(
  ruleNamed(http, 'UAE-HDR-028'),
  {
    holds: {
      now: dated(now),
      'four minutes behind': dated('Mon, 01 Jun 2026 07:56:00 GMT'),
      'out of a cache': dated('Mon, 01 Jun 2026 07:00:00 GMT', {
        headers: { date: 'Mon, 01 Jun 2026 07:00:00 GMT', age: '3600' },
      }),
    },
    breaks: {
      'an hour behind': [
        dated('Mon, 01 Jun 2026 07:00:00 GMT'),
        { at: 'header date', expected: `within 300 seconds of ${now}`, got: 'Mon, 01 Jun 2026 07:00:00 GMT' },
      ],
    },
    silent: { 'no Date': exchange(), 'another form': dated('2026-06-01T07:00:00Z') },
  },
  uaeGiven,
)

proves(
  ruleNamed(http, 'UAE-DAT-007'),
  {
    holds: {
      GMT: dated(now),
      UTC: dated(now.replace('GMT', 'UTC')),
      'an older form': dated('Monday, 01-Jun-26 08:00:00 GMT'),
    },
    breaks: {
      'ISO 8601': [
        dated('2026-06-01T08:00:00Z'),
        { at: 'header date', expected: 'an HTTP-date in GMT', got: '2026-06-01T08:00:00Z' },
      ],
      'an offset': [dated('Mon, 01 Jun 2026 12:00:00 +0400'), 'header date'],
    },
    silent: { 'no date': exchange() },
  },
  uaeGiven,
)
