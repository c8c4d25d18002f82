"""A PDF read back as software reads it: which printed lines got lost."""

from tailor.check.read_back import extract_text, read_back

__all__ = ["extract_text", "read_back"]
