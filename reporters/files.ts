import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Characters that are written at once: a system call for each small piece would cost more than the pieces. */
const enough = 1 << 16

function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < enough) continue
    yield text
    text = ''
  }
  yield text
}

/**
 * Writes a file in one go or piece by piece. It comes to be under its name only when it is whole; until then it is
 * `<file>.part`. The folder is made when it is missing.
 */
export const writeWhole = async (file: string, content: string | Iterable<string>): Promise<void> => {
  await mkdir(dirname(file), { recursive: true })
  const part = `${file}.part`
  if (typeof content === 'string') await writeFile(part, content)
  else await pipeline(Readable.from(gathered(content)), createWriteStream(part))
  await rename(part, file)
}
