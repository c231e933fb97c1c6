"""What a start of the service reads at length; whoever starts it many times in one process, as tests do, gives what is read already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from api.published.answer_library import Library
from api.published.catalogue_holder import TakeOver, take_over
from api.published.elsewhere_register import shipped_matters
from api.published.matcher_files import Models
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.finder import MatterFinder


@dataclass(frozen=True)
class Loading:
    """How the catalogue, the answers and the register of matters elsewhere come into memory.

    Attributes:
        take_over: The stored catalogue of a version, with its matcher.
        library: The answers for a catalogue, with theirs.
        matters: What others do, for a catalogue, likewise.
    """

    take_over: TakeOver = take_over
    library: Callable[[Catalogue, Models], Library] = Library.shipped
    matters: Callable[[Catalogue, Models], MatterFinder] = shipped_matters
