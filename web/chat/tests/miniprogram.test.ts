/** The mini-program's shell: every page is there and is valid, and each way to open it leads to the right place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SHELL = join(import.meta.dirname, '..', '..', '..', 'miniprogram')
const { addressOf, sharedPath } = createRequire(import.meta.url)(join(SHELL, 'lib', 'address.js')) as {
  addressOf(page: string, options: Record<string, string>): string
  sharedPath(options: Record<string, string>): string
}
const PAGE = 'https://zw.example.cn'
const NOTICE = 'b0Yl3mXq8Rk5pW2vTj7sNd4f'

const files = readdirSync(SHELL, { recursive: true }) as string[]

describe('the shell', () => {
  it('has every page that it names, each with its four files', () => {
    const { pages } = JSON.parse(readFileSync(join(SHELL, 'app.json'), 'utf-8')) as { pages: string[] }
    for (const page of pages) for (const end of ['js', 'json', 'wxml', 'wxss']) expect(existsSync(join(SHELL, `${page}.${end}`))).toBe(true)
  })

  it.each(files.filter((name) => name.endsWith('.json')))('%s is JSON', (name) => void JSON.parse(readFileSync(join(SHELL, name), 'utf-8')))

  it.each(files.filter((name) => name.endsWith('.js')))('%s is a script', (name) => void new Script(readFileSync(join(SHELL, name), 'utf-8')))

  it('is without faults that a strict compiler sees', () => {
    const platform = `declare function App(app: object): void
      declare function Page(page: object & ThisType<any>): void
      declare function require(path: string): any
      declare const module: { exports: unknown }`
    const known = 'platform.d.ts'
    const options: ts.CompilerOptions = { allowJs: true, checkJs: true, noEmit: true, strict: true, noImplicitAny: false, noUnusedLocals: true, target: ts.ScriptTarget.ES2020, lib: ['lib.es2020.d.ts'], types: [], moduleDetection: ts.ModuleDetectionKind.Force }
    const host = ts.createCompilerHost(options)
    const source = host.getSourceFile.bind(host)
    host.getSourceFile = (name, version) => (name === known ? ts.createSourceFile(name, platform, version) : source(name, version))
    const scripts = files.filter((name) => name.endsWith('.js')).map((name) => join(SHELL, name))
    const program = ts.createProgram([...scripts, known], options, host)
    const faults = ts.getPreEmitDiagnostics(program).map((one) => `${one.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`)
    expect(faults).toEqual([])
  })

  it('calls only what its page has', () => {
    const script = readFileSync(join(SHELL, 'pages/index/index.js'), 'utf-8')
    const called = [...readFileSync(join(SHELL, 'pages/index/index.wxml'), 'utf-8').matchAll(/bind\w+="(\w+)"/g)].map(([, name]) => name)
    for (const name of called) expect(script).toContain(`${name}() {`)
  })
})

describe('what it is opened with', () => {
  it.each([
    [{}, '/'],
    [{ item: 'food_operation.new' }, '/#item=food_operation.new'],
    [{ notice: NOTICE }, `/notices/${NOTICE}`],
    [{ open: 'progress' }, '/#open=progress'],
    [{ scene: encodeURIComponent(`n_${NOTICE}`) }, `/notices/${NOTICE}`],
    [{ scene: 'i_id_card.lost' }, '/#item=id_card.lost'],
    [{ scene: 'c_261123000017' }, '/#open=progress&case=261123000017'],
    [{ case: '261123000017' }, '/#open=progress&case=261123000017'],
    [{ item: '../x?y#z' }, '/'],
    [{ open: 'javascript:alert(1)' }, '/'],
    [{ scene: '%E0%A4%A' }, '/'],
  ])('%o leads to %s', (options, path) => expect(addressOf(`${PAGE}/`, options as Record<string, string>)).toBe(PAGE + path))

  it('shares no notice and no case', () => {
    expect(sharedPath({ notice: NOTICE })).toBe('/pages/index/index')
    expect(sharedPath({ item: 'id_card.lost' })).toBe('/pages/index/index?item=id_card.lost')
  })
})
