import { count } from '../message.ts'
import { cut } from './wrap.ts'

/** Where progress is shown: a stream such as `process.stderr`. */
export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** Shows how far a run is. On a terminal one line that changes, elsewhere a line for each quarter. */
export interface Progress {
  /** How many scenarios there will be. */
  readonly plan: (scenarios: number) => void
  /** A scenario begins or ends. */
  readonly scenario: (title: string, state: 'begins' | 'ends') => void
  /** A request was answered. */
  readonly exchange: () => void
  /** Writes a line that stays, such as a URL that a person has to open. */
  readonly line: (text: string) => void
  /** Removes the changing line. Nothing is shown after it but by `line`. */
  readonly done: () => void
}

const clear = '\r\u001b[K'
/** Milliseconds between two drawings that only a request caused. */
const pause = 100

/** Makes the progress of one run. `now` is a clock in milliseconds. */
export const progress = (screen: Screen, now: () => number = () => performance.now()): Progress => {
  const live = screen.isTTY === true
  const running: string[] = []
  let total = 0
  let ended = 0
  let requests = 0
  let told = 0
  let drawn = Number.NEGATIVE_INFINITY
  let over = false

  const state = (): string =>
    `${total === 0 ? '' : `${ended} of ${count(total, 'scenario')}, `}${count(requests, 'request')}`
  const draw = (): void => {
    if (!live || over) return
    drawn = now()
    const current = running.at(-1)
    const text = current === undefined ? state() : `${state()}: ${current}`
    screen.write(`${clear}${cut(text, (screen.columns ?? 80) - 1)}`)
  }
  const tell = (): void => {
    if (live || over || total === 0) return
    const quarter = Math.floor((4 * ended) / total)
    if (quarter <= told) return
    told = quarter
    screen.write(`${state()}\n`)
  }

  return {
    plan(scenarios) {
      total = scenarios
      draw()
    },
    scenario(title, what) {
      if (what === 'begins') running.push(title)
      else {
        const index = running.indexOf(title)
        if (index >= 0) running.splice(index, 1)
        ended += 1
        tell()
      }
      draw()
    },
    exchange() {
      requests += 1
      if (now() - drawn >= pause) draw()
    },
    line(text) {
      screen.write(`${live && !over ? clear : ''}${text}\n`)
      draw()
    },
    done() {
      if (live && !over) screen.write(clear)
      over = true
    },
  }
}
