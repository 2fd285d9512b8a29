import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Certificates, makeCertificates } from '../bank/certificates.ts'
import { type Listening, listen } from '../bank/server.ts'
import { openTransport } from './transport.ts'

let certificates: Certificates
let server: Listening
let requests = 0

beforeAll(async () => {
  certificates = await makeCertificates([])
  server = await listen(certificates, 0)
  server.serve((_, response) => {
    requests += 1
    response.end()
  })
})
afterAll(() => server.close())

const ask = async (host: string, ca: string) => {
  const transport = openTransport({ ca, certificates: {}, timeout: 5, bodyBytes: 1000, connections: 1 })
  const url = `https://${host}:${server.port}/`
  return transport.send({ method: 'GET', url, headers: [] }, 'none').finally(() => transport.close())
}

it('sends nothing to a server whose certificate does not hold', async () => {
  const { ca: another } = await makeCertificates([])
  await expect(ask('localhost', another)).rejects.toMatchObject({ kind: 'untrusted' })
  expect(requests).toBe(0)
})

it('sends to one whose certificate is of an authority of the profile', async () => {
  expect((await ask('localhost', certificates.ca)).response.status).toBe(200)
  expect(requests).toBe(1)
})
