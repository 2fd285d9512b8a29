import { type Defect, wire } from '../../defects/defect.ts'
import { onBody, onLinks } from './changes.ts'
import { account, accounts, balances, transactions } from './operations.ts'

const self = (change: (address: string) => string) => (links: Readonly<Record<string, unknown>>) => ({
  ...links,
  Self: change(String(links.Self)),
})

const page = (address: unknown): string | null => new URL(String(address)).searchParams.get('page')

/** Wire defects of links and of what stands around the data. */
export const linkDefects: readonly Defect[] = [
  wire(
    'bh-self-without-open-banking',
    'The list of accounts links to itself without open-banking',
    'BH-URI-001',
    onLinks(
      accounts,
      self((address) => address.replace('/open-banking', '')),
    ),
  ),
  wire(
    'bh-version-of-one-number',
    'The list of accounts links to a version of one number',
    'BH-URI-002',
    onLinks(
      accounts,
      self((address) => address.replace('/v1.0/', '/v1/')),
    ),
  ),
  wire(
    'bh-group-of-britain',
    'The list of accounts links to a group that only Britain has',
    'BH-URI-003',
    onLinks(
      accounts,
      self((address) => address.replace('/aisp/', '/cbpii/')),
    ),
  ),
  wire(
    'bh-balances-linked-elsewhere',
    'Balances link to another host',
    'BH-URI-004',
    onLinks(
      balances,
      self((address) => address.replace(/^https:\/\/[^/]+/, 'https://other.bank.example')),
    ),
  ),
  wire(
    'bh-self-left-out',
    'Balances have no link to themselves',
    'BH-ENV-001',
    onLinks(balances, () => ({})),
  ),
  wire(
    'bh-link-of-another-name',
    'The list of accounts has a link of a name that is none',
    'BH-ENV-002',
    onLinks(accounts, (links) => ({ ...links, Related: links.Self })),
  ),
  wire(
    'bh-self-of-another-resource',
    'An account links to its balances as itself',
    'BH-ENV-003',
    onLinks(
      account,
      self((address) => `${address}/balances`),
    ),
  ),
  wire(
    'bh-meta-with-count',
    'The list of accounts says how many there are',
    'BH-ENV-004',
    onBody(accounts, 200, (body) => ({ ...body, Meta: { ...(body.Meta as object), TotalRecords: 3 } })),
  ),
  wire(
    'bh-later-page-without-prev',
    'Pages after the first lead back to none',
    'BH-PAG-003',
    onLinks(transactions, ({ Prev: _, ...links }) => links),
  ),
  wire(
    'bh-first-leads-elsewhere',
    'The link to the first page leads to the page itself',
    'BH-PAG-004',
    onLinks(transactions, (links) => (page(links.Self) === null ? links : { ...links, First: links.Self })),
  ),
]
