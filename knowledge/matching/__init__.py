"""Find the right business item among thousands, and know when it is not there (see docs/matching.md)."""

from knowledge.matching.entry import Candidate, Decision, Entry, Match, MatcherError
from knowledge.matching.matcher import MAX_CANDIDATES, Matcher

__all__ = ["MAX_CANDIDATES", "Candidate", "Decision", "Entry", "Match", "Matcher", "MatcherError"]
