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

/** `new`: no correction covers it. `corrected`, `harmless`: one does. `allows`: it constrains less than it seems to. */
const order = ['allows', 'harmless', 'corrected', 'new']

const run = async ({ check, ...derivation }: Options): Promise<void> => {
  const { files, findings } = await derive(derivation)
  for (const { file, pointer, what, state } of findings.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  ))
    console.log(`${state} ${file} ${pointer}: ${what}`)
  const changed = await differences(derivation.to, files)
  if (changed.length === 0) console.log(`${files.size} files are up to date`)
  for (const { file, how } of changed) console.log(check ? `differs ${file}: ${how}` : `written ${file}`)
  if (!check) await write(derivation.to, files)
  else if (changed.length > 0) process.exitCode = 1
}

const command = new Command('derive-schemas')
  .description('Derive the facts of OpenAPI documents: one JSON file each, and a manifest.')
  .requiredOption('--from <folder>', 'folder with OpenAPI documents, in folders of any depth')
  .requiredOption('--to <folder>', 'folder for the derived files, such as schemas/uae/v2.1')
  .option('--only <name...>', 'documents, such as standards/account-information', [])
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
