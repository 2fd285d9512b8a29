import type { Asked, Change } from '../../defects/answered.ts'
import { type Defect, wire } from '../../defects/defect.ts'
import { onObject, withObject } from '../../defects/reading.ts'
import type { Json } from '../../resources/money.ts'
import { createConsent } from './operations.ts'
import { isOperation, resourceOf } from './reading.ts'

const isReading = (asked: Asked): boolean => asked.method === 'GET' && resourceOf(asked).startsWith('/accounts')

const onEntries = (change: (entry: Json) => Json, applies: (asked: Asked) => boolean = isReading): Change =>
  onObject(applies, [400, 403, 404], (body) =>
    Array.isArray(body.Errors) ? { ...body, Errors: body.Errors.map((one) => change(one as Json)) } : undefined,
  )

/** Wire defects of error bodies. */
export const errorDefects: readonly Defect[] = [
  wire(
    'bh-error-without-message',
    'An error has no message',
    'BH-ERR-020',
    onObject(isReading, [400, 403, 404], ({ Message: _, ...body }) => body),
  ),
  wire(
    'bh-error-entry-without-message',
    'An entry of an error has no message',
    'BH-ERR-021',
    onEntries(({ Message: _, ...entry }) => entry),
  ),
  wire(
    'bh-error-code-without-namespace',
    'The code of an error has no namespace',
    'BH-ERR-022',
    onEntries((entry) => ({ ...entry, ErrorCode: String(entry.ErrorCode).replace(/^BH\.\w+\./, '') })),
  ),
  wire(
    'bh-error-path-of-no-field',
    'The path of an error names a field that is none',
    'BH-ERR-023',
    onEntries(
      (entry) => (/^BH\.OBF\.Field/.test(String(entry.ErrorCode)) ? { ...entry, Path: 'Data.Nowhere' } : entry),
      isOperation(createConsent),
    ),
  ),
  wire('bh-error-of-its-own', 'An error has a form of its own', 'BH-ERR-024', (answer, asked) =>
    isReading(asked) && answer.status === 403 ? withObject(answer, { error: 'forbidden' }) : answer,
  ),
]
