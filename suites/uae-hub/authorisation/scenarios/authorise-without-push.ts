import { scenario } from '../../../../engine/scenario.ts'
import type { Authorisation, Push } from '../../../../engine/session.ts'
import { authorization, par } from '../../operations.ts'
import { goodJourney } from '../pushes/spoil.ts'
import type { RefusedJourneys } from './use-foreign-request-uri.ts'

/** Claims that are parameters of a request, and not of the JWT that carries it. */
const ofTheJwt: ReadonlySet<string> = new Set(['iss', 'aud', 'jti', 'iat', 'nbf', 'exp'])

const plain = ({ claims }: Push): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims)
      .filter(([name]) => !ofTheJwt.has(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )

/** Sends what a push would hold to the authorization endpoint itself: as plain parameters, and as a signed request object. */
export const authoriseWithoutPush = scenario({
  id: 'authorisation/authorise-without-push',
  title: 'ask for an authorization that nobody pushed',
  needs: [],
  means: ['user-agent'],
  operations: [par, authorization],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<RefusedJourneys> {
    const taken = await goodJourney(session)
    let request: string | undefined
    // Nobody pushes it: its jti and its consent are new where it is used.
    const push = await session.push({
      purpose: 'push without its request object, which is used elsewhere',
      form({ request: usual = '', ...form }) {
        request = usual
        return form
      },
    })
    const ask = async (name: string, query: Readonly<Record<string, string>>) => {
      const authorisation: Authorisation = await session.authorise(push, name, { query: () => query })
      return { name, authorisation }
    }
    const { client_id = '', response_type = '', scope = '' } = plain(push)
    return {
      probes: [
        await ask('plain parameters', plain(push)),
        await ask('a request object by value', { client_id, response_type, scope, request: request ?? '' }),
      ],
      ...(taken && { taken }),
    }
  },
})
