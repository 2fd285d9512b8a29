import { createReadStream } from 'node:fs'

/** The host of an address, with its port where that is not the usual one. */
export const hostOf = (url: string): string => new URL(url).host

/** The same of what a person wrote: an address, or a host in any letter case, with or without its usual port. */
export const hostNamed = (given: string): string => {
  const url = /^https?:\/\//i.test(given) ? given : `https://${given}`
  return URL.canParse(url) ? hostOf(url).replace(/:80$/, '') : given
}

const piece = 1 << 20
/** Bytes before a host in `"url": "https://`, white space included. */
const before = 40

const isAddress = /"url"\s*:\s*"https?$/i

const occursAt = (bytes: Buffer, needle: Buffer): boolean => {
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
    const next = String.fromCharCode(bytes[at + needle.length] ?? 0x2f)
    if (/[/"?#\\]/.test(next) && isAddress.test(bytes.toString('latin1', Math.max(0, at - before), at))) return true
  }
  return false
}

/**
 * Which of these hosts, with their ports, requests of a HAR file went to. A quick look at its bytes, before it is read: a
 * host that only stands in a body is not meant.
 */
export const hostsAsked = async (path: string, hosts: Iterable<string>): Promise<ReadonlySet<string>> => {
  const open = new Map([...new Set(hosts)].map((host) => [host, Buffer.from(`://${host}`)]))
  const asked = new Set<string>()
  if (open.size === 0) return asked
  let tail = Buffer.alloc(0)
  for await (const read of createReadStream(path, { highWaterMark: piece }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([tail, read])
    for (const [host, needle] of open) {
      if (!occursAt(bytes, needle)) continue
      asked.add(host)
      open.delete(host)
    }
    if (open.size === 0) break
    tail = bytes.subarray(-before - 300)
  }
  return asked
}
