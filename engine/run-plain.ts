import type { Contract } from './contract.ts'
import { execute } from './execute.ts'
import { startPlain } from './plain-session.ts'
import { readPlainCredentials } from './profile/credentials.ts'
import { keepParameters, plainHeaders } from './profile/headers.ts'
import type { RawProfile } from './profile/read.ts'
import type { PlainProfile } from './profile/schema.ts'
import type { RunOptions, Scene } from './scene.ts'
import { SetUpFault } from './set-up-fault.ts'

/** An API of which no call succeeds is not the one that the profile means, or does not know who is asking. */
const demandSuccess = ({ statuses, pages }: Scene['seen'], contracts: readonly Contract[], raw: RawProfile): void => {
  const all = [...statuses.keys()]
  const successes = [...statuses].reduce((sum, [status, count]) => (status < 300 ? sum + count : sum), 0)
  if (successes > 0 && pages() === successes)
    throw new SetUpFault(
      raw.locate(['baseUrl']),
      'every success was a web page (text/html), which the document declares for none of them',
      'Check the base URL and the credential: this looks like a web site or a page for logging in, not like the API.',
    )
  const declares = (family: string): boolean =>
    contracts.some(({ operations }) =>
      [...operations.values()].some(({ responses }) => Object.keys(responses).some((one) => one.startsWith(family))),
    )
  if (all.length === 0 || all.some((status) => status < 300 || status > 499)) return
  if (all.some((status) => status < 400) && declares('3')) return
  const seen = [...statuses].map(([status, count]) => `${status} × ${count}`).join(', ')
  const unknown = all.some((status) => status === 401 || status === 403)
  throw new SetUpFault(
    raw.locate([unknown ? 'headers' : 'baseUrl']),
    `no call succeeded: the target answered ${seen}`,
    unknown
      ? 'Check the credential: an API whose calls all fail cannot be judged.'
      : 'Check the base URL: an API whose calls all fail cannot be judged.',
  )
}

/** Runs against a target that headers alone open. Throws a `SetUpFault` when it is not the API that the profile means. There are no
 * remarks. */
export const runPlain = async (
  { raw, standard, interrupted, watch }: RunOptions,
  profile: PlainProfile,
  scene: Scene,
): Promise<readonly string[]> => {
  const { plan, contracts, redactor, startedAt, seen } = scene
  const credentials = readPlainCredentials(profile, raw, startedAt)
  const headers = plainHeaders(profile, raw, redactor, standard.credentials)
  keepParameters(profile, redactor, standard.credentials)
  const recorder = scene.secured(credentials)
  const open = startPlain({ profile, raw, contracts, recorder, interrupted, headers })
  await execute(plan, { ...scene, recorder, open }, watch)
  if (!interrupted.aborted) demandSuccess(seen, contracts, raw)
  return []
}
