"""The photo that a profile names: a file of the workspace."""

from functools import lru_cache
from pathlib import Path

from tailor.errors import InputError
from tailor.located import Mapping, Scalar, read_located


def photo_file(named: str, root: Path | None) -> Path | None:
    """The file that `basics.image` means, links resolved; None where it is none, or lies outside the workspace."""
    if root is None or not named:
        return None
    whole = (root / named).resolve()
    return whole if whole.is_relative_to(root.resolve()) and whole.is_file() else None


def photo_of(profile: bytes, root: Path | None) -> Path | None:
    """The file of the photo that a profile's bytes name, if it is there."""
    return photo_file(_named(profile), root) if b"image" in profile else None


@lru_cache(maxsize=8)
def _named(profile: bytes) -> str:
    try:
        read = read_located(profile, "profile").root
    except InputError:  # told when the profile is read
        return ""
    basics = read.get("basics") if isinstance(read, Mapping) else None
    image = basics.get("image") if isinstance(basics, Mapping) else None
    return image.text.strip() if isinstance(image, Scalar) else ""
