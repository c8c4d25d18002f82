"""A page -> a reading: verbatim items with need and reason, facts with their source, lines set aside."""

from tailor.posting.reading import read_posting

__all__ = ["read_posting"]
