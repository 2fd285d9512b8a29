export { endpointIn } from '../../baseline/endpoints.ts'
