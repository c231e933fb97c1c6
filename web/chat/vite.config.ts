import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const service = 'http://127.0.0.1:5005'

const MANIFEST = {
  name: '一窗问办',
  short_name: '一窗问办',
  description: '说出您要办的事，一次说清要带的材料、费用、时限和窗口。',
  lang: 'zh-CN',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f5f6f8',
  theme_color: '#ffffff',
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
}

/** What makes the page installable: its manifest, and the worker that knows by name every file of this build. */
function installable(): Plugin {
  return {
    name: 'installable',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = [...Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name)).map((name) => `/${name}`), '/icon.svg'].sort()
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
      const worker = readFileSync(new URL('./worker/sw.js', import.meta.url), 'utf-8')
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(MANIFEST) })
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: worker.replace('= __VERSION__', `= ${JSON.stringify(version)}`).replace('= __FILES__', `= ${JSON.stringify(files)}`),
      })
    },
  }
}

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('wx-open-') } } }), installable()],
  publicDir: '../shared/public',
  build: { target: ['chrome80', 'safari14'], cssCodeSplit: true, assetsInlineLimit: 0, reportCompressedSize: true },
  server: { proxy: { '/api': service, '/chat': service } },
  // A file that needs a page says so in its first line; time runs out on what never comes, not on what a busy machine is slow with.
  test: { environment: 'node', include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
