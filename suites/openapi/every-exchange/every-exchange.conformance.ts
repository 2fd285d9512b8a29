import { window } from '../../../reporters/allure/window.ts'

window('openapi/every-exchange')
