import { join } from 'node:path'
import type { Exchange, Headers } from '../engine/exchange.ts'
import { header } from '../engine/exchange.ts'
import { writeWhole } from './files.ts'
import type { Reporting } from './reporting.ts'

interface Pair {
  readonly name: string
  readonly value: string
}

const pairs = (headers: Headers): readonly Pair[] => headers.map(([name, value]) => ({ name, value }))

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const queryOf = (url: string): readonly Pair[] =>
  (url.split('#')[0]?.split('?').slice(1).join('?') ?? '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return { name: decoded(name), value: decoded(value.join('=')) }
    })

/** The older text of HAR calls it `HTTP/1.1`, and so do its readers. */
const version = (protocol: string | undefined): string => (protocol === 'h2' ? 'HTTP/2.0' : 'HTTP/1.1')

/** One exchange as an entry of HAR 1.2; what HAR has no place for stands in fields that begin with `_`. */
export const harEntry = (exchange: Exchange): Readonly<Record<string, unknown>> => {
  const { request, response, facts } = exchange
  const httpVersion = version(facts.protocol)
  // Of an event the bytes that were counted are those of the request.
  const sizes = exchange.inbound
    ? { request: facts.bytes, response: 0 }
    : { request: Buffer.byteLength(request.body ?? ''), response: facts.bytes }
  const postData = { mimeType: header(request, 'content-type') ?? '', text: request.body }
  return {
    _id: exchange.id,
    _operation: exchange.operation,
    _suite: exchange.suite,
    _scenario: exchange.scenario,
    _purpose: exchange.purpose,
    _credentials: exchange.credentials,
    ...(exchange.inbound && { _inbound: true }),
    ...(facts.jws && { _jws: facts.jws }),
    ...(facts.delivery && { _delivery: facts.delivery }),
    // What only the bytes told, and masks hide.
    _facts: {
      bytes: facts.bytes,
      bodySha256: facts.bodySha256,
      validUtf8: facts.validUtf8,
      byteOrderMark: facts.byteOrderMark,
    },
    startedDateTime: exchange.startedAt,
    time: exchange.durationMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion,
      cookies: [],
      headers: pairs(request.headers),
      queryString: queryOf(request.url),
      ...(request.body === undefined ? {} : { postData }),
      headersSize: -1,
      bodySize: sizes.request,
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion,
      cookies: [],
      headers: pairs(response.headers),
      content: {
        size: Buffer.byteLength(response.body),
        mimeType: header(response, 'content-type') ?? '',
        text: response.body,
      },
      redirectURL: header(response, 'location') ?? '',
      headersSize: -1,
      bodySize: sizes.response,
    },
    cache: {},
    // Only the whole was measured; HAR demands the three parts.
    timings: { send: 0, wait: exchange.durationMs, receive: 0 },
  }
}

/** A HAR 1.2 document, piece by piece: one entry at a time is in memory. */
function* harText({ report, exchanges }: Pick<Reporting, 'report' | 'exchanges'>): Generator<string> {
  const creator = { name: 'Mizan', version: report.suite.version }
  yield `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`
  let before = '\n'
  for (const exchange of exchanges) {
    yield `${before}${JSON.stringify(harEntry(exchange))}`
    before = ',\n'
  }
  yield '\n]}}\n'
}

/** Writes `recording.har` into the folder of the run and returns its path. */
export const writeHar = async (reporting: Pick<Reporting, 'report' | 'exchanges' | 'out'>): Promise<string> => {
  const file = join(reporting.out, 'recording.har')
  await writeWhole(file, harText(reporting))
  return file
}
