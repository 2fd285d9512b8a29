import { at } from '../../../checks/body.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'

/** When a token ends, in milliseconds since the epoch, counted from before it was given; NaN where its answer does not say. */
export const endOfToken = (token: Exchange): number =>
  Date.parse(token.startedAt) + Number(at(json(token.response), 'expires_in') ?? Number.NaN) * 1000
