const special = /[\\*<[\]|]/g

/** Text that Markdown shows as it is, in a table too; what stands between backticks stays code. */
export const plain = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part.replaceAll('|', '\\|') : part.replace(special, '\\$&')))
    .join('')

/** Plain text that leads somewhere; plain text alone where there is no address. */
export const link = (text: string, url: string | undefined): string =>
  url === undefined ? plain(text) : `[${plain(text)}](${url})`

/** A table. Cells are Markdown already, without line breaks. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
