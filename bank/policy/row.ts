type Claims = Readonly<Record<string, unknown>>

/** What a client asked of the authorization server, with what the server knew at that moment. */
export interface RequestFacts {
  readonly issuer: string
  /** Seconds since the epoch. */
  readonly now: number
  /** Claims of the client assertion. */
  readonly assertion?: Claims
  /** Form fields of a token request. */
  readonly token?: Claims
  /** Claims of a pushed request object. */
  readonly request?: Claims
  /** Whether a consent of that id was pushed before. */
  readonly consentExists: (id: string) => boolean
}

/** An OAuth error, and what the client did. */
export interface Refusal {
  readonly error: string
  readonly description: string
}

/** One thing that the standard refuses and the library behind the authorization server would let pass. */
export interface PolicyRow {
  /** What holds while the row is on; its defect is called `without-` and this name. */
  readonly name: string
  /** Id of the requirement. */
  readonly requirement: string
  readonly title: string
  /** Undefined where the row has nothing against the request. */
  readonly refuses: (facts: RequestFacts) => Refusal | undefined
}

/** Refuses with `error` and the row's description where `wrong` finds something. */
export const refusal = (wrong: boolean, error: string, description: string): Refusal | undefined =>
  wrong ? { error, description } : undefined
