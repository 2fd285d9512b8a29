import type { Defect } from '../../defects/defect.ts'
import { isDateTime, isObject } from '../../policy/values.ts'
import { badRequest, type Outcome } from '../../resources/call.ts'
import type { Variant } from '../setting.ts'
import { permissions as known } from './permissions.ts'

/** A request for access to accounts, as far as it could be read. */
export interface RequestFacts {
  readonly body: unknown
  readonly data: Readonly<Record<string, unknown>>
  readonly permissions: readonly string[]
  readonly variant: Variant
}

/** One thing for which a request for access is refused; `defect` switches it off. */
export interface RequestRow {
  readonly defect?: Pick<Defect, 'name' | 'title' | 'breaks'>
  readonly refuses: (facts: RequestFacts) => Outcome | undefined
}

const path = 'Data.Permissions'

const refusal = (wrong: boolean, code: string, message: string, at: string = path): Outcome | undefined =>
  wrong ? badRequest(code, message, at) : undefined

const hasAny = (granted: readonly string[], ...names: readonly string[]): boolean =>
  names.some((name) => granted.includes(name))

const contents = ['ReadTransactionsBasic', 'ReadTransactionsDetail'] as const
const directions = ['ReadTransactionsCredits', 'ReadTransactionsDebits'] as const
const dates = ['TransactionFromDateTime', 'TransactionToDateTime', 'ExpirationDateTime'] as const

const membersOf = (variant: Variant): readonly string[] => [
  'Permissions',
  ...dates.filter((name) => name !== 'ExpirationDateTime' || variant === 'bh-draft-2019'),
]

/** What a request for access is looked at for, in this order. */
export const requestRows: readonly RequestRow[] = [
  {
    refuses: ({ body, data }) => {
      const missing =
        !isObject(body) || !isObject(body.Data) ? 'Data' : data.Permissions === undefined ? path : undefined
      return missing === undefined ? undefined : badRequest('Field.Missing', `${missing} is missing.`, missing)
    },
  },
  {
    defect: {
      name: 'bh-malformed-consent-taken',
      title: 'A text is taken for a list of permissions',
      breaks: 'BH-ERR-003',
    },
    refuses: ({ data }) =>
      refusal(!Array.isArray(data.Permissions), 'Field.Invalid', 'Data.Permissions has to be a list.'),
  },
  {
    defect: {
      name: 'bh-no-permission-accepted',
      title: 'A consent that permits nothing is taken',
      breaks: 'BH-PRM-001',
    },
    refuses: ({ permissions }) =>
      refusal(permissions.length === 0, 'Field.Invalid', 'At least one permission is needed.'),
  },
  {
    defect: {
      name: 'bh-unknown-permission-accepted',
      title: 'A permission that is none is taken',
      breaks: 'BH-PRM-002',
    },
    refuses: ({ permissions }) =>
      refusal(
        permissions.some((name) => !known.includes(name)),
        'Field.Invalid',
        'There is no such permission.',
      ),
  },
  {
    defect: {
      name: 'bh-transactions-without-direction-accepted',
      title: 'Transactions are taken without credits and debits',
      breaks: 'BH-PRM-003',
    },
    refuses: ({ permissions }) =>
      refusal(
        hasAny(permissions, ...contents) && !hasAny(permissions, ...directions),
        'Field.Invalid',
        'Transactions need ReadTransactionsCredits or ReadTransactionsDebits.',
      ),
  },
  {
    defect: {
      name: 'bh-direction-without-transactions-accepted',
      title: 'Credits and debits are taken without transactions',
      breaks: 'BH-PRM-004',
    },
    refuses: ({ permissions }) =>
      refusal(
        hasAny(permissions, ...directions) && !hasAny(permissions, ...contents),
        'Field.Invalid',
        'Credits and debits need ReadTransactionsBasic or ReadTransactionsDetail.',
      ),
  },
  {
    defect: { name: 'bh-balances-alone-taken', title: 'Balances are taken without accounts', breaks: 'BH-PRM-005' },
    refuses: ({ permissions }) =>
      refusal(
        permissions.length > 0 &&
          permissions.some((name) => known.includes(name)) &&
          !hasAny(permissions, 'ReadAccountsBasic', 'ReadAccountsDetail'),
        'Field.Invalid',
        'ReadAccountsBasic or ReadAccountsDetail is needed.',
      ),
  },
  {
    refuses: ({ data, variant }) => {
      const strange = Object.keys(data).find((name) => !membersOf(variant).includes(name))
      return refusal(strange !== undefined, 'Field.Unexpected', 'There is no such field.', `Data.${strange}`)
    },
  },
  {
    refuses: ({ data }) => {
      const wrong = dates.find((name) => data[name] !== undefined && !isDateTime(data[name]))
      return refusal(wrong !== undefined, 'Field.InvalidDate', 'A date-time of RFC 3339 is needed.', `Data.${wrong}`)
    },
  },
]
