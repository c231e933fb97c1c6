"""An official account of WeChat (公众号): its callback, its server, and the page inside it."""
