import type { Exchange } from '../engine/exchange.ts'

/** Quoted so that a POSIX shell takes it as one word, whatever is in it. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** Fields that curl sets itself; a copied length would be wrong as soon as a mask is replaced. */
const own = new Set(['content-length', 'host', 'connection', 'transfer-encoding', 'accept-encoding'])

const identity: Readonly<Record<Exchange['credentials']['certificate'], readonly string[]>> = {
  own: ['--cert', '"$CLIENT_CERT"', '--key', '"$CLIENT_KEY"'],
  second: ['--cert', '"$SECOND_CLIENT_CERT"', '--key', '"$SECOND_CLIENT_KEY"'],
  none: [],
}

/**
 * One line that repeats the request of an exchange in a POSIX shell. The client certificate is taken from the
 * environment, and masks stay masks: they have to be replaced by real values first.
 */
export const curl = ({ request, credentials }: Pick<Exchange, 'request' | 'credentials'>): string =>
  [
    'curl',
    '--include',
    ...(request.method === 'HEAD' ? ['--head'] : ['--request', quoted(request.method)]),
    ...identity[credentials.certificate],
    // A value of nothing needs a semicolon, or curl drops the field.
    ...request.headers
      .filter(([name]) => !own.has(name.toLowerCase()))
      .flatMap(([name, value]) => ['--header', quoted(value === '' ? `${name};` : `${name}: ${value}`)]),
    ...(request.body === undefined || request.body === '' ? [] : ['--data-raw', quoted(request.body)]),
    '--url',
    quoted(request.url),
  ].join(' ')
