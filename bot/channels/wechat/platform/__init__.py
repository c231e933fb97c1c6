"""WeChat's server as the account calls it: its token, messages, notices, menu, and what its answers mean."""
