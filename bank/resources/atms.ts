import { type Machine, machines } from '../ledger/machines.ts'
import type { Call, Outcome } from './call.ts'
import { lfi } from './products.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const view = ({ id, brand, site, town, emirate, at: [latitude, longitude], currencies, hours }: Machine): unknown => ({
  LFIId: lfi,
  LFIBrandId: `${lfi}-${brand.toUpperCase()}`,
  ATMId: id,
  SupportedLanguages: ['ar', 'en'],
  Services: ['Balance', 'CashWithdrawal', 'PINChange'],
  Accessibility: ['WheelchairAccess'],
  IsAccess24Hour: hours === undefined,
  Availability: {
    Status: 'Available',
    ...(hours && { OperatingHours: [{ Days: days, OpenTime: hours[0], CloseTime: hours[1] }] }),
  },
  SupportedCurrencies: currencies,
  MinimumPossibleAmount: { Amount: '100.00', Currency: 'AED' },
  Location: {
    LocationCategory: ['BranchExternal'],
    Site: { Identification: `S-${id}`, Name: site },
    PostalAddress: {
      AddressType: 'Business',
      AddressLine: [site],
      TownName: town,
      CountrySubDivision: emirate,
      Country: 'AE',
    },
    GeoLocation: { Latitude: latitude, Longitude: longitude },
  },
  ATMFee: [{ Type: 'CrossBankWithdrawal', Amount: { Amount: '2.10', Currency: 'AED' } }],
})

/** `GET /atms` */
export const listAtms = ({ url, setting }: Call): Outcome => {
  // The operation has no filter: one that is made up is passed over, unless the bank is careless.
  const filtered = setting.hasDefect('atms-filtered-by-anything') && url.search !== ''
  const shown = filtered ? machines.slice(0, 1) : machines
  return {
    status: 200,
    value: {
      Data: shown.map(view),
      Meta: { LastUpdatedDateTime: '2026-01-31T06:00:00+04:00', TotalRecords: shown.length },
    },
  }
}
