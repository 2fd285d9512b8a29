/** Where JSON may go on in another line: behind a comma, before the next member or item. */
const joint = /(?<=, ?)(?=["{[])/

/** The lines of an HTTP message, those of JSON that are longer than `width` gone on below, indented by two. */
export const fold = (message: string, width: number): readonly string[] =>
  message.split('\n').flatMap((whole) => {
    const lines: string[] = []
    let line = ''
    for (const piece of whole.split(joint)) {
      if (line.trim() !== '' && line.length + piece.length > width) {
        lines.push(line.trimEnd())
        line = `  ${piece}`
      } else line += piece
    }
    return [...lines, line]
  })
