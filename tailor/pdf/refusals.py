"""What a page may not do with addresses, as faults of the theme: its file and line, and what to do."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tailor.errors import Fault, InputError
from tailor.pdf.machine import engine

_LINKED = frozenset({"http", "https", "mailto", "tel"})
_ATTACHED = ("a page may carry no attachment", "leave rel=attachment out")
_SHOWN = 80


@contextmanager
def refusals(folders: Sequence[Path]) -> Iterator[None]:
    """While it lasts, what the fetcher refuses is told as a fault of the theme in these folders."""
    engine()
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - heavy imports late

    try:
        yield
    except FatalURLFetchingError as error:
        url = str(error)
        problem = f"a page may not fetch {_short(url)}"
        raise _refused(folders, url, problem, "keep every file inside the theme's folder") from None


def check_links(document: Any, folders: Sequence[Path]) -> None:  # noqa: ANN401 - the library ships no types
    """Nothing, or the InputError of a link to anything but a page, an address or a number, or of an attachment."""
    for page in document.pages:
        for kind, target, *_ in page.links:
            if kind == "external" and urlsplit(target).scheme.lower() not in _LINKED:
                problem = f"a page may not link to {_short(target)}"
                raise _refused(folders, target, problem, f"link to {', '.join(sorted(_LINKED))} alone")
            if kind == "attachment":
                raise _refused(folders, target, *_ATTACHED)
    if document.metadata.attachments:
        raise _refused(folders, "attachment", *_ATTACHED)


def _refused(folders: Sequence[Path], url: str, problem: str, remedy: str) -> InputError:
    file, line, excerpt = _place(folders, url)
    return InputError([Fault(file=file, line=line, problem=problem, remedy=remedy, excerpt=excerpt)])


def _place(folders: Sequence[Path], url: str) -> tuple[str, int, str]:
    """The first line of a theme's files that names an address: as it was resolved, by its path, or by its name."""
    path = unquote(urlsplit(url).path)
    files = [file for folder in folders for file in sorted((*folder.glob("*.css"), *folder.glob("*.j2")))]
    texts = [(file, file.read_text(encoding="utf-8", errors="replace").splitlines()) for file in files]
    for name in (url, path, Path(path).name):
        for file, lines in texts:
            for number, line in enumerate(lines, start=1):
                if name and name in line:
                    return str(file), number, line.strip()
    return "theme", 0, ""


def _short(url: str) -> str:
    return url if len(url) <= _SHOWN else f"{url[: _SHOWN - 1]}…"
