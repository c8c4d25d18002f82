"""tailor: one true profile, many postings; a tailored resume, a drafted letter and a gap report for each."""

__version__ = "0.1.0"
