"""Bytes of a posting -> pages: decoded text, its blocks in order, facts from markup, the applicant's notes."""

from tailor.pages.formats import read_pages

__all__ = ["read_pages"]
