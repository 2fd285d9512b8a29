/**
 * Something of ours is at fault: a profile, a key, a clock, the network. Ends a run with exit code 3; never a finding.
 * `where` names a file with its line, a field, or a host; `todo` says what to do next.
 */
export class SetUpFault extends Error {
  override readonly name = 'SetUpFault'
  readonly where: string
  readonly todo: string

  constructor(where: string, message: string, todo: string, options?: ErrorOptions) {
    super(message, options)
    this.where = where
    this.todo = todo
  }

  /** The three parts as a person reads them. */
  get text(): string {
    return `${this.where}: ${this.message}\n  ${this.todo}`
  }
}
