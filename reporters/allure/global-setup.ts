import type { TestProject } from 'vitest/node'
import { conformanceForVitest } from '../../cli/conformance.ts'
import { view } from './view.ts'

/** Runs the engine once and hands its verdicts to the windows, for `vitest --project conformance`. */
export const setup = async (project: TestProject): Promise<void> => {
  project.provide('mizan', view(await conformanceForVitest()))
}
