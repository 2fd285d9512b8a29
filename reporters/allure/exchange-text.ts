import type { Exchange, Headers } from '../../engine/exchange.ts'
import { curl } from '../curl.ts'

/** Characters of a body that an attachment shows; the recording has all of it. */
const limit = 16_384

const cut = (body: string | undefined): string => {
  if (body === undefined || body === '') return ''
  if (body.length <= limit) return `\n${body}\n`
  return `\n${body.slice(0, limit)}\n… ${body.length - limit} more characters; see recording.har\n`
}

const fields = (headers: Headers): string => headers.map(([name, value]) => `${name}: ${value}\n`).join('')

const pretty = (body: string): string => {
  if (!/^\s*[[{]/.test(body) || body.length > limit) return body
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2)
  } catch {
    return body
  }
}

/** What was signed or encrypted, as it was opened. */
const opened = ({ jws, delivery }: Exchange['facts']): string => {
  const content = delivery ?? jws
  return content === undefined ? '' : `\nopened:${cut(JSON.stringify(content, undefined, 2))}`
}

/**
 * An exchange as a person reads it: a curl line to repeat it, then the request, the response, and what was signed in
 * them. JSON is indented. What the target sent by itself has no such line.
 */
export const exchangeText = (exchange: Exchange): string => {
  const { id, purpose, startedAt, durationMs, request, response, credentials, inbound } = exchange
  const who = inbound
    ? 'sent by the target, answered by this run'
    : `token: ${credentials.token}, certificate: ${credentials.certificate}`
  return [
    `# ${id}: ${purpose}, ${startedAt}, ${durationMs} ms, ${who}\n`,
    ...(inbound ? [] : [`\n${curl(exchange)}\n`]),
    `\n${request.method} ${request.url}\n${fields(request.headers)}${cut(request.body)}`,
    `\nHTTP ${response.status}\n${fields(response.headers)}${cut(pretty(response.body))}`,
    opened(exchange.facts),
  ].join('')
}
