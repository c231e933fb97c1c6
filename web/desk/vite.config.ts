import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const service = 'http://127.0.0.1:5005'

export default defineConfig({
  base: '/desk/',
  plugins: [vue()],
  publicDir: '../shared/public',
  build: { target: ['chrome90', 'safari14'], cssCodeSplit: true, assetsInlineLimit: 0, reportCompressedSize: true },
  server: { proxy: { '/api': service } },
  // A file that needs a page says so in its first line; time runs out on what never comes, not on what a busy machine is slow with.
  test: { environment: 'node', include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
