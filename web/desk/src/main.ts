import 'intake-shared/styles/tokens.css'
import 'intake-shared/styles/base.css'
import './styles/element'
import './styles/desk.css'

import { createApp } from 'vue'

import { watchTouches } from './api/touch'
import App from './App.vue'
import { router } from './router'

watchTouches()
createApp(App).use(router).mount('#app')
