"""A plan and the person's own notes into a letter whose every sentence has its sources."""

from tailor.letter.writing import LetterWish, write_letter

__all__ = ["LetterWish", "write_letter"]
