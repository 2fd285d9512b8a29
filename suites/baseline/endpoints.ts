import { at } from '../../checks/body.ts'
import { type Exchange, json } from '../../engine/exchange.ts'

const https = (value: unknown): string | undefined =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' ? value : undefined

/**
 * The https address of an endpoint as a client with a certificate uses it: its alias for mutual TLS where discovery has
 * one (RFC 8705 §5), else the usual one. Undefined where there is none.
 */
export const endpointIn = ({ response }: Exchange, name: string): string | undefined =>
  https(at(json(response), 'mtls_endpoint_aliases', name)) ?? https(at(json(response), name))
