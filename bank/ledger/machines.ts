/** A cash machine. */
export interface Machine {
  readonly id: string
  readonly brand: 'Mizan' | 'Noor'
  readonly site: string
  readonly town: string
  readonly emirate: 'AbuDhabi' | 'Dubai' | 'Sharjah' | 'RasAlKhaimah'
  /** Degrees north and east. */
  readonly at: readonly [latitude: string, longitude: string]
  readonly currencies: readonly string[]
  /** Hours of opening; around the clock where there are none. */
  readonly hours?: readonly [opens: string, closes: string]
}

type Row = readonly [
  site: string,
  town: string,
  emirate: Machine['emirate'],
  latitude: string,
  longitude: string,
  more?: Partial<Pick<Machine, 'currencies' | 'hours'>>,
]

const inBrand = (brand: Machine['brand'], rows: readonly Row[]): readonly Machine[] =>
  rows.map(([site, town, emirate, latitude, longitude, more], index) => ({
    id: `${brand === 'Mizan' ? 'MZ' : 'NR'}-${String(index + 1).padStart(4, '0')}`,
    brand,
    site,
    town,
    emirate,
    at: [latitude, longitude],
    currencies: ['AED'],
    ...more,
  }))

/** Every cash machine of the bank. */
export const machines: readonly Machine[] = [
  ...inBrand('Mizan', [
    ['Head office', 'Abu Dhabi', 'AbuDhabi', '24.4539', '54.3773'],
    ['Airport hall', 'Dubai', 'Dubai', '25.2532', '55.3657', { currencies: ['AED', 'USD', 'EUR'] }],
    ['Old market', 'Sharjah', 'Sharjah', '25.3573', '55.3911', { hours: ['08:00', '22:00'] }],
    ['Corniche', 'Ras Al Khaimah', 'RasAlKhaimah', '25.7895', '55.9432'],
  ]),
  ...inBrand('Noor', [
    ['Noor branch', 'Dubai', 'Dubai', '25.1972', '55.2744', { hours: ['09:30', '17:00'] }],
    ['University', 'Al Ain', 'AbuDhabi', '24.2075', '55.7447'],
  ]),
]
