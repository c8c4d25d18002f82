"""The press: HTML into PDF bytes, heights and layouts with our own fonts and nothing from outside."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tailor.errors import fault
from tailor.model.plan import Heights, Layout
from tailor.pdf import measure
from tailor.pdf.faces import face_rules, faces_of, font_families, font_folder, named_families, no_system_fonts
from tailor.pdf.fetcher import LockedFetcher
from tailor.pdf.glyphs import glyph_error, missing_glyphs
from tailor.pdf.machine import engine
from tailor.pdf.refusals import check_links, refusals
from tailor.pdf.source import read_page
from tailor.pdf.stacks import families_for, stacked
from tailor.pdf.styles import Styles, parted
from tailor.pdf.wholes import joined

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Press:
    """Prints pages. Files come from `theme_folders`, `fonts` and the font package; all else is refused.

    `fonts` is a folder of further fonts, for signs that the others have not. One press serves any number of pages:
    fonts are loaded once for each set of families, style sheets read once, and the page that was laid out last is
    printed from that layout.
    """

    def __init__(self, theme_folders: Sequence[Path] = (), *, fonts: Path | None = None) -> None:
        """Load nothing yet: the layout engine comes with the first page."""
        self._folders = tuple(folder.resolve() for folder in theme_folders)
        self._fonts = fonts.resolve() if fonts and fonts.is_dir() else None
        self._cases: dict[tuple[str, ...], tuple[Any, Any]] = {}
        self._styles = Styles()
        self._last: tuple[str, tuple[str, ...], Any] | None = None

    def write(self, html: str, *, created: str) -> bytes:
        """A page's HTML into a PDF/UA-1 file; `created` is the day (ISO) that its metadata tells.

        The same HTML and day give the same bytes. Raises `InputError` for a character that no font has, a file
        outside the theme, a font there is not, a wrong day; `MachineError` where Pango is missing.
        """
        return self._printed((html,), created=created)

    def write_together(self, pages: Sequence[str], *, title: str, created: str) -> bytes:
        """The HTML of several documents into one PDF/UA-1 file under a title; author and language are the first's.

        They are laid out each by itself and written at once: what each has of tags, links and fonts it keeps.
        """
        return self._printed(pages, title, created=created)

    def heights(self, html: str) -> Heights:
        """A page's HTML, laid out on one endless page, into the heights of its `data-path` elements in CSS px."""
        page, taller = measure.endless(html)
        with refusals(self._folders):
            return measure.heights(self._laid_out(page, families_for(page, self._fonts)), taller)

    def layout(self, html: str) -> Layout:
        """A page's HTML into its number of pages and the share of the last one that is filled."""
        families = families_for(html, self._fonts)
        with refusals(self._folders):
            document = self._laid_out(html, families)
        self._last = (html, families, document)
        return measure.layout(document)

    def _printed(self, pages: Sequence[str], title: str = "", *, created: str) -> bytes:
        if not _DAY.fullmatch(created):
            raise fault("created", f"{created!r} is no day", "write 2026-03-09")
        families = [families_for(html, self._fonts) for html in pages]
        written, missing = self._tried(pages, families, title, created)
        whole = [
            tuple(dict.fromkeys((*chosen, *named_families(html)[1])))
            for html, chosen in zip(pages, families, strict=True)
        ]
        if missing and whole != families:  # in a cut that has less than the upright one
            written, missing = self._tried(pages, whole, title, created)
        if missing:
            raise glyph_error("\n".join(pages), missing)
        return written

    def _tried(
        self, pages: Sequence[str], families: Sequence[tuple[str, ...]], title: str, created: str
    ) -> tuple[bytes, list[str]]:
        """The PDF with each page in its families, and the characters they have no glyph for."""
        with missing_glyphs() as missing, refusals(self._folders):
            laid_out = [self._ready(html, chosen) for html, chosen in zip(pages, families, strict=True)]
            for document in laid_out:
                check_links(document, self._folders)
            whole = laid_out[0].copy([page for document in laid_out for page in document.pages])
            whole.metadata.title = title or whole.metadata.title
            whole.metadata.created = created
            written: bytes = whole.write_pdf(pdf_variant="pdf/ua-1")
        return written, missing

    def _ready(self, html: str, families: tuple[str, ...]) -> Any:  # noqa: ANN401 - the library ships no types
        """A page laid out: the last one that was looked at, if it is that and not yet printed, else anew."""
        if self._last is None or self._last[:2] != (html, families):
            return self._laid_out(html, families)
        document, self._last = self._last[2], None
        return document

    def _laid_out(self, html: str, families: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
        fonts, faces = self._case(families)
        base = self._folders[0].as_uri() + "/" if self._folders else "about:blank"
        bare, text = parted(stacked(html, families))
        page = read_page(joined(bare), text, base_url=base, url_fetcher=self._fetcher)
        style = self._styles.read(text, font_config=fonts, base_url=base, url_fetcher=self._fetcher)
        return page.render(font_config=fonts, stylesheets=[faces, style])

    @property
    def _fetcher(self) -> LockedFetcher:
        own = (self._fonts,) if self._fonts else ()
        return LockedFetcher((*self._folders, font_folder().resolve(), *own))

    def _case(self, families: tuple[str, ...]) -> tuple[Any, Any]:
        """The fonts of one set of families, loaded once, and the style sheet that declares them."""
        if families not in self._cases:
            self._cases[families] = self._loaded(families)
        return self._cases[families]

    def _loaded(self, families: tuple[str, ...]) -> tuple[Any, Any]:
        weasyprint = engine()
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy imports late

        if unknown := sorted(name for name in families if not faces_of(name, self._fonts)):
            known = ", ".join(font_families(self._fonts))
            raise fault("theme", f"there is no font {', '.join(unknown)}", f"there are: {known}")
        with no_system_fonts():
            fonts = FontConfiguration()
        faces = weasyprint.CSS(
            string=face_rules(families, self._fonts), font_config=fonts, url_fetcher=self._fetcher
        )
        return fonts, faces
