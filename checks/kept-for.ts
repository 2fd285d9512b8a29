import { type Exchange, header } from '../engine/exchange.ts'
import { type Check, type Observed, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'

const directives = ({ response }: Exchange): readonly string[] =>
  (header(response, 'cache-control') ?? '').split(',').map((one) => one.trim().toLowerCase())

/** A public document may be kept for a while: nothing forbids caches to store it (RFC 9111 §5.2.2.5). */
export const mayBeKept: Check = (exchange) => {
  const { response } = exchange
  if (response.status !== 200) return undecided(`it was answered with ${response.status}`)
  return directives(exchange).includes('no-store')
    ? [finding('header cache-control', 'a max-age, or nothing', header(response, 'cache-control'))]
    : []
}

/** For how many seconds a document may be kept, where that is another time than the usual one. */
export const otherAge =
  (usual: number) =>
  (exchange: Exchange): Observed => {
    const age = directives(exchange).find((one) => one.startsWith('max-age='))
    return age === `max-age=${usual}`
      ? {}
      : { 'cache-control': header(exchange.response, 'cache-control') ?? 'nothing' }
  }
