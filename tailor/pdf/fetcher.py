"""The one way a page may fetch anything: files of the theme's folder and of the font package; a photo."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from tailor.pdf.photo import PHOTO_TYPE


@dataclass(frozen=True, slots=True)
class LockedFetcher:
    """A fetcher for WeasyPrint that serves files under `roots` (resolved folders) and stops at any other address.

    A picture that stands in the page itself is no file: it is served too.

    What it refuses ends the rendering with WeasyPrint's `FatalURLFetchingError`, which names the address. It is
    none of WeasyPrint's own fetchers: those can open connections, and building one takes 37 ms on Python 3.12.
    """

    roots: tuple[Path, ...]

    _fail_on_errors: ClassVar[bool] = True
    """WeasyPrint asks its fetchers for this."""

    def __call__(self, url: str) -> Any:  # noqa: ANN401 - the library ships no types
        """An address into its bytes, as WeasyPrint wants them."""
        from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse  # noqa: PLC0415 - heavy imports late

        if url.startswith(PHOTO_TYPE):
            return URLFetcherResponse(url, base64.b64decode(url.removeprefix(PHOTO_TYPE)))
        path = allowed(url, self.roots)
        if path is None:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, path.read_bytes())


def allowed(url: str, roots: Sequence[Path]) -> Path | None:
    """The file that an address names when it lies, links resolved, in one of the folders; else None."""
    try:
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve(strict=True)
    except (OSError, ValueError):
        return None
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return None
    inside = any(path.is_relative_to(root) for root in roots)
    return path if inside and path.is_file() else None
