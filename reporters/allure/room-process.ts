import { render } from './render.ts'
import type { Done, Task } from './room.ts'
import { show } from './show.ts'

// Ctrl-C goes to all processes of a terminal; what was judged is still to be written.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())

const work = async (task: Task): Promise<Done> => {
  try {
    if ('render' in task) return { page: await render(task.render) }
    await show(task.show)
    return {}
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', async (task: Task) => process.send?.(await work(task)))
