import { type Exchange, json } from '../exchange.ts'
import { hostOf } from './hosts.ts'

/** The hosts of the bank's authorization server: they grow with what it says of itself. */
export interface ServerHosts {
  readonly hosts: ReadonlySet<string>
  /** Takes note of what a discovery document of one of them names. */
  readonly note: (exchange: Exchange) => void
}

const hostIn = (value: unknown): readonly string[] =>
  typeof value === 'string' && URL.canParse(value) ? [hostOf(value)] : []

/** Opens them with the host of the issuer, and those of the APIs; undefined where the profile names none of these. */
export const openServerHosts = (issuer: string | undefined, bases: readonly string[]): ServerHosts | undefined => {
  const hosts = new Set([...hostIn(issuer), ...bases.flatMap(hostIn)])
  if (hosts.size === 0) return undefined
  return {
    hosts,
    note({ request, response }) {
      const { host, pathname } = new URL(request.url)
      if (!pathname.endsWith('/.well-known/openid-configuration') || !hosts.has(host)) return
      const said = json(response)
      if (typeof said !== 'object' || said === null) return
      const { mtls_endpoint_aliases: aliases, ...all } = said as Readonly<Record<string, unknown>>
      for (const [name, value] of [...Object.entries(all), ...Object.entries(aliases ?? {})])
        if (/endpoint$|^issuer$/.test(name)) for (const one of hostIn(value)) hosts.add(one)
    },
  }
}
