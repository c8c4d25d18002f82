"""A posting's items and the skills they name into requirements: kinds, any-of groups, years, knock-outs."""

from tailor.requirements.builder import build_posting

__all__ = ["build_posting"]
