/** A document that cannot be derived. The message names the file, the line if it is known, and the place in it. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault'
  readonly file: string
  readonly line: number | undefined
  /** JSON Pointer into the document; '' when the whole is at fault. */
  readonly pointer: string

  constructor(file: string, line: number | undefined, pointer: string, what: string) {
    const place = pointer === '' ? '' : ` at ${pointer}`
    super(`${file}${line === undefined ? '' : `:${line}`}${place}: ${what}`)
    this.file = file
    this.line = line
    this.pointer = pointer
  }
}
