"""Phones checked by a code (短信验证码): sent to the phone of a draft, given back once."""
