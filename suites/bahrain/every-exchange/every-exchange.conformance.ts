import { window } from '../../../reporters/allure/window.ts'

window('bahrain/every-exchange')
