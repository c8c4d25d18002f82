"""HTML into PDF bytes (PDF/UA-1, the same every time), and measures of a layout."""

from tailor.pdf.press import Press

__all__ = ["Press"]
