import { type Exchange, header } from '../../../engine/exchange.ts'

/** Milliseconds by which clocks may differ where eight seconds are to be told from more than ten. */
const close = 1500

/** Whether the clock of the server is that of the run, as far as the whole seconds of `Date` tell. */
export const sameClock = ({ startedAt, durationMs, response }: Exchange): boolean => {
  const theirs = Date.parse(header(response, 'date') ?? '') + 500
  return Math.abs(Date.parse(startedAt) + durationMs / 2 - theirs) <= close
}
