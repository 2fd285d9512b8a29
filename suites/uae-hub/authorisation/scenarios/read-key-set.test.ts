import { expect, test } from 'vitest'
import { ConnectionRefused, Inconclusive } from '../../../../engine/session.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { readKeySet } from './read-key-set.ts'

const discovery = { body: { jwks_uri: 'https://as.example/jwks' } }
const read = async (answers: readonly (Error | undefined)[]) => {
  const session = fakeSession({
    discovery,
    call({ count }) {
      const fault = answers[count]
      if (fault !== undefined) throw fault
      return { body: { keys: [] } }
    },
  })
  const { without } = await readKeySet.run(session)
  return { without, asked: session.asked.map(({ options }) => options.certificate ?? 'own') }
}

test('is read once without a certificate', async () => {
  expect(await read([])).toMatchObject({ without: { exchange: {} }, asked: ['none'] })
})

test('a connection that is broken off counts while the server is there', async () => {
  const { without, asked } = await read([new ConnectionRefused('closed')])
  expect(without).toMatchObject({ brokenOff: true })
  expect(asked).toEqual(['none', 'own'])
})

test('but not when it is gone for everybody', async () => {
  const { without } = await read([new ConnectionRefused('closed'), new Inconclusive('as.example stopped answering')])
  expect(without).not.toHaveProperty('brokenOff')
  expect(without).toMatchObject({ inconclusive: 'as.example stopped answering' })
})
