const events = ['SIGINT', 'SIGTERM', 'exit', 'unhandledRejection', 'uncaughtException', 'warning'] as const

/**
 * Runs a guest that treats the process as its own, and puts back what it changes: exit code, environment, and listeners
 * of the process. The guest sees no `ALLURE_` variables. Signal handlers that were there stay in force meanwhile; those of the guest are taken off as soon as
 * `settle` is called.
 */
export const undisturbed = async <T>(guest: (settle: () => void) => Promise<T>): Promise<T> => {
  const { exitCode } = process
  const environment = { ...process.env }
  const before = new Map(events.map((event) => [event, new Set(process.listeners(event as 'exit'))]))
  const settle = (): void => {
    for (const [event, listeners] of before) {
      for (const listener of process.listeners(event as 'exit')) {
        if (!listeners.has(listener)) process.off(event, listener)
      }
    }
  }
  // Variables for other runs of Allure, such as a test plan, would hide results of this one.
  for (const name of Object.keys(process.env)) if (name.startsWith('ALLURE_')) delete process.env[name]
  try {
    return await guest(settle)
  } finally {
    settle()
    process.exitCode = exitCode
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
    Object.assign(process.env, environment)
  }
}
