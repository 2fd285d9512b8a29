import { exitCodes } from '../engine/judge/result.ts'

/** Ctrl-C once ends the work with all results so far, as `meanwhile` says; twice ends it at once. */
export const interruption = (
  tell: (text: string) => void,
  meanwhile: string,
): { readonly signal: AbortSignal; readonly release: () => void } => {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted)
    controller.abort()
    tell(`Interrupted: ${meanwhile}. Ctrl-C again ends at once.`)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}
