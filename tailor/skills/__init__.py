"""Text and the role of its line -> the canonical skills it names: rules, word lists and a small trained part."""

from tailor.model.skills import UNLISTED
from tailor.skills.finder import SkillFinder, load_finder

__all__ = ["UNLISTED", "SkillFinder", "load_finder"]
