import { expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { patchBadly } from './patch-badly.ts'

it('spoils the body of a patch that was taken, and nothing else', async () => {
  const session = fakeSession({ call: ({ count }) => ({ status: count === 0 ? 204 : 400 }) })
  const { text, broken, unfit } = await patchBadly.run(session)
  const sent = session.asked.map(({ options }) => options.body)
  expect(sent[0]).toEqual({ text: '{"Subscription":{"Webhook":{"IsActive":false}}}', mediaType: 'application/json' })
  expect(sent).toContainEqual({ text: '{', mediaType: 'application/json' })
  expect(sent).toContainEqual({ text: sent[0]?.text, mediaType: 'text/plain' })
  expect(new Set(session.asked.map(({ options }) => `${options.token} ${options.path?.ConsentId}`))).toEqual(
    new Set(['client consent-1']),
  )
  expect([text.name, broken.name, unfit.length]).toEqual(['text/plain', 'a body that ends too early', 3])
})

it('revokes nothing, even where all is taken', async () => {
  const session = fakeSession({ call: () => ({ status: 204 }) })
  await patchBadly.run(session)
  expect(session.asked.filter(({ options }) => options.body?.text.includes('Revoked'))).toEqual([])
})

it('gives no evidence when the good patch is refused', async () => {
  await expect(patchBadly.run(fakeSession({ call: () => ({ status: 400 }) }))).rejects.toThrow(Inconclusive)
})
