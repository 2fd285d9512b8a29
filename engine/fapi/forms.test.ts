import { expect, test } from 'vitest'
import { filledIn, formFor, formsOf } from './forms.ts'

const page = `<!doctype html><form action="/search"><input name="q"></form>
<form method="post" action="login?step=1">
  <input type="hidden" name="csrf" value="t1"><input name="username"><input type="password" name="password">
  <label><input type="checkbox" name="remember" value="yes"> remember</label>
  <input type="checkbox" name="terms" checked>
  <select name="lang"><option value="en">English<option value="ar" selected>العربية</select>
  <textarea name="note">as it is</textarea>
  <button name="action" value="go">Log in</button>
</form>`

test('a form gives what it would send untouched, and the names of all its controls', () => {
  const form = formFor(formsOf(page, 'https://bank.example/a/b'), ['username', 'password'])
  expect(form).toMatchObject({
    action: 'https://bank.example/a/login?step=1',
    method: 'POST',
    values: [
      ['csrf', 't1'],
      ['username', ''],
      ['password', ''],
      ['terms', 'on'],
      ['lang', 'ar'],
      ['note', 'as it is'],
    ],
  })
  expect([...(form?.controls ?? [])]).toContain('action')
})

test('a form without an action goes to its page', () => {
  expect(formsOf('<form><input name="a" value="1"></form>', 'https://bank.example/x?y=1')[0]?.action).toBe(
    'https://bank.example/x?y=1',
  )
})

test('no form has fields that none of them has', () => {
  expect(formFor(formsOf(page, 'https://bank.example/'), ['otp'])).toBeUndefined()
})

test('filling in keeps what the page chose, repeated names too, and puts the fields in place', () => {
  const accounts =
    '<form method="post"><input type="checkbox" name="account" value="1" checked><input type="checkbox" name="account" value="2" checked><input name="pin"></form>'
  const [form] = formsOf(accounts, 'https://bank.example/')
  expect(form && filledIn(form, { pin: '0 0' })).toBe('account=1&account=2&pin=0+0')
})

test('a form that leads to no address is none', () => {
  const [only, ...more] = formsOf('<form action="https://["></form><form action="/in"></form>', 'https://bank.example/')
  expect(only?.action).toBe('https://bank.example/in')
  expect(more).toEqual([])
})
