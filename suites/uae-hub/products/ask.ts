import { at } from '../../../checks/body.ts'
import { succeeded } from '../../../checks/status.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'
import { type CallOptions, Inconclusive, type Session } from '../../../engine/session.ts'
import { products } from '../operations.ts'

/** The address of a customer who is present: one of RFC 5737, which nobody has. */
export const customer = { 'x-fapi-customer-ip-address': '203.0.113.7' } as const

/** Asks for products as a client does while its customer is there. */
export const askProducts = (
  session: Session,
  purpose: string,
  { headers, ...options }: CallOptions = {},
): Promise<Exchange> => session.call(products, { ...options, purpose, headers: { ...customer, ...headers } })

/** All products, read once in a run, whatever the answer. */
export const allProducts = (session: Session): Promise<Exchange> =>
  session.once('the products', () => askProducts(session, 'every product'))

/** The same. Throws `Inconclusive` when they were refused. */
export const goodProducts = async (session: Session): Promise<Exchange> => {
  const all = await allProducts(session)
  if (succeeded(all)) return all
  throw new Inconclusive(
    `${products} was answered with ${all.response.status} although nothing was wrong with the call`,
  )
}

const scopes = ['accounts', 'atm', 'products', 'account-opening'] as const

/**
 * A token of the client for another API than that of a scope. Throws `Inconclusive` when the client gets none: it may have
 * no other role.
 */
export const tokenOfAnotherScope = async (session: Session, own: 'products' | 'atm'): Promise<Exchange> => {
  for (const scope of scopes) {
    if (scope === own) continue
    const token = await session.clientToken({ scope, purpose: `a token of the scope ${scope}` })
    // Without the member the token has what was asked for (RFC 6749 §5.1).
    const granted = at(json(token.response), 'scope') ?? scope
    if (succeeded(token) && !String(granted).split(' ').includes(own)) return token
  }
  throw new Inconclusive(`the client gets no token of another scope than ${own}`)
}
