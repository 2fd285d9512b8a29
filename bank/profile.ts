import type { Certificates, Credential } from './certificates.ts'
import type { Face } from './face.ts'
import type { Folder } from './folder.ts'
import type { CommonSetting } from './setting.ts'

/** Seconds within which this bank delivers an event, on a busy machine too. */
const eventSeconds = 3

type Profile = Readonly<Record<string, unknown>>

/** Writes what a client of a customer needs into the folder, and points at it in the shape of the profile file. */
export const profileOf = (
  setting: CommonSetting,
  resources: Face['resources'],
  certificates: Certificates,
  folder: Folder,
  user = setting.ledger.customers[0]?.username,
): Profile => {
  const file = (name: string, content: string): { readonly file: string } => ({ file: folder.write(name, content) })
  const transport = (name: string, { certificate, key }: Credential): Profile => ({
    certificate: file(`${name}.pem`, certificate),
    key: file(`${name}.key`, key),
  })
  const [client, other] = setting.clients
  const [transportOfClient, transportOfOther] = certificates.clients
  const customer = setting.ledger.customers.find(({ username }) => username === user)
  if (!client || !other || !transportOfClient || !transportOfOther || !customer) {
    throw new Error(`the bank needs two clients and a customer called ${user}`)
  }
  const logIn = {
    username: customer.username,
    password: file('password.txt', setting.passwords.get(customer.username) ?? ''),
  }
  return {
    issuer: setting.issuer,
    resources,
    trust: { ca: file('ca.pem', certificates.ca) },
    client: {
      id: client.id,
      redirectUri: client.redirectUri,
      signing: { key: file('signing.jwk', JSON.stringify(client.signing.privateJwk)), kid: client.signing.kid },
      transport: transport('transport', transportOfClient),
      encryption: { key: file('encryption.jwk', JSON.stringify(setting.encryption.privateJwk)) },
    },
    second: {
      id: other.id,
      signing: { key: file('second-signing.jwk', JSON.stringify(other.signing.privateJwk)), kid: other.signing.kid },
      transport: transport('second-transport', transportOfOther),
    },
    events: {
      // The receiver takes any free port, and tells the bank.
      url: 'https://localhost:0/events',
      listen: { port: 0 },
      ...transport('receiver', certificates.receiver),
      wait: eventSeconds,
    },
    authorisation: {
      mode: 'headless',
      forms: [logIn, { decision: 'approve' }],
      decline: [logIn, { decision: 'decline' }],
    },
  }
}
