"""A picture's file into what a page can hold: a small JPEG without anything but the picture."""

import base64
import io
import warnings
from functools import lru_cache
from pathlib import Path

from tailor.errors import fault

LARGEST_FILE = 10_000_000
"""Bytes. A camera's picture has 5 MB."""

LARGEST_PICTURE = 60_000_000
"""Pixels; a phone's picture has 50 million. Files of some kilobytes can open to more than a machine holds."""

PHOTO_TYPE = "data:image/jpeg;base64,"
"""What the address of a picture begins with; the only address beside files that a page may fetch."""

_SIZE = (480, 640)
"""Pixels that it is brought down to: 400 an inch at the size it is printed in."""

_QUALITY = 88


def photo_address(path: Path) -> str:
    """A JPEG or PNG file into the address of the picture in it; metadata, such as where it was taken, stays out.

    Raises `InputError` for a file that is too large or no such picture.
    """
    stat = path.stat()
    if stat.st_size > LARGEST_FILE:
        raise fault(
            str(path), f"the photo has {stat.st_size:,} bytes", f"{LARGEST_FILE // 1_000_000} MB is the limit"
        )
    return _address(path, stat.st_mtime_ns)


@lru_cache(maxsize=8)
def _address(path: Path, changed: int) -> str:  # noqa: ARG001 - a picture that changed is read again
    from PIL import Image, ImageOps  # noqa: PLC0415 - heavy imports late

    try:
        with warnings.catch_warnings(), Image.open(path, formats=("JPEG", "PNG")) as opened:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            if opened.width * opened.height > LARGEST_PICTURE:
                problem = f"the photo has {opened.width:,} x {opened.height:,} pixels"
                raise fault(str(path), problem, f"{LARGEST_PICTURE // 1_000_000} million are the limit")
            opened.draft("RGB", _SIZE)  # a JPEG is read no larger than it needs to be
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise fault(str(path), f"this photo cannot be read: {error}", "save it as JPEG or PNG") from error
    plain = Image.new("RGB", picture.size, "white")
    plain.paste(picture, mask=picture.getchannel("A"))
    plain.thumbnail(_SIZE)
    held = io.BytesIO()
    plain.save(held, "JPEG", quality=_QUALITY)
    return PHOTO_TYPE + base64.b64encode(held.getvalue()).decode()
