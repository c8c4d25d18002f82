"""A PDF read back as software reads it: which printed lines got lost, and what any PDF loses."""

from tailor.check.read_back import extract_text, losses, read_back

__all__ = ["extract_text", "losses", "read_back"]
