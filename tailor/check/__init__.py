"""A PDF read back as software reads it: which printed lines got lost, and what any PDF loses."""

from tailor.check.comparing import Score, scores, seen_lines
from tailor.check.finding import Finding
from tailor.check.findings import findings
from tailor.check.prints import Print, read_print
from tailor.check.read_back import extract_text, losses, read_back
from tailor.check.readers import Reader, reader_names, readers

__all__ = [
    "Finding",
    "Print",
    "Reader",
    "Score",
    "extract_text",
    "findings",
    "losses",
    "read_back",
    "read_print",
    "reader_names",
    "readers",
    "scores",
    "seen_lines",
]
