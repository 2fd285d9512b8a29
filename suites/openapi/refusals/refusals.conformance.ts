import { window } from '../../../reporters/allure/window.ts'

window('openapi/refusals')
