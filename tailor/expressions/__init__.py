"""Expressions of the word lists: matched in small letters, and many of them at once."""

from tailor.expressions.needed import Sieve
from tailor.expressions.small_letters import Lowered, in_small_letters, lowered, with_single_blanks

__all__ = ["Lowered", "Sieve", "in_small_letters", "lowered", "with_single_blanks"]
