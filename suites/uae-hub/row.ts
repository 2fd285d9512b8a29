export { everywhere, onScenarios, type TableRow, tableOf } from '../row.ts'
