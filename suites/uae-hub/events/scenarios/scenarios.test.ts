import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Inbox, Inconclusive } from '../../../../engine/session.ts'
import { type Delivered, delivery, eventMessage, inboxUrl } from '../../../../testing/delivery.ts'
import type { Sample } from '../../../../testing/exchange.ts'
import { type Asked, fakeSession, journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { silenceOf, tells } from '../event.ts'
import { followConsentEvents } from './follow-consent.ts'
import { refuseEvent } from './refuse-event.ts'
import { switchOffEvents } from './switch-off-events.ts'

/** A session over a hub whose consents do what they are told, with an inbox into which these come, one by one. */
const hub = ({
  events,
  late = [],
  deaf = false,
  patch = 204,
}: {
  events: readonly Delivered[]
  /** What comes to an inbox once another one is open. */
  late?: readonly Delivered[]
  deaf?: boolean
  patch?: number
}) => {
  const revoked = new Set<string>()
  const answers: (readonly number[] | undefined)[] = []
  const listened: number[] = []
  const opened: Exchange[][] = []
  let waits = 0
  const call = ({ operation, options: { path, body } }: Asked): Sample => {
    const id = path?.ConsentId ?? ''
    if (operation.startsWith('PATCH')) {
      if (body?.text.includes('Revoked')) revoked.add(id)
      return { status: patch }
    }
    return { body: consentBody({ Status: revoked.has(id) ? 'Revoked' : 'Authorized' }) }
  }
  const session = fakeSession({
    call,
    push: () => ({ consentId: 'consent-1', requestUri: 'urn:1' }),
    authorise: () => journeyOf().authorisation,
  })
  const inbox = async (options: Parameters<typeof session.inbox>[0] = {}): Promise<Inbox> => {
    answers.push(options.answers)
    const came: Exchange[] = []
    for (const other of opened) other.push(...late.map(delivery))
    opened.push(came)
    const left = [...events]
    const take = (): void => {
      const next = left.shift()
      if (next !== undefined) came.push(delivery({ startedAt: session.now().toISOString(), ...next }))
    }
    return {
      url: inboxUrl,
      seconds: 300,
      async deliveries(enough) {
        waits += 1
        while (!enough(came) && left.length > 0) take()
        return [...came]
      },
      async listen(seconds) {
        listened.push(seconds)
        return [...came]
      },
      reached: () => !deaf,
    }
  }
  return { session: { ...session, inbox }, answers, listened, waits: () => waits, asked: session.asked }
}

const of = (Status: string, more: Delivered = {}): Delivered => ({ message: eventMessage({ Status }), ...more })

describe(followConsentEvents.id, () => {
  it('waits for the event of each change, and is content with one consent', async () => {
    const { session, waits, asked } = hub({ events: [of('Authorized'), of('Revoked')] })
    const { lives, reached } = await followConsentEvents.run(session)
    expect(lives).toHaveLength(1)
    expect(lives[0].changes).toMatchObject([
      { state: 'Authorized', told: true },
      { state: 'Revoked', told: true },
    ])
    expect(lives[0].deliveries).toHaveLength(2)
    expect(reached).toBe(true)
    expect(waits()).toBe(2)
    expect(asked.filter(({ operation }) => operation.startsWith('PATCH'))).toHaveLength(1)
  })

  it('takes another consent where an event is missing', async () => {
    const { session } = hub({ events: [of('Authorized')] })
    const { lives } = await followConsentEvents.run(session)
    expect(lives).toHaveLength(2)
    expect(lives.map(({ changes }) => changes.map(({ told }) => told))).toEqual([
      [true, false],
      [true, false],
    ])
  })

  it('counts an event of the first consent that comes while another is followed', async () => {
    const { session } = hub({ events: [of('Authorized')], late: [of('Revoked')] })
    const { lives } = await followConsentEvents.run(session)
    expect(lives.map(({ changes }) => changes.map(({ told }) => told))).toEqual([
      [true, true],
      [true, false],
    ])
  })

  it('does not wait for a second event, nor take another consent, where none ever came', async () => {
    const { session, waits } = hub({ events: [], deaf: true })
    const { lives } = await followConsentEvents.run(session)
    expect(lives).toHaveLength(1)
    expect(waits()).toBe(1)
  })
})

describe(refuseEvent.id, () => {
  it('refuses the first event, takes the second, and listens four pauses longer', async () => {
    const startedAt = '2026-06-01T08:00:02Z'
    const { session, answers, listened } = hub({
      events: [of('Authorized', { status: 500 }), of('Authorized', { startedAt })],
    })
    const { repeated } = await refuseEvent.run(session)
    expect(answers).toEqual([[500, 204]])
    expect(repeated).toHaveLength(1)
    expect(listened).toEqual([8])
  })

  it('takes the one that was refused for the first, though another was opened before', async () => {
    const events = [of('AwaitingAuthorization', { status: 204 }), of('Authorized', { status: 500 }), of('Authorized')]
    const { first, repeated } = await refuseEvent.run(hub({ events }).session)
    expect(first?.response.status).toBe(500)
    expect(repeated).toHaveLength(1)
  })

  it('does not take the event of another change for the first one', async () => {
    const { session } = hub({ events: [of('Authorized', { status: 500 }), of('Expired')] })
    expect((await refuseEvent.run(session)).repeated).toEqual([])
  })

  it('listens no longer where nothing came', async () => {
    const { session, listened } = hub({ events: [] })
    expect(await refuseEvent.run(session)).toMatchObject({ deliveries: [], repeated: [] })
    expect(listened).toEqual([0])
  })
})

describe(switchOffEvents.id, () => {
  it('waits until the change has to show, revokes, and listens twice as long', async () => {
    const { session, listened, asked } = hub({ events: [of('Authorized')] })
    const { off, never, settle } = await switchOffEvents.run(session)
    expect(session.waits).toEqual([60_000])
    expect(listened).toEqual([120, 120])
    expect([off.length, never.length, settle]).toEqual([1, 0, 60])
    expect(asked.filter(({ operation }) => operation.startsWith('PATCH'))).toHaveLength(3)
  })

  it('listens twice as long as the first event took, where that is more', async () => {
    const { session, listened } = hub({ events: [of('Authorized', { startedAt: '2026-06-01T08:05:00Z' })] })
    const now = Date.parse('2026-06-01T08:00:00Z')
    const { first, seconds } = await switchOffEvents.run({ ...session, now: () => new Date(now) })
    expect([first, seconds]).toEqual([300, 600])
    expect(listened).toEqual([600, 600])
  })

  it('ends where no event came before, with what was awaited', async () => {
    const run = switchOffEvents.run(hub({ events: [] }).session)
    await expect(run).rejects.toThrow(/no event came in 300 seconds; awaited: that the consent became Authorized/)
    await expect(run).rejects.toBeInstanceOf(Inconclusive)
  })

  it('ends where the patch was refused', async () => {
    await expect(switchOffEvents.run(hub({ events: [of('Authorized')], patch: 400 }).session)).rejects.toThrow(
      'the events could not be switched off',
    )
  })
})

describe('what an event tells', () => {
  const since = Date.parse('2026-06-01T08:00:00Z')
  const told = tells('consent-1', 'Revoked', since)
  it.each([
    ['the state', of('Revoked'), true],
    ['another state', of('Authorized'), false],
    ['another consent', { message: eventMessage({ ConsentId: 'c2', Status: 'Revoked' }, { ConsentId: 'c2' }) }, false],
    ['no state, afterwards', { message: {}, startedAt: '2026-06-01T08:00:01Z' }, true],
    ['no state, before', { message: {}, startedAt: '2026-06-01T07:59:59Z' }, false],
  ])('is %s', (_, event: Delivered, expected) => expect(told(delivery(event))).toBe(expected))
})

it.each([
  [undefined, /The address of this run leads here; whether the target called tpp\.example, its operator can tell$/],
  ['tpp.example: no answer', /did not answer from here either: tpp\.example: no answer; check events\.url/],
])('a silence is explained where the self-test says %s', async (fault, words) => {
  const inbox = await hub({ events: [] }).session.inbox()
  expect(silenceOf({ ...inbox, ...(fault !== undefined && { fault }) }, 'x')).toMatch(words)
})
