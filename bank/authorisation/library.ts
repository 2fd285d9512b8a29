type Library = typeof import('oidc-provider')

let loading: Promise<Library> | undefined

const isNotice = (message: unknown): boolean =>
  typeof message === 'string' && message.includes('oidc-provider WARNING: Unsupported runtime')

/** Loads oidc-provider without the notice that it prints on Node 20. */
export const library = (): Promise<Library> => {
  loading ??= (async () => {
    const { warn } = console
    const quiet = (...given: readonly unknown[]): void => {
      if (!isNotice(given[0])) warn(...given)
    }
    console.warn = quiet
    try {
      return await import('oidc-provider')
    } finally {
      if (console.warn === quiet) console.warn = warn
    }
  })()
  return loading
}
