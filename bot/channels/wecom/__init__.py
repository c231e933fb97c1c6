"""企业微信 customer service (微信客服): a second channel on the parts of :mod:`bot.channels.wechat`."""
