"""A person's YAML profile into a frozen Profile, every fault with its place."""

from tailor.profile.json_schema import schema
from tailor.profile.reader import check_profile, read_profile

__all__ = ["check_profile", "read_profile", "schema"]
