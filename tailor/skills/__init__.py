"""Text and the role of its line -> the canonical skills it names, on spaCy without a trained model."""

from tailor.skills.finder import SkillFinder, load_finder

__all__ = ["SkillFinder", "load_finder"]
