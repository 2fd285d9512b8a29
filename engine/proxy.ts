const variable = (name: string): string | undefined =>
  process.env[name.toLowerCase()] || process.env[name.toUpperCase()] || undefined

/** Whether an entry of `NO_PROXY` names this host: the whole name, the end of it after a dot, and perhaps the port. */
const names = (entry: string, { hostname, port }: URL): boolean => {
  const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  const domain = name.toLowerCase().replace(/^\*?\./, '')
  if (wantedPort !== undefined && wantedPort !== (port || '443')) return false
  return hostname === domain || hostname.endsWith(`.${domain}`)
}

/** Whether a request to an https address goes through a proxy, by `HTTPS_PROXY` and `NO_PROXY` of the environment. */
export const goesThroughProxy = (address: string): boolean => {
  if ((variable('https_proxy') ?? variable('http_proxy')) === undefined) return false
  const url = new URL(address)
  const entries = (variable('no_proxy') ?? '').split(/[\s,]+/).filter((entry) => entry !== '')
  return !entries.some((entry) => entry === '*' || names(entry, url))
}
