"""Conversation ids are issued by the server, at least 128 bits; a chosen one is refused."""

from __future__ import annotations

import base64

import pytest

from bot.channels.tokens import RANDOM_BYTES, ConversationTokens

TOKENS = ConversationTokens("key")


class TestConversationTokens:
    def test_an_issued_token_is_known_again_in_another_process(self) -> None:
        assert ConversationTokens("key").is_ours(TOKENS.issue())

    def test_tokens_are_by_chance_and_long_enough(self) -> None:
        assert len({TOKENS.issue() for _ in range(1000)}) == 1000
        assert RANDOM_BYTES * 8 >= 128

    def test_another_installation_refuses_it(self) -> None:
        assert not ConversationTokens("other").is_ours(TOKENS.issue())

    @pytest.mark.parametrize(
        "chosen", ["", "alice", "A" * 54, "é" * 54, "=" * 54, None, 7, ["a"], "A" * 5000]
    )
    def test_a_chosen_one_is_refused(self, chosen: object) -> None:
        assert not TOKENS.is_ours(chosen)

    def test_one_altered_sign_is_refused(self) -> None:
        raw = bytearray(base64.urlsafe_b64decode(TOKENS.issue() + "=="))
        for place in range(len(raw)):
            altered = bytes(byte ^ (place == at) for at, byte in enumerate(raw))
            assert not TOKENS.is_ours(base64.urlsafe_b64encode(altered).rstrip(b"=").decode())
