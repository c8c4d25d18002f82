"""A page's notes and front matter into the person's record of one application."""

from tailor.record.reader import read_record

__all__ = ["read_record"]
