/** How a request ended without an answer. */
export type NetworkFaultKind =
  | 'dns'
  | 'refused'
  | 'timeout'
  | 'unfinished'
  | 'untrusted'
  | 'rejected'
  | 'closed'
  | 'too-large'
  | 'garbled'

/** A request that got no usable answer. Whether that is our fault or theirs is not decided here. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault'
  readonly kind: NetworkFaultKind
  readonly host: string

  constructor(kind: NetworkFaultKind, host: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.host = host
  }
}

const refusedByUs = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|HOSTNAME/
const refusedByThem = /ALERT|EPROTO|ERR_SSL/

const kindOf = (code: string): NetworkFaultKind => {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refused'
  if (code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT') return 'timeout'
  if (
    code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' ||
    code === 'UND_ERR_HEADERS_OVERFLOW' ||
    code === 'ERR_BUFFER_TOO_LARGE'
  )
    return 'too-large'
  if (/^Z_|BROTLI|^ERR__/.test(code)) return 'garbled'
  if (refusedByThem.test(code)) return 'rejected'
  if (refusedByUs.test(code)) return 'untrusted'
  return 'closed'
}

const words: Readonly<Record<NetworkFaultKind, string>> = {
  dns: 'the host name is not known',
  refused: 'nothing answers at that address',
  timeout: 'no answer came in time',
  unfinished: 'the answer was not whole in time',
  untrusted: 'its certificate is not trusted',
  rejected: 'the server broke off the TLS handshake',
  closed: 'the connection was closed before an answer came',
  'too-large': 'the answer is larger than the limit',
  garbled: 'the content coding of the answer cannot be undone',
}

/** The network fault that an error of the HTTP library stands for. */
export const networkFault = (cause: unknown, host: string): NetworkFault => {
  const error = cause as { name?: string; code?: unknown; cause?: { code?: unknown } }
  if (error.name === 'AbortError') return new NetworkFault('closed', host, 'the run was interrupted')
  const code = [error.code, error.cause?.code].find((one): one is string => typeof one === 'string') ?? ''
  const kind = kindOf(code)
  return new NetworkFault(kind, host, `${host}: ${words[kind]}${code === '' ? '' : ` (${code})`}`, { cause })
}
