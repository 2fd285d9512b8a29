import { NetworkFault } from '../network-fault.ts'
import { openTransport } from '../transport.ts'

/** Seconds for which an address of ours may take to answer. */
const patience = 10

/** Calls a public address of this run from here. Undefined where it leads back here, which `arrived` tells, else what came of it. */
export const selfTest = async (
  url: string,
  arrived: () => boolean,
  { ca, interrupted }: { readonly ca?: string; readonly interrupted: AbortSignal },
): Promise<string | undefined> => {
  const transport = openTransport({
    ...(ca !== undefined && { ca }),
    certificates: {},
    timeout: patience,
    bodyBytes: 100_000,
    connections: 1,
  })
  try {
    const request = { method: 'POST', url, headers: [['content-type', 'application/jwe']] as const, body: '' }
    const { response } = await transport.send(request, 'none', interrupted)
    return arrived() ? undefined : `${new URL(url).host} leads to somebody else, who answered ${response.status}`
  } catch (fault) {
    if (!(fault instanceof NetworkFault)) throw fault
    // What comes back may be lost where the request was not.
    return arrived() ? undefined : fault.message
  } finally {
    await transport.close()
  }
}
