import 'intake-shared/styles/tokens.css'
import 'intake-shared/styles/base.css'
import './styles/element'
import './styles/desk.css'

import { createApp } from 'vue'

import App from './App.vue'
import { router } from './router'

createApp(App).use(router).mount('#app')
