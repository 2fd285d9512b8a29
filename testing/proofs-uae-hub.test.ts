import { proveOnTheBank } from './proofs.ts'

proveOnTheBank('uae-hub', [])
