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

export interface ParameterFacts {
  readonly name: string
  readonly in: string
  readonly required: boolean
  /** `form`, `simple`, `deepObject`, …: as declared, or OpenAPI's default for its place. */
  readonly style: string
  readonly explode: boolean
  /** JSON Pointer of its schema in the document; undefined when it declares none. */
  readonly schema?: string
  /** Where its value is written in a media type and not in a style. */
  readonly mediaType?: string
}

export interface RequestFacts {
  /** As those of a response. */
  readonly mediaTypes: readonly string[]
  readonly required: boolean
}

export interface OperationFacts {
  /** `GET /accounts/{AccountId}`: method and path template as the contract has them. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly ParameterFacts[]
  /** Undefined when no body is declared. */
  readonly request?: RequestFacts
  /** By status, as the contract writes it: `200`, `default`. */
  readonly responses: Readonly<Record<string, ResponseFacts>>
  /** Alternatives, each by security scheme the scopes that it demands; `{}`: none is needed. Empty: nothing is said. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
}

/** The facts of one OpenAPI document. Implemented in `schemas`, where validators compile on first use. */
export interface Contract {
  /** `account-information`: the name of the API. */
  readonly name: string
  readonly version: string
  /** Of the published source document. */
  readonly sha256: string
  readonly operations: ReadonlyMap<string, OperationFacts>
  /** What is read otherwise than published, because it cannot have been meant. `at`: JSON Pointers into the document. */
  readonly corrections: readonly { readonly id: string; readonly reason: string; readonly at: readonly string[] }[]
  /** What of the document nothing can be judged by, as `pointer: what`: unknown keywords and formats, bad patterns. */
  readonly unjudged: readonly string[]
  /**
   * Faults of a response body; undefined when the contract declares no schema for that status and media type. Of a fault
   * that has many places, 20 are told, and how many more there are.
   */
  readonly faults: (
    operation: string,
    status: number,
    mediaType: string,
    body: unknown,
  ) => readonly SchemaFault[] | undefined
  /** Faults of a request body; undefined when the contract declares no schema for that media type. */
  readonly requestFaults: (operation: string, mediaType: string, body: unknown) => readonly SchemaFault[] | undefined
  /** Faults of the value of a parameter, already read from its text; undefined when no such parameter has a schema. */
  readonly parameterFaults: (
    operation: string,
    place: string,
    name: string,
    value: unknown,
  ) => readonly SchemaFault[] | undefined
  /** Faults of any value against a named schema of the contract. Throws when there is no such schema. */
  readonly faultsOf: (component: string, value: unknown) => readonly SchemaFault[]
  /**
   * Every place of a response body that one of these formats or named schemas governs, with the value found there. Of a
   * body of more than 50,000 values only the first items of each list are looked at, and the first fault.
   */
  readonly places: (
    operation: string,
    status: number,
    mediaType: string,
    body: unknown,
    governs: { readonly formats?: readonly string[]; readonly components?: readonly string[] },
  ) => readonly { readonly at: string; readonly value: unknown; readonly by: string }[]
  /** Whether there is such a place with a value that `holds`: quicker than to ask for all of them. */
  readonly anyPlace: (...of: [...Parameters<Contract['places']>, holds: (value: unknown) => boolean]) => boolean
  /** Members of a response body that its schema does not declare and does not forbid; `got` names them. */
  readonly undeclared: (
    operation: string,
    status: number,
    mediaType: string,
    body: unknown,
  ) => readonly { readonly at: string; readonly got: string }[]
}
