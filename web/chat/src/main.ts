import 'vant/es/style/base.css'
import 'vant/es/button/index.css'
import 'vant/es/loading/index.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import 'vant/es/skeleton/index.css'
import 'vant/es/skeleton-paragraph/index.css'
import 'vant/es/skeleton-title/index.css'
import 'intake-shared/styles/tokens.css'
import 'intake-shared/styles/base.css'
import './styles/vant.css'
import './styles/base.css'
import './styles/dark.css'

import { createApp } from 'vue'

import App from './App.vue'

createApp(App).mount('#app')
