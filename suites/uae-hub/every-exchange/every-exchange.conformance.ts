import { window } from '../../../reporters/allure/window.ts'

window('uae-hub/every-exchange')
