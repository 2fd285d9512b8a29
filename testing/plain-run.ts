import { checkPlainProfile, type RawProfile } from '../engine/profile/read.ts'
import { type Run, run } from '../engine/run.ts'
import type { Standard } from '../engine/standard.ts'

/** Runs a standard against a target that headers alone open, with no limits of rate. */
export const plainRun = async (
  standard: Standard,
  target: { readonly baseUrl: string; readonly headers?: Readonly<Record<string, string>>; readonly burst?: number },
): Promise<Run> => {
  const raw: RawProfile = {
    path: 'flags',
    fromFlags: true,
    locate: () => '--base-url',
    values: {
      name: 'target',
      standard: standard.id,
      contract: 'literal',
      baseUrl: target.baseUrl,
      headers: target.headers ?? {},
      limits: { requestsPerSecond: 10_000, concurrency: 8, timeout: 5 },
      ...(target.burst === undefined ? {} : { burst: { requests: target.burst } }),
    },
  }
  return run({
    profile: checkPlainProfile(raw),
    raw,
    standard,
    selection: { suites: [], rules: [], operations: [], slow: false },
    interrupted: new AbortController().signal,
    person: { tell: () => undefined, canType: false },
  })
}
