/** A name without letter case and separators: `account_id`, `AccountId` and `account-id` are one. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** A name for one of what a collection holds, in its plain form: `categories` holds a `category`. */
export const singular = (name: string): string => {
  const plain = plainName(name)
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (/(ss|x|ch|sh)es$/.test(plain)) return plain.slice(0, -2)
  return /[^s]s$/.test(plain) ? plain.slice(0, -1) : plain
}

/** Members in which the name of a thing may stand, the likeliest first, in their plain form: for `{petId}` below `/pets`. */
export const candidates = (parameter: string, collection: string): readonly string[] => {
  const [plain, one] = [plainName(parameter), singular(collection)]
  const rest = plain.startsWith(one) ? plain.slice(one.length) : ''
  return [...new Set([plain, ...(rest === '' ? [] : [rest]), 'id', `${one}id`])]
}

/** Whether a parameter of such a name stands for a certain thing, so that no value of it is to be thought up. */
export const isIdentity = (name: string): boolean =>
  /(id|ids|uuid|guid|key|token|code|number|ref|reference|iban|email|username|login|slug|hash)$/.test(plainName(name))
