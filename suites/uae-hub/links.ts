import type { Exchange } from '../../engine/exchange.ts'

const marker = '/accounts'

/**
 * A link as it is to be fetched: one that names another host keeps only what follows its base path, put behind the base
 * of the page on which it stands. Hubs pass links of the bank behind them through. Anything else stays as it is.
 */
export const atHome = (link: string, page: Exchange): string => {
  if (!URL.canParse(link)) return link
  const [there, here] = [new URL(link), new URL(page.request.url)]
  const [cut, base] = [there.pathname.indexOf(marker), here.pathname.indexOf(marker)]
  if (there.origin === here.origin || cut < 0 || base < 0) return link
  return `${here.origin}${here.pathname.slice(0, base)}${there.pathname.slice(cut)}${there.search}`
}
