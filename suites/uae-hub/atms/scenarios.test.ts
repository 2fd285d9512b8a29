import { expect, it } from 'vitest'
import { atmsBody, machine } from '../../../testing/products.ts'
import { fakeSession } from '../../../testing/session.ts'
import { readAtms, readAtmsWithoutRight, readAtmsWithQuery } from './scenarios.ts'

const bank = (status = 200) => fakeSession({ call: () => ({ status, body: atmsBody([machine('1')]) }) })

it('reads what is refused, too', async () => {
  expect(await readAtms.run(bank(403))).toMatchObject({ exchange: { response: { status: 403 } } })
})

it('asks with a token of another API, and with none', async () => {
  const session = bank()
  const { probes } = await readAtmsWithoutRight.run(session)
  expect(probes.map(({ name }) => name)).toEqual(['no token', 'token of another scope'])
  expect(session.asked.map(({ options }) => [options.token, options.bearer?.operation])).toEqual([
    [undefined, undefined],
    ['none', undefined],
    [undefined, 'POST /token'],
  ])
})

it('asks with a query between two good calls', async () => {
  const session = bank()
  await readAtmsWithQuery.run(session)
  expect(session.asked.map(({ options }) => options.query)).toEqual([undefined, { foo: '1' }, undefined])
})

it.each([readAtmsWithoutRight, readAtmsWithQuery])('shows nothing where the list is refused: $id', async (scenario) => {
  await expect(scenario.run(bank(403))).rejects.toThrow(/answered with 403/)
})
