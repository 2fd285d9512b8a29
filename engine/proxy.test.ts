import { afterEach, expect, it, vi } from 'vitest'
import { goesThroughProxy } from './proxy.ts'

afterEach(() => vi.unstubAllEnvs())

const environment = (values: Readonly<Record<string, string>>): void => {
  for (const name of ['https_proxy', 'http_proxy', 'no_proxy']) {
    vi.stubEnv(name, values[name])
    vi.stubEnv(name.toUpperCase(), values[name.toUpperCase()])
  }
}

const proxy = 'http://proxy.example:3128'

it.each([
  ['no proxy', {}, false],
  ['a proxy', { HTTPS_PROXY: proxy }, true],
  ['a proxy in small letters', { https_proxy: proxy }, true],
  ['the host left out', { https_proxy: proxy, no_proxy: 'other.example, bank.example' }, false],
  ['the domain left out', { https_proxy: proxy, NO_PROXY: '.example' }, false],
  ['the domain left out with a star', { https_proxy: proxy, NO_PROXY: '*.example' }, false],
  ['everything left out', { https_proxy: proxy, NO_PROXY: '*' }, false],
  ['the port left out', { https_proxy: proxy, NO_PROXY: 'bank.example:443' }, false],
  ['another port left out', { https_proxy: proxy, NO_PROXY: 'bank.example:8443' }, true],
  ['a name that only ends alike', { https_proxy: proxy, NO_PROXY: 'ank.example' }, true],
])('with %s', (_, values, expected) => {
  environment(values as Readonly<Record<string, string>>)
  expect(goesThroughProxy('https://bank.example/path')).toBe(expected)
})
