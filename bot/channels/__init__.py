"""Channels: how messages reach the dialogue and how its answers leave."""
