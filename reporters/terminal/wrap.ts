// biome-ignore lint/suspicious/noControlCharactersInRegex: what a server sent must not steer a terminal.
const steering = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Text that a terminal only shows: control characters and changes of direction become `\ufffd`. */
const plain = (text: string): string => text.replace(steering, '\ufffd')

/** Text of several lines, its line breaks kept, that a terminal only shows. */
export const harmless = (text: string): string => text.split('\n').map(plain).join('\n')

/** Breaks text at blanks into lines of at most `width` characters. A longer word gets a line of its own, uncut. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(/\s+/)
    .map(plain)
    .filter((it) => it !== '')) {
    if (line !== '' && [...line].length + 1 + [...word].length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** A wrapped paragraph: `first` stands before the first line, blanks of the same length before the others. */
export const hang = (first: string, text: string, width: number): readonly string[] => {
  const blank = ' '.repeat([...first].length)
  const lines = wrap(text, Math.max(20, width - blank.length))
  return lines.length === 0 ? [first.trimEnd()] : lines.map((line, index) => `${index === 0 ? first : blank}${line}`)
}

/** Cut to `width` characters, the last of them `…` when something is missing. */
export const cut = (text: string, width: number): string => {
  const characters = [...plain(text)]
  return characters.length <= width ? characters.join('') : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`
}
