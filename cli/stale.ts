import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'

const sources = ['bank', 'checks', 'cli', 'engine', 'reporters', 'schemas', 'scripts', 'suites']

/** The first source file that is newer than what was compiled from it; undefined in an installed package. */
export const newerSource = (): string | undefined => {
  if (!existsSync(join(packageRoot, 'tsconfig.build.json'))) return undefined
  const compiled = statSync(join(packageRoot, 'dist', 'cli', 'main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  for (const folder of sources) {
    for (const file of readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
      if (statSync(join(packageRoot, folder, file)).mtimeMs > compiled) return join(folder, file)
    }
  }
  return undefined
}
