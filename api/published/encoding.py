"""The encoder for whoever serves: one thread of its own beside the event loop, and each message encoded once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar

from api.platform.errors import StartupProblem
from knowledge.embedding.encoder import EncoderError, SentenceEncoder, Vectors, encoder_of
from knowledge.embedding.recent import Recent
from knowledge.matching import MAX_CANDIDATES, Match, Matcher


def usable_encoder(setting: str) -> SentenceEncoder | None:
    """The encoder of the setting; None where there is none.

    Raises:
        StartupProblem: The setting names a folder that holds no usable encoder.
    """
    try:
        return encoder_of(setting)
    except EncoderError as error:
        raise StartupProblem("encoder_unusable", str(error)) from error


_ASKED: ContextVar[list[str] | None] = ContextVar("encoder_asked", default=None)


@contextmanager
def noting_what_is_asked() -> Iterator[list[str]]:
    """The texts whose vectors are asked for meanwhile, in order."""
    asked: list[str] = []
    before = _ASKED.set(asked)
    try:
        yield asked
    finally:
        _ASKED.reset(before)


class Encoding:
    """Vectors of what is said, without holding the event loop up.

    Args:
        encoder: None where the installation has none; then nothing has a vector.

    Attributes:
        recent: The vectors of what was said last; None without an encoder.
    """

    def __init__(self, encoder: SentenceEncoder | None) -> None:
        self.encoder = encoder
        self.recent = Recent(encoder) if encoder else None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="encoder")

    @property
    def available(self) -> bool:
        """Whether there is an encoder."""
        return self.recent is not None

    @property
    def version(self) -> str:
        """Name and version of the encoder; empty where there is none."""
        return self.recent.encoder.version if self.recent else ""

    async def vector_of(self, text: str) -> Vectors | None:
        """The vector of a text, shape (dimensions,); None without an encoder.

        Those who ask at the same time wait in line, so that the second finds what the first has made.
        """
        if self.recent is None or not text:
            return None
        if (asked := _ASKED.get()) is not None and text not in asked:
            asked.append(text)
        known = self.recent.known(text)
        if known is not None:
            return known
        return await asyncio.get_running_loop().run_in_executor(self._thread, self.recent.vector, text)

    async def matched(
        self, matcher: Matcher, text: str, limit: int = MAX_CANDIDATES, *, may_ask: bool = True
    ) -> Match:
        """What a matcher finds for a sentence; the encoder is asked only where the matcher is not sure without it.

        Args:
            may_ask: Whether the encoder may be asked at all; not where something else is sure already.
        """
        match = matcher.match(text, limit=limit)
        vector = await self.vector_of(text) if may_ask and match.unsure else None
        return match if vector is None else matcher.match(text, limit=limit, vector=vector)

    def close(self) -> None:
        """Let the thread end; what it is at is finished."""
        self._thread.shutdown(wait=False)
