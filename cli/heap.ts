import { setFlagsFromString } from 'node:v8'

// A run lets go of nearly all that it gets. Left to itself, V8 would first let the heap grow to twice what is in use.
setFlagsFromString('--heap-growing-percent=15')
setFlagsFromString('--max-semi-space-size=2')
