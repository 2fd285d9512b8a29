import type { IncomingMessage } from 'node:http'

/** Largest body of a form or of a registration that is read, in bytes. */
const most = 64 * 1024

/** The whole body as text; undefined when it is larger than anybody needs. */
export const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
