"""A PDF from anywhere into what software loses of it, what is worth knowing, and the text that a reader gets."""

from tailor.check.finding import Finding
from tailor.check.paper_findings import has_text, paper_findings
from tailor.check.prints import Print
from tailor.check.text_findings import text_findings


def findings(held: Print) -> tuple[Finding, ...]:
    """What is found in a PDF: first what software loses, then what is worth knowing."""
    found = list(paper_findings(held))
    if any(has_text(sheet) for sheet in held.sheets):
        found += text_findings(held)
    return tuple(sorted(found, key=lambda one: not one.lost))
