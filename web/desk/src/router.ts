/** The screens and who may open them. A link to a screen leads there after signing in. */

import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router'

import { onTurned } from './api/http'
import { first, forgetSession, handlesCases, known, roles, session } from './state/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** What the browser's tab is called. */
    title: string
    /** Opened without being signed in. */
    open?: boolean
    /** Only for one of these roles. */
    roles?: string[]
  }
}

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [
    { path: '/', name: 'queue', component: () => import('./pages/QueuePage.vue'), meta: { title: '待办' } },
    { path: '/cases/:number(\\d{12})', name: 'case', component: () => import('./pages/CasePage.vue'), meta: { title: '办件' } },
    { path: '/counter', name: 'counter', component: () => import('./pages/CounterPage.vue'), meta: { title: '当面办', roles: ['window'] } },
    { path: '/supervision', name: 'supervision', component: () => import('./pages/SupervisionPage.vue'), meta: { title: '监察', roles: ['supervisor'] } },
    { path: '/supervision/cases', name: 'supervision-cases', component: () => import('./pages/SupervisionCasesPage.vue'), meta: { title: '监察名单', roles: ['supervisor'] } },
    { path: '/cards', name: 'cards', component: () => import('./pages/CardsPage.vue'), meta: { title: '红黄牌', roles: ['supervisor', 'reviewer', 'approver'] } },
    { path: '/followup', name: 'followup', component: () => import('./pages/FollowUpPage.vue'), meta: { title: '投诉和差评', roles: ['supervisor', 'approver'] } },
    { path: '/letters', name: 'letters', component: () => import('./pages/LettersPage.vue'), meta: { title: '监管来函', roles: ['supervisor', 'approver'] } },
    { path: '/outbox', name: 'outbox', component: () => import('./pages/OutboxPage.vue'), meta: { title: '对外消息', roles: ['supervisor', 'administrator'] } },
    { path: '/consents', name: 'consents', component: () => import('./pages/ConsentsPage.vue'), meta: { title: '复核', roles: ['supervisor', 'administrator'] } },
    { path: '/regulation', name: 'regulation', component: () => import('./pages/RegulationPage.vue'), meta: { title: '审管联动', roles: ['regulator'] } },
    { path: '/accounts', name: 'accounts', component: () => import('./pages/AccountsPage.vue'), meta: { title: '账号', roles: ['administrator'] } },
    { path: '/talks/:id?', name: 'talks', component: () => import('./pages/TalksPage.vue'), meta: { title: '对话' } },
    { path: '/callbacks', name: 'callbacks', component: () => import('./pages/CallbacksPage.vue'), meta: { title: '回电' } },
    { path: '/appointments', name: 'appointments', component: () => import('./pages/AppointmentsPage.vue'), meta: { title: '预约' } },
    { path: '/centre/:part?', name: 'centre', component: () => import('./pages/CentrePage.vue'), meta: { title: '中心事务' } },
    { path: '/studio/:part?', name: 'studio', component: () => import('./pages/StudioPage.vue'), meta: { title: '知识库', roles: ['tuner'] } },
    { path: '/code', name: 'code', component: () => import('./pages/CodePage.vue'), meta: { title: '动态验证码' } },
    { path: '/password', name: 'password', component: () => import('./pages/PasswordPage.vue'), meta: { title: '改密码' } },
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue'), meta: { title: '登录', open: true } },
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./pages/NowherePage.vue'), meta: { title: '没有这一页' } },
  ],
})

router.beforeEach(async (to) => {
  await known().catch(() => undefined) // the screen of signing in says that the service cannot be reached
  return session.value ? allowed(to) : to.meta.open || toSignIn(to.fullPath)
})

router.afterEach((to) => {
  document.title = `${to.meta.title} · 窗口工作台`
})

onTurned({
  signedOut: (code) => {
    if (!session.value) return
    forgetSession(code)
    void router.replace(toSignIn(router.currentRoute.value.fullPath))
  },
  setupDue: (name) => void router.replace({ name }),
})

/** Where somebody goes who has signed in: to the link that was asked for, else to what is theirs to do. */
export function afterSignIn(wanted: unknown): RouteLocationRaw {
  return typeof wanted === 'string' && wanted.startsWith('/') && !wanted.startsWith('//') ? wanted : { name: 'queue' }
}

function allowed(to: RouteLocationNormalized): RouteLocationRaw | boolean {
  if (first.value) return to.name === first.value || { name: first.value, query: wantedBy(to) }
  if (to.meta.open) return afterSignIn(to.query.to)
  if (to.meta.roles && !to.meta.roles.some((role) => roles.value.has(role))) return { name: 'nowhere', params: { rest: [] }, query: { not: to.meta.title } }
  if (to.name === 'queue' && !handlesCases.value && roles.value.has('administrator')) return { name: 'accounts' }
  if (to.name === 'queue' && !handlesCases.value && roles.value.has('regulator')) return { name: 'regulation' }
  if (to.name === 'queue' && !handlesCases.value && roles.value.has('tuner')) return { name: 'studio' }
  return true
}

/** The link that was asked for, on the way through signing in, password and second factor. */
function wantedBy(to: RouteLocationNormalized): Record<string, string> {
  if (typeof to.query.to === 'string') return { to: to.query.to }
  return to.meta.open || to.path === '/' ? {} : { to: to.fullPath }
}

function toSignIn(wanted: string): RouteLocationRaw {
  return { name: 'sign-in', query: wanted === '/' ? {} : { to: wanted } }
}
