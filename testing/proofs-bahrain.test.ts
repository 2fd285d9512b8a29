import { proveOnTheBank } from './proofs.ts'

// This bank encrypts nothing.
proveOnTheBank('bahrain', ['BH-RSP-002'])
