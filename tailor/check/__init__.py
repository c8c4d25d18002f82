"""A PDF read back as software reads it: which printed lines got lost."""

from tailor.check.read_back import pdf_text, read_back

__all__ = ["pdf_text", "read_back"]
