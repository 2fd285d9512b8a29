// Used by the tests of this folder alone.

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test.
  readonly json: any
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly with?: 'own' | 'second' | 'none'
}

/** A form that is posted. */
export const form = (fields: Readonly<Record<string, string>>): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})

/** A user agent that keeps cookies and fills in forms. */
export const userAgent = (send: (url: string, sent?: Sent) => Promise<Reply>, origin: string) => {
  const cookies = new Map<string, { value: string; path: string }>()
  const visit = async (url: string, sent: Sent = {}): Promise<Reply> => {
    const target = new URL(url, origin)
    const cookie = [...cookies]
      .filter(([, { path }]) => target.pathname.startsWith(path))
      .map(([name, { value }]) => `${name.split('\n')[0]}=${value}`)
      .join('; ')
    const reply = await send(target.href, { ...sent, with: 'none', headers: { ...sent.headers, cookie } })
    for (const line of reply.headers['set-cookie']?.split('\n') ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/'
      cookies.set(`${name}\n${path}`, { value, path })
    }
    const { location } = reply.headers
    const next = location === undefined ? undefined : new URL(location, target)
    return next?.origin === target.origin ? visit(next.href) : reply
  }
  const submit = (page: Reply, fields: Readonly<Record<string, string>>): Promise<Reply> => {
    const body = new URLSearchParams(fields)
    body.set('proof', /name="proof" value="([^"]+)"/.exec(page.text)?.[1] ?? '')
    if (!fields.account) {
      for (const [, id = ''] of page.text.matchAll(/name="account" value="([^"]+)"/g)) body.append('account', id)
    }
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? ''
    return visit(action, { ...form({}), body: body.toString() })
  }
  return { visit, submit }
}
