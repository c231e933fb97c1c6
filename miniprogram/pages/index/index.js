const { page } = require('../../config')
const { addressOf, sharedPath } = require('../../lib/address')

Page({
  data: { address: '', broken: false },

  onLoad(options) {
    this.options = options
    this.again()
  },

  again() {
    this.setData({ address: addressOf(page, this.options || {}), broken: false })
  },

  failed() {
    this.setData({ address: '', broken: true })
  },

  onShareAppMessage() {
    return { title: '政务服务：直接说您想办什么事', path: sharedPath(this.options || {}) }
  },
})
