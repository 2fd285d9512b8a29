import { Command } from 'commander'
import { derive, differences, write } from '../schemas/derive/derive.ts'

interface Options {
  readonly from: string
  readonly to: string
  readonly only: readonly string[]
  readonly repository: string
  readonly licence: string
  readonly check?: boolean
}

const run = async ({ check, ...derivation }: Options): Promise<void> => {
  const results = await derive(derivation)
  const changed = await differences(derivation.to, results)
  if (changed.length === 0) console.log(`${results.size} files are up to date`)
  for (const { file, how } of changed) console.log(check ? `differs ${file}: ${how}` : `written ${file}`)
  if (!check) await write(derivation.to, results)
  else if (changed.length > 0) process.exitCode = 1
}

const command = new Command('derive-schemas')
  .description('Derive the facts of OpenAPI documents: one JSON file each, and a manifest.')
  .requiredOption('--from <folder>', 'folder with OpenAPI documents')
  .requiredOption('--to <folder>', 'folder for the derived files, such as schemas/uae/v2.1')
  .option('--only <name...>', 'API names, such as account-information', [])
  .option('--repository <url>', 'where the documents are published', 'https://github.com/Nebras-Open-Finance/api-specs')
  .option('--licence <id>', 'SPDX identifier of their licence', 'MIT')
  .option('--check', 'write nothing; say what differs and exit with 1')
  .action(run)

try {
  await command.parseAsync()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
