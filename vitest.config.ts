import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes begins first: the rest goes on beside it. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification): number => (/\/proofs-[\w-]+\.test\.ts$/.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((one, other) => long(one) - long(other))
  }
}

export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', 'dist/**'],
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['suites/**/*.conformance.ts'],
          globalSetup: ['./reporters/allure/global-setup.ts'],
          setupFiles: ['allure-vitest/setup'],
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
    ],
  },
})
