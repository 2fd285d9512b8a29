import { createHash, randomBytes } from 'node:crypto'
import type { Exchange } from '../exchange.ts'
import type { EventCredentials } from '../profile/event-credentials.ts'
import type { ProfileFile } from '../profile/schema.ts'
import type { Recorder } from '../recorder.ts'
import { type Inbox, Inconclusive } from '../session.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { type Box, mostEvents, next, replyOf } from './box.ts'
import { type Keys, openDelivery } from './open-delivery.ts'
import { type Arrival, openReceiver, type Receiver, type Reply } from './receiver.ts'
import { selfTest } from './self-test.ts'

/** Where the events of a run arrive, each scenario's in inboxes of its own. */
export interface Inboxes {
  /** Opens an inbox; the first one finds out whether its public address leads here. */
  readonly open: (
    speaker: Pick<Exchange, 'suite' | 'scenario'>,
    keys: Keys,
    options?: { readonly answers?: readonly [number, ...number[]] },
  ) => Promise<Inbox>
  /** Stops listening; all that had come is recorded. */
  readonly close: () => Promise<void>
}

export interface InboxesOptions {
  readonly events: NonNullable<ProfileFile['events']>
  readonly credentials: EventCredentials
  /** PEM of authorities to trust beside the public ones. */
  readonly ca?: string
  readonly recorder: Pick<Recorder, 'receive'>
  readonly interrupted: AbortSignal
  /** Where the address stands in the profile, for messages. */
  readonly where: string
}

const plainWords: Readonly<Record<string, string>> = {
  EADDRINUSE: 'somebody else listens there already',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
}

/** Part of a path or of what follows it that is the name of an inbox: a proxy may have changed what stands before. */
const nameIn = (target: string, known: (name: string) => boolean): string | undefined =>
  target.split(/[/?#]/).find(known)

/** Opens the receiver of a run. Throws a `SetUpFault` when its address cannot be listened on; nothing was sent yet. */
export const openInboxes = async (given: InboxesOptions): Promise<Inboxes> => {
  const { events, credentials, recorder, interrupted, where } = given
  const boxes = new Map<string, Box>()
  const recording = new Set<Promise<void>>()
  const probe = randomBytes(16).toString('hex')
  const faults: unknown[] = []
  let probed = false
  let reached = false
  let tested: Promise<string | undefined> | undefined

  const record = async (box: Box, name: string, arrival: Arrival, { status, headers }: Reply): Promise<void> => {
    const { method, target, body } = arrival
    const text = body.toString('utf8')
    const delivery = await openDelivery(
      { headers: arrival.headers, body: text },
      { opener: credentials.opener, keys: box.keys },
    )
    reached = true
    box.came.push(
      recorder.receive({
        operation: 'POST /',
        ...box.speaker,
        inbound: true,
        purpose: 'an event',
        credentials: { token: 'none', certificate: 'none' },
        startedAt: arrival.at.toISOString(),
        durationMs: 0,
        request: {
          method,
          url: box.url + target.slice(target.indexOf(name) + name.length),
          headers: arrival.headers,
          body: text,
        },
        response: { status, headers, body: '' },
        facts: {
          bytes: body.length,
          bodySha256: createHash('sha256').update(body).digest('hex'),
          validUtf8: Buffer.from(text).equals(body),
          delivery,
        },
      }),
    )
    for (const come of [...box.waiting]) come()
  }

  const answer = (arrival: Arrival): Reply => {
    const name = nameIn(arrival.target, (one) => boxes.has(one))
    const box = boxes.get(name ?? '')
    if (name === undefined || box === undefined) {
      probed = true
      return { status: 204, headers: [] }
    }
    const reply = replyOf(box, arrival)
    if (reply.status !== 429) {
      const done = record(box, name, arrival, reply)
        .catch((cause) => faults.push(cause))
        .then(() => void recording.delete(done))
      recording.add(done)
    }
    return reply
  }

  const { host, port } = events.listen
  const receiver: Receiver = await openReceiver({
    ...{ host, port, answer },
    ...(credentials.tls && { tls: credentials.tls }),
    knows: (target) => nameIn(target, (one) => one === probe || boxes.has(one)) !== undefined,
  }).catch((cause: NodeJS.ErrnoException) => {
    const why = plainWords[cause.code ?? ''] ?? cause.message
    throw new SetUpFault(where, `events cannot be received at ${host}:${port}: ${why}`, 'Name another address.', {
      cause,
    })
  })
  const base = new URL(events.url.replace(/\/$/, ''))
  if (port === 0) base.port = String(receiver.port)
  const address = (name: string): string => `${base.href.replace(/\/$/, '')}/${name}`

  return {
    async open(speaker, keys, options = {}) {
      tested ??= selfTest(address(probe), () => probed, given)
      const fault = await tested
      const name = randomBytes(16).toString('hex')
      const { answers = [202] as const } = options
      const box: Box = {
        speaker,
        keys,
        url: address(name),
        answers,
        taken: 0,
        arrived: 0,
        came: [],
        waiting: new Set(),
      }
      boxes.set(name, box)
      const until = async (seconds: number, enough: (soFar: readonly Exchange[]) => boolean) => {
        const end = performance.now() + seconds * 1000
        for (let left = seconds * 1000; left > 0 && !enough(box.came); left = end - performance.now())
          await next(box, left, interrupted)
        await Promise.all(recording)
        const missed = receiver.turnedAway()
        if (missed !== undefined && seconds > 0 && !enough(box.came))
          throw new Inconclusive(`an event may have been missed: this run turned away ${missed}`)
        return [...box.came]
      }
      const deliveries = async (enough: (soFar: readonly Exchange[]) => boolean) => {
        const came = await until(events.wait, enough)
        if (box.arrived > mostEvents && !enough(came))
          throw new Inconclusive(`an event may have been missed: this run takes no more than ${mostEvents} of an inbox`)
        return came
      }
      return {
        url: box.url,
        seconds: events.wait,
        ...(fault !== undefined && { fault }),
        deliveries,
        listen: (seconds) => until(seconds, () => false),
        reached: () => reached,
      }
    },
    async close() {
      await receiver.close()
      await Promise.all(recording)
      // What could not be recorded is missing, and would be held against the target.
      if (faults.length > 0) throw faults[0]
    },
  }
}
