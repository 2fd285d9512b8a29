/** Words of the pages, in both languages of the bank. */
const words = {
  en: {
    bank: 'Mizan Model Bank',
    signIn: 'Sign in',
    user: 'User name',
    password: 'Password',
    next: 'Continue',
    wrong: 'User name or password is not right. Try again.',
    share: 'Share your account data',
    asks: 'asks to read:',
    accounts: 'Accounts',
    approve: 'Allow',
    decline: 'Do not allow',
    until: 'Until',
    error: 'This cannot go on',
  },
  ar: {
    bank: 'مصرف ميزان النموذجي',
    signIn: 'تسجيل الدخول',
    user: 'اسم المستخدم',
    password: 'كلمة المرور',
    next: 'متابعة',
    wrong: 'اسم المستخدم أو كلمة المرور غير صحيحة. حاول مرة أخرى.',
    share: 'مشاركة بيانات حساباتك',
    asks: 'يطلب الاطلاع على:',
    accounts: 'الحسابات',
    approve: 'السماح',
    decline: 'الرفض',
    until: 'حتى',
    error: 'لا يمكن المتابعة',
  },
} as const

export type Language = keyof typeof words

/** Arabic where the user agent asks for it first, else English. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  acceptLanguage?.trim().toLowerCase().startsWith('ar') ? 'ar' : 'en'

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}' +
  'label{display:block;margin:.6rem 0}input:not([type=radio],[type=checkbox]){display:block;width:100%;padding:.4rem}' +
  'button{margin-top:1rem;padding:.5rem 1.2rem}'

const page = (language: Language, title: string, body: string): string => {
  const { bank } = words[language]
  const other = language === 'en' ? 'ar' : 'en'
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · ${bank}</title>
<style>${style}</style></head>
<body><header><strong>${bank}</strong> <span lang="${other}" dir="${other === 'ar' ? 'rtl' : 'ltr'}">${words[other].bank}</span></header>
<main><h1>${title}</h1>
${body}
</main></body></html>
`
}

interface Form {
  readonly language: Language
  readonly action: string
  /** Proves that the form came from this page. */
  readonly proof: string
}

const form = ({ action, proof }: Form, fields: string, submit: string): string =>
  `<form method="post" action="${escaped(action)}"><input type="hidden" name="proof" value="${escaped(proof)}">
${fields}
<button type="submit">${submit}</button></form>`

/** The page on which a user logs in; `wrong` after a failed try. */
export const logInPage = (given: Form & { readonly wrong: boolean }): string => {
  const text = words[given.language]
  const fields = `<label>${text.user} <input name="username" autocomplete="username" required></label>
<label>${text.password} <input name="password" type="password" autocomplete="current-password" required></label>`
  const notice = given.wrong ? `<p role="alert">${text.wrong}</p>` : ''
  return page(given.language, text.signIn, notice + form(given, fields, text.next))
}

interface ConsentForm extends Form {
  readonly client: string
  readonly permissions: readonly string[]
  readonly until: string
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
}

/** The page on which a user decides, with every account chosen at first. */
export const consentPage = (given: ConsentForm): string => {
  const text = words[given.language]
  const accounts = given.accounts.map(
    ({ id, name }) =>
      `<label><input type="checkbox" name="account" value="${escaped(id)}" checked> ${escaped(name)} <bdi>${escaped(id)}</bdi></label>`,
  )
  const fields = `<p>${escaped(given.client)} ${text.asks}</p>
<ul>${given.permissions.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>
<p>${text.until} <bdi>${escaped(given.until)}</bdi></p>
<fieldset><legend>${text.accounts}</legend>${accounts.join('\n')}</fieldset>
<label><input type="radio" name="decision" value="approve" required> ${text.approve}</label>
<label><input type="radio" name="decision" value="decline" required> ${text.decline}</label>`
  return page(given.language, text.share, form(given, fields, text.next))
}

/** Tells a user that a request cannot be answered, with the OAuth error. */
export const errorPage = (
  error: { readonly error: string; readonly error_description?: string | undefined },
  language: Language = 'en',
): string =>
  page(
    language,
    words[language].error,
    `<p><code>${escaped(error.error)}</code> ${escaped(error.error_description ?? '')}</p>`,
  )
