import { expect, it } from 'vitest'
import { type Answers, fakeSession } from '../../../../testing/session.ts'
import { connectWeakly } from './connect-weakly.ts'
import { logInWrongly } from './log-in-wrongly.ts'
import { useWrongGrant } from './use-wrong-grant.ts'

const bank = (more: Partial<Answers> = {}) => fakeSession({ call: () => ({}), ...more })

it('old versions are offered to every host once, after a good handshake', async () => {
  const offered: unknown[] = []
  const session = bank({
    discovery: { body: { token_endpoint: 'https://as1.bank.example/token' } },
    handshake({ url, version }) {
      offered.push([new URL(url).host, version])
      return { outcome: version === undefined ? 'agreed' : 'refused' }
    },
  })
  const { api, hosts } = await connectWeakly.run(session)
  expect(session.asked.map(({ options }) => options.certificate)).toEqual([undefined, 'none'])
  expect([api.length, hosts.map(({ host }) => host)]).toEqual([1, ['rs1.bank.example', 'as1.bank.example']])
  expect(offered).toHaveLength(6)
})

it('a token of the client is shown after one of the user', async () => {
  const session = bank()
  await useWrongGrant.run(session)
  expect(session.asked.map(({ options }) => options.token)).toEqual([undefined, 'client'])
})

it('a wrong password is typed for a consent of its own', async () => {
  const said: unknown[] = []
  const session = bank({
    authorise(purpose, options) {
      said.push([purpose, options])
      return { outcome: 'page', exchanges: [] }
    },
  })
  expect((await logInWrongly.run(session)).outcome).toBe('page')
  expect(said).toEqual([['a wrong password', { wrongPassword: true }]])
})
