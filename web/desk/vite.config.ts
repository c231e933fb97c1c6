import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const service = 'http://127.0.0.1:5005'

export default defineConfig({
  base: '/desk/',
  plugins: [vue()],
  publicDir: '../shared/public',
  build: { target: ['chrome90', 'safari14'], cssCodeSplit: true, assetsInlineLimit: 0, reportCompressedSize: true },
  server: { proxy: { '/api': service } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
})
