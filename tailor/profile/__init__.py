"""A person's YAML profile into a frozen Profile, every fault with its place."""

from tailor.profile.reader import read_profile, schema

__all__ = ["read_profile", "schema"]
