import { type PolicyRow, type RequestFacts, refusal } from './row.ts'

/** Seconds that a request object may live, and that its `nbf` may lie back. */
const hour = 3600

const details = ({ request }: RequestFacts): readonly unknown[] =>
  Array.isArray(request?.authorization_details) ? request.authorization_details : []

/** What is asked of a request object around its authorization details. */
export const requestObjectRows: readonly PolicyRow[] = [
  {
    name: 'request-object-nbf-check',
    requirement: 'UAE-PAR-011',
    title: 'The nbf of a request object is there and at most 60 minutes old',
    refuses: ({ request, now }) =>
      refusal(
        request !== undefined && (typeof request.nbf !== 'number' || request.nbf < now - hour),
        'invalid_request_object',
        'the request object has no nbf, or one that is more than 60 minutes old',
      ),
  },
  {
    name: 'request-object-exp-check',
    requirement: 'UAE-PAR-012',
    title: 'The exp of a request object is there and at most 60 minutes after its nbf',
    refuses: ({ request, now }) => {
      if (request === undefined) return undefined
      const from = typeof request.nbf === 'number' ? request.nbf : now
      const fits = typeof request.exp === 'number' && request.exp > from && request.exp <= from + hour
      return refusal(!fits, 'invalid_request_object', 'exp is missing, or more than 60 minutes after nbf')
    },
  },
  {
    name: 'single-detail-check',
    requirement: 'UAE-PAR-016',
    title: 'A request holds exactly one element of authorization details',
    refuses: (facts) =>
      refusal(
        facts.request !== undefined && details(facts).length !== 1,
        'invalid_authorization_details',
        'authorization_details needs exactly one element',
      ),
  },
  {
    name: 'scope-of-the-type-check',
    requirement: 'UAE-PAR-018',
    title: 'The scope of a request covers the type of its consent',
    refuses: ({ request }) =>
      refusal(
        request !== undefined &&
          !String(request.scope ?? '')
            .split(' ')
            .includes('accounts'),
        'invalid_scope',
        'a data-sharing consent needs the scope accounts',
      ),
  },
]
