import { randomUUID } from 'node:crypto'
import type { ResourceError } from '../resources/call.ts'
import type { Answer } from './call.ts'
import type { BahrainSetting } from './setting.ts'
import { detachedBy } from './signature.ts'

const words: Readonly<Record<number, string>> = { 400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound' }

const codeOf = (code: string): string => (code.startsWith('BH.') ? code : `BH.OBF.${code}`)

/** The framework's error object with one error. A code without a namespace is one of the framework's. */
export const errorBody = (setting: BahrainSetting, status: number, { code, message, path }: ResourceError): string =>
  JSON.stringify({
    Code: `${status} ${words[status] ?? 'Error'}`,
    Id: setting.has('bh-error-ids-repeat') ? 'error-1' : randomUUID(),
    Message: 'The request cannot be answered.',
    Errors: [{ ErrorCode: codeOf(code), Message: message, ...(path !== undefined && { Path: path }) }],
  })

const json = 'application/json; charset=utf-8'

const textOf = (
  setting: BahrainSetting,
  answer: Answer,
): { readonly body: string; readonly type: string } | undefined => {
  if ('file' in answer) return { body: answer.file, type: answer.type }
  if ('value' in answer) return { body: JSON.stringify(answer.value), type: json }
  return 'error' in answer ? { body: errorBody(setting, answer.status, answer.error), type: json } : undefined
}

/** Turns the outcome of a call into a response; `signs` adds the signature over a body. */
export const respond = async (setting: BahrainSetting, answer: Answer, signs: boolean): Promise<Response> => {
  const content = textOf(setting, answer)
  const headers = new Headers('headers' in answer ? answer.headers : {})
  if (content === undefined) {
    if (answer.status !== 204) headers.set('content-length', '0')
    return new Response(null, { status: answer.status, headers })
  }
  headers.set('content-type', content.type)
  if (signs) headers.set('x-jws-signature', await detachedBy(setting, content.body))
  return new Response(content.body, { status: answer.status, headers })
}
