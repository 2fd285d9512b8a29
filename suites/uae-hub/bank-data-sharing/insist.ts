export { insist } from '../../baseline/insist.ts'
