"""The press: HTML into PDF bytes, heights and layouts with our own fonts and nothing from outside."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tailor.errors import fault
from tailor.model.plan import Heights, Layout
from tailor.pdf import measure
from tailor.pdf.faces import face_rules, font_families, font_folder, named_families, no_system_fonts
from tailor.pdf.fetcher import LockedFetcher
from tailor.pdf.glyphs import glyph_error, missing_glyphs
from tailor.pdf.machine import engine
from tailor.pdf.styles import Styles, parted
from tailor.pdf.wholes import joined

PLAIN_FONT = "Source Sans 3"
"""What a page is set in whose style names no family in quotes."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEAD = "<head>"


class Press:
    """Prints pages. Files come from `theme_folders` and the font package; all else is refused.

    One press serves any number of pages: fonts are loaded once for each set of families, style sheets read once.
    """

    def __init__(self, theme_folders: Sequence[Path] = ()) -> None:
        """Load nothing yet: the layout engine comes with the first page."""
        self._folders = tuple(folder.resolve() for folder in theme_folders)
        self._cases: dict[tuple[str, ...], tuple[Any, Any]] = {}
        self._styles = Styles()

    def write(self, html: str, *, created: str) -> bytes:
        """A page's HTML into a PDF/UA-1 file; `created` is the day (ISO) that its metadata tells.

        The same HTML and day give the same bytes. Raises `InputError` for a character that no font has, a file
        outside the theme, a font there is not, a wrong day; `MachineError` where Pango is missing.
        """
        if not _DAY.fullmatch(created):
            raise fault("created", f"{created!r} is no day", "write 2026-03-09")
        dated = f'{_HEAD}<meta name="dcterms.created" content="{created}">'
        return self._printed(html.replace(_HEAD, dated, 1))

    def heights(self, html: str) -> Heights:
        """A page's HTML, laid out on one endless page, into the heights of its `data-path` elements in CSS px."""
        page, taller = measure.endless(html)
        with _refusals():
            return measure.heights(self._laid_out(page), taller)

    def layout(self, html: str) -> Layout:
        """A page's HTML into its number of pages and the share of the last one that is filled."""
        with _refusals():
            return measure.layout(self._laid_out(html))

    def _printed(self, html: str) -> bytes:
        first, behind = named_families(html)
        written, missing = self._tried(html, first)
        if missing and behind:
            written, missing = self._tried(html, first + behind)
        if missing:
            raise glyph_error(html, missing)
        return written

    def _tried(self, html: str, families: tuple[str, ...]) -> tuple[bytes, list[str]]:
        """The PDF in these families, and the characters they have no glyph for."""
        with missing_glyphs() as missing, _refusals():
            written: bytes = self._laid_out(html, families).write_pdf(pdf_variant="pdf/ua-1")
        return written, missing

    def _laid_out(self, html: str, families: tuple[str, ...] | None = None) -> Any:  # noqa: ANN401 - no types
        weasyprint = engine()
        fonts, faces = self._case((named_families(html)[0] if families is None else families) or (PLAIN_FONT,))
        base = self._folders[0].as_uri() + "/" if self._folders else "about:blank"
        bare, text = parted(html)
        page = weasyprint.HTML(string=joined(bare), base_url=base, url_fetcher=self._fetcher)
        style = self._styles.read(text, font_config=fonts, base_url=base, url_fetcher=self._fetcher)
        return page.render(font_config=fonts, stylesheets=[faces, style])

    @property
    def _fetcher(self) -> LockedFetcher:
        return LockedFetcher((*self._folders, font_folder().resolve()))

    def _case(self, families: tuple[str, ...]) -> tuple[Any, Any]:
        """The fonts of one set of families, loaded once, and the style sheet that declares them."""
        if families not in self._cases:
            self._cases[families] = self._loaded(families)
        return self._cases[families]

    def _loaded(self, families: tuple[str, ...]) -> tuple[Any, Any]:
        weasyprint = engine()
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy imports late

        known = font_families()
        if unknown := sorted(set(families) - set(known)):
            raise fault("theme", f"there is no font {', '.join(unknown)}", f"there are: {', '.join(known)}")
        with no_system_fonts():
            fonts = FontConfiguration()
        faces = weasyprint.CSS(string=face_rules(families), font_config=fonts, url_fetcher=self._fetcher)
        return fonts, faces


@contextmanager
def _refusals() -> Iterator[None]:
    """What the fetcher refuses, as a fault of the theme."""
    engine()
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - heavy imports late

    try:
        yield
    except FatalURLFetchingError as error:
        raise fault(
            "theme", f"a page may not fetch {error}", "keep every file inside the theme's folder"
        ) from None
