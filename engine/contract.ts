/** One way in which a value breaks a schema of a contract. */
export interface SchemaFault {
  /** JSON Pointer into the value; '' is the whole. */
  readonly at: string
  /** The JSON Schema keyword that said no: `required`, `type`, `enum`, `pattern`, `format`, `additionalProperties`, … */
  readonly keyword: string
  /** Of a `format` fault: the format. */
  readonly format?: string
  /** The named schema of the contract in which the keyword stands, such as `AEError400Code`. */
  readonly component?: string
  readonly expected: string
  readonly got: string
}

export interface ResponseFacts {
  /** Declared media types, lower case, parameters dropped, without repetition. Empty: no body is declared. */
  readonly mediaTypes: readonly string[]
  readonly headers: readonly { readonly name: string; readonly required: boolean }[]
}

export interface OperationFacts {
  /** `GET /accounts/{AccountId}`: method and path template as the contract has them. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  /** By status, as the contract writes it: `200`, `default`. */
  readonly responses: Readonly<Record<string, ResponseFacts>>
}

/** The facts of one OpenAPI document. Implemented in `schemas`, where validators compile on first use. */
export interface Contract {
  /** `account-information`: the name of the API. */
  readonly name: string
  readonly version: string
  /** Of the published source document. */
  readonly sha256: string
  readonly operations: ReadonlyMap<string, OperationFacts>
  /** Faults of a response body; undefined when the contract declares no schema for that status and media type. */
  readonly faults: (
    operation: string,
    status: number,
    mediaType: string,
    body: unknown,
  ) => readonly SchemaFault[] | undefined
  /** Faults of any value against a named schema of the contract. Throws when there is no such schema. */
  readonly faultsOf: (component: string, value: unknown) => readonly SchemaFault[]
  /** Every place of a response body that one of these formats or named schemas governs, with the value found there. */
  readonly places: (
    operation: string,
    status: number,
    mediaType: string,
    body: unknown,
    governs: { readonly formats?: readonly string[]; readonly components?: readonly string[] },
  ) => readonly { readonly at: string; readonly value: unknown; readonly by: string }[]
}
