"""A letter into the draft that the person edits, and the edited draft into a letter again."""

from tailor.draft.comparing import differences
from tailor.draft.reading import read_draft
from tailor.draft.writing import write_draft

__all__ = ["differences", "read_draft", "write_draft"]
