import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeat, row, time } from './measure.ts'

/** Answers of the recording, and transactions in each: 19 KB, as a page of them has. */
const [answers, records] = [10_000, 25]

const base = 'https://rs1.bank.example/open-finance/account-information/v2.1'

const record = (index: number): object => ({
  TransactionId: `t${index}`,
  TransactionDateTime: '2026-05-03T15:46:00Z',
  BookingDateTime: '2026-05-03T15:46:00Z',
  TransactionType: 'POS',
  SubTransactionType: 'Purchase',
  CreditDebitIndicator: 'Debit',
  Status: 'Booked',
  Amount: { Amount: '10.00', Currency: 'AED' },
  TransactionInformation: `${'payment of an invoice for goods and services '.repeat(9)}${index}`,
  MerchantDetails: { MerchantName: `Shop ${index % 500}` },
})

const list = (fields: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }))

const entry = (index: number): object => {
  const url = `${base}/accounts/a${index % 50}/transactions`
  const interaction = `7a1d3f0e-5b6c-4d2a-9e8f-${String(index).padStart(12, '0')}`
  const text = JSON.stringify({
    Data: {
      AccountId: `a${index % 50}`,
      Transaction: Array.from({ length: records }, (_, at) => record(index * records + at)),
    },
    Links: { Self: url },
    Meta: { TotalPages: 1 },
  })
  return {
    startedDateTime: '2026-06-01T08:00:00.000Z',
    time: 12,
    request: {
      method: 'GET',
      url,
      headers: list({
        authorization: `Bearer of-the-recording-${index % 20}`,
        accept: 'application/json',
        'x-fapi-interaction-id': interaction,
      }),
    },
    response: {
      status: 200,
      headers: list({
        'content-type': 'application/json',
        'x-fapi-interaction-id': interaction,
        date: 'Mon, 01 Jun 2026 08:00:00 GMT',
      }),
      content: { size: text.length, mimeType: 'application/json', text },
    },
  }
}

const writeRecording = async (file: string): Promise<void> => {
  const out = createWriteStream(file)
  out.write('{"log":{"version":"1.2","entries":[')
  for (let index = 0; index < answers; index += 1) {
    const whole = out.write(`${index === 0 ? '' : ','}${JSON.stringify(entry(index))}`)
    if (!whole) await once(out, 'drain')
  }
  out.end(']}}')
  await once(out, 'finish')
}

/** How long a recording of 210 MB takes to be judged, all reports on, and what it costs in memory. */
export const benchRecording = async (folder: string): Promise<readonly string[]> => {
  const [recording, profile] = [join(folder, 'bench.har'), join(folder, 'recording.yaml')]
  await writeRecording(recording)
  writeFileSync(profile, `name: Bench\nstandard: uae-hub\nresources:\n  account-information: ${base}\n`)
  const figures = await repeat(() =>
    time(['judge', recording, '--profile', profile, '--out', join(folder, 'judged'), '--quiet']),
  )
  const codes = [...new Set(figures.map(({ exitCode }) => exitCode))].join(', ')
  return [
    row(
      'judge: 10,000 recorded exchanges of 19 KB',
      figures.map(({ seconds }) => seconds),
      's',
    ),
    row(
      '  peak memory of its largest process',
      figures.map(({ megabytes }) => megabytes ?? Number.NaN),
      'MB',
    ),
    ...(codes === '0' ? [] : [`  exit codes: ${codes}`]),
  ]
}
