import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const find = (from: string): string => {
  const file = join(from, 'package.json')
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'mizan') return from
  const up = dirname(from)
  if (up === from) throw new Error('the folder of the package mizan was not found')
  return find(up)
}

/** The folder of this package: data files lie below it, whether the code runs from source or from `dist`. */
export const packageRoot: string = find(dirname(fileURLToPath(import.meta.url)))

/** The version in package.json. */
export const packageVersion: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version
