import { dirname, resolve } from 'node:path'
import { discoverySession } from './discovery-session.ts'
import { type Inboxes, type InboxesOptions, openInboxes } from './events/inboxes.ts'
import { execute, revokeConsents, type Stage, type Watcher } from './execute.ts'
import { takeTokenFile } from './fapi/refresh-token.ts'
import { openSession } from './open-session.ts'
import type { Plan } from './plan/make-plan.ts'
import { type ClientCredentials, readCredentials } from './profile/credentials.ts'
import { formValues, wrongPasswords } from './profile/form-values.ts'
import type { ProfileFile } from './profile/schema.ts'
import type { RunOptions, Scene } from './scene.ts'
import type { Session } from './session.ts'
import { type Start, start } from './start.ts'

/** Runs the scenarios on what first contact gave, and gives consents back whatever happens. */
const carryOut = async (
  plan: Plan,
  begun: Start,
  stage: Omit<Stage, 'open'>,
  profile: ProfileFile,
  watch: Watcher | undefined,
): Promise<readonly string[]> => {
  if ('inconclusive' in begun) {
    const open = (): Session => discoverySession(begun.discovery, begun.inconclusive, profile)
    await execute(plan, { ...stage, open }, watch)
    return []
  }
  const { ground } = begun
  const open: Stage['open'] = (scenario, suite) => openSession(ground, scenario, suite)
  let kept: readonly string[] = []
  try {
    await execute(plan, { ...stage, open }, watch)
  } finally {
    kept = await revokeConsents(ground)
  }
  return kept.length > 0 ? [`${kept.length} consent(s) of this run could not be given back: ${kept.join(', ')}`] : []
}

/** The API with whose scope the client makes itself known: the first that the plan asks and the profile can reach. */
const firstApi = ({ plan, contracts }: Scene, { resources }: ProfileFile): string => {
  const apis = plan.operations.flatMap((one) => contracts.filter(({ operations }) => operations.has(one)))
  const reachable = apis.find(({ name }) => resources[name] !== undefined)
  return reachable?.name ?? contracts.at(-1)?.name ?? ''
}

const wantsInbox = ({ scenarios }: Plan): boolean =>
  scenarios.some(({ scenario, left }) => left === undefined && scenario.means?.includes('inbox'))

const openFor = async (
  { events }: ProfileFile,
  { events: credentials, ca }: ClientCredentials,
  at: Pick<InboxesOptions, 'recorder' | 'interrupted' | 'where'>,
): Promise<Inboxes | undefined> =>
  events && credentials && openInboxes({ events, credentials, ...at, ...(ca !== undefined && { ca }) })

/** Runs against a target behind an authorization server: first contact, scenarios, consents given back. Returns remarks. */
export const runFapi = async (
  { raw, standard, interrupted, person, watch }: RunOptions,
  profile: ProfileFile,
  scene: Scene,
): Promise<readonly string[]> => {
  const { plan, redactor, contracts, startedAt } = scene
  if (standard.fapi === undefined) throw new Error(`the standard ${standard.id} knows no authorization server`)
  const credentials = readCredentials(profile, raw, startedAt)
  const forms = formValues(profile, raw, redactor)
  const declineForms = formValues(profile, raw, redactor, 'decline')
  const wrongForms = wrongPasswords(profile, forms)
  const recorder = scene.secured(credentials)
  const { authorisation } = profile
  const tokenFile =
    authorisation.mode === 'refresh-token'
      ? takeTokenFile(resolve(dirname(raw.path), authorisation.token.file), raw.locate(['authorisation', 'token']))
      : undefined
  const locate = (path: readonly string[]): string => raw.locate(path)
  let inboxes: Inboxes | undefined
  try {
    inboxes = wantsInbox(plan)
      ? await openFor(profile, credentials, { recorder, interrupted, where: `${locate(['events'])}: events.listen` })
      : undefined
    const begun = await start({
      profile,
      standard: standard.fapi,
      contracts,
      credentials,
      recorder,
      interrupted,
      person,
      locate,
      forms,
      declineForms,
      wrongForms,
      firstScope: standard.fapi.clientScope(firstApi(scene, profile)),
      claims: plan.claims,
      ...(tokenFile && { tokenFile }),
      ...(inboxes && { inboxes }),
    })
    return await carryOut(plan, begun, { ...scene, recorder }, profile, watch)
  } finally {
    await inboxes?.close()
    tokenFile?.release()
  }
}
