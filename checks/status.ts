import type { Exchange } from '../engine/exchange.ts'

const busy: ReadonlySet<number> = new Set([429, 502, 503, 504])

export const succeeded = ({ response }: Exchange): boolean => response.status >= 200 && response.status < 300
export const redirected = ({ response }: Exchange): boolean => response.status >= 300 && response.status < 400
export const refused = ({ response }: Exchange): boolean => response.status >= 400 && response.status < 500
export const failed = ({ response }: Exchange): boolean => response.status >= 500

/** Refused for its token alone, which may have ended meanwhile. */
export const unauthorised = ({ response }: Exchange): boolean => response.status === 401

/** 429 and the errors of a gateway: they say nothing about the request, only about the moment. */
export const unavailable = ({ response }: Exchange): boolean => busy.has(response.status)
