"""What a user's theme may fetch and link to: files of its own folder, and pages people can open; nothing else."""

import io
import os
import re
import shutil
import zlib
from collections.abc import Sequence
from pathlib import Path
from struct import pack

import pypdf
import pytest
from render_builders import STYLE, plan
from sample_workspace import AS_OF

from tailor import render
from tailor.errors import InputError
from tailor.pdf import Press
from tailor.pdf import fetcher as fetching
from tailor.resources import templates_folder

HIDDEN = "what the machine keeps to itself"


def png() -> bytes:
    """The smallest picture: one black point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A theme of the user's own, a copy of the built-in one; beside its workspace a secret and a picture."""
    (tmp_path / "secret.txt").write_text(HIDDEN)
    (tmp_path / "outside.png").write_bytes(png())
    folder = tmp_path / "workspace" / "templates" / "mine"
    shutil.copytree(templates_folder() / "classic", folder)
    (folder / "inside.png").write_bytes(png())
    return folder


def with_css(mine: Path, css: str) -> None:
    path = mine / "theme.css"
    path.write_text(f"\n{css}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


def with_words(mine: Path, words: str) -> None:
    """Put words into the body of the resume, on a line of their own."""
    (mine / "resume.html.j2").write_text(
        '{% extends "shared/page.html.j2" %}{% block frame %}@page { size: 8in 11in }{% endblock %}\n'
        f"{{% block body %}}<h1>x</h1>{{{{ header(sheet.header) }}}}\n{words}\n{{% endblock %}}",
        encoding="utf-8",
    )


def printed(mine: Path) -> bytes:
    theme = render.read_theme("mine", workspace=mine.parent.parent)
    return Press((theme.folder,)).write(render.resume(plan(), theme, STYLE, "html"), created=AS_OF)


STYLES = (
    "p { background: url(file:///etc/passwd) }",
    "p { background: url(/etc/passwd) }",
    "p { background: url(../../../outside.png) }",
    "p { background: url(%2e%2e/%2e%2e/%2e%2e/outside.png) }",
    "p { background: url(http://example.org/x.png) }",
    "p { background: url(//example.org/x.png) }",
    "p { background: url(data:image/png;base64,AAAA) }",
    "p { border-image: url(/etc/passwd) 1 }",
    "p::before { content: url(ftp://example.org/x.png) }",
    "li { list-style: url(file:///proc/self/environ) }",
    '@font-face { font-family: X; src: url("/etc/passwd") } p { font-family: X }',
    "@page { background: url(/etc/passwd) }",
    "@color-profile --mine { src: url(file:///etc/passwd) }",
)
MARKUP = (
    '<img alt="" src="http://example.org/x.png">',
    '<img alt="" src="file:///etc/passwd">',
    '<img alt="" src="../../../outside.png">',
    '<link rel="stylesheet" href="file:///etc/passwd">',
    '<style>@import "https://example.org/x.css";</style>',
    "<style>@import url(/etc/passwd);</style>",
    '<link rel="attachment" href="file:///etc/passwd">',
    '<a rel="attachment" href="file:///etc/passwd">x</a>',
    '<object data="file:///etc/passwd"></object>',
    '<embed src="file:///etc/passwd">',
    '<base href="file:///etc/"><img alt="" src="passwd">',
)


@pytest.mark.parametrize("css", STYLES)
def test_a_style_fetches_nothing_from_outside_and_its_line_is_told(mine: Path, css: str) -> None:
    with_css(mine, css)
    with pytest.raises(InputError, match="may not fetch") as caught:
        printed(mine)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.excerpt) == (str(mine / "theme.css"), 2, css)
    assert "inside the theme's folder" in fault.remedy


@pytest.mark.parametrize("words", MARKUP)
def test_a_template_fetches_nothing_from_outside_and_its_line_is_told(mine: Path, words: str) -> None:
    with_words(mine, words)
    with pytest.raises(InputError, match=r"may not fetch|no attachment") as caught:
        printed(mine)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.excerpt) == (str(mine / "resume.html.j2"), 3, words)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
DRAWINGS = (
    f'{SVG}<image href="file://OUTSIDE" width="9" height="9"/></svg>',
    f'{SVG}<image xlink:href="../../../outside.png" width="9" height="9"/></svg>',
    f'{SVG}<image href="http://example.org/x.png" width="9" height="9"/></svg>',
    f'{SVG}<use href="file://OUTSIDE#x"/></svg>',
    f'{SVG}<style>@import "/etc/passwd";</style><rect width="9" height="9"/></svg>',
)


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("inline", [True, False])
def test_a_drawing_reads_nothing_from_outside(
    mine: Path, drawing: str, monkeypatch: pytest.MonkeyPatch, *, inline: bool
) -> None:
    """Some engines skip what a drawing may not fetch, some stop: nothing is read either way."""
    asked: list[tuple[str, Path | None]] = []

    def spy(url: str, roots: Sequence[Path]) -> Path | None:
        asked.append((url, found := allowed(url, roots)))
        return found

    allowed = fetching.allowed
    monkeypatch.setattr(fetching, "allowed", spy)
    drawing = drawing.replace("OUTSIDE", str(mine.parents[2] / "outside.png"))
    (mine / "drawing.svg").write_text(drawing)
    with_words(mine, drawing if inline else '<img alt="" src="drawing.svg">')
    try:
        pdf = printed(mine)
    except InputError:
        pdf = b""
    served = {path.name for _, path in asked if path is not None}
    assert served <= {"drawing.svg", *(path.name for path in Path(_fonts()).rglob("*.ttf"))}
    assert b"/Subtype /Image" not in pdf


def test_an_entity_of_a_drawing_reads_no_file(mine: Path) -> None:
    entity = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{mine.parents[2] / "secret.txt"}">]>'
    (mine / "drawing.svg").write_text(f'{entity}{SVG}<text x="0" y="9">&x;</text></svg>')
    with_words(mine, '<img alt="" src="drawing.svg">')
    try:
        text = words_of(printed(mine))
    except InputError:
        text = ""
    assert HIDDEN not in text


def test_a_file_of_the_theme_is_fetched(mine: Path) -> None:
    with_words(mine, '<img alt="a point" src="inside.png" style="width: 9pt">')
    assert b"/Subtype /Image" in printed(mine)


@pytest.mark.parametrize("name", ["theme.css", "more.css", "words.j2", "resume.html.j2"])
def test_a_link_of_the_file_system_leads_nowhere_outside(mine: Path, name: str) -> None:
    (mine / name).unlink(missing_ok=True)
    (mine / name).symlink_to(mine.parents[2] / "secret.txt")
    with pytest.raises(InputError, match="leads out of the theme's folder") as caught:
        render.read_theme("mine", workspace=mine.parent.parent)
    assert caught.value.faults[0].file == str(mine / name)
    assert HIDDEN not in str(caught.value)


def test_a_picture_that_is_a_link_to_one_outside_is_not_fetched(mine: Path) -> None:
    (mine / "inside.png").unlink()
    (mine / "inside.png").symlink_to(mine.parents[2] / "outside.png")
    with_words(mine, '<img alt="" src="inside.png">')
    with pytest.raises(InputError, match=r"resume\.html\.j2:3: a page may not fetch"):
        printed(mine)


def test_a_theme_may_be_a_link_itself(mine: Path) -> None:
    """Where a user keeps themes is the user's own affair."""
    elsewhere = mine.parents[2] / "elsewhere"
    mine.rename(elsewhere)
    mine.symlink_to(elsewhere)
    with_words(mine, '<img alt="a point" src="inside.png" style="width: 9pt">')
    assert b"/Subtype /Image" in printed(mine)


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "other.html", "/etc/passwd", "file:///etc/passwd", "data:text/html,x", "ssh://x"],
)
def test_a_link_that_leads_to_no_page_is_told_with_its_line(mine: Path, target: str) -> None:
    with_words(mine, f'<a href="{target}">x</a>')
    with pytest.raises(InputError, match=r"resume\.html\.j2:3: a page may not link to .*http, https, mailto, tel"):
        printed(mine)


@pytest.mark.parametrize(
    "target", ["https://example.org/", "HTTP://example.org", "mailto:x@example.org", "tel:+1", "#x"]
)
def test_a_link_that_people_can_follow_stays(mine: Path, target: str) -> None:
    with_words(mine, f'<a href="{target}">x</a><p id="x">y</p>')
    assert len(pypdf.PdfReader(io.BytesIO(printed(mine))).pages[0]["/Annots"]) > 1


def test_a_pdf_carries_no_attachment(mine: Path) -> None:
    for words in ('<link rel="attachment" href="inside.png">', '<a rel="attachment" href="inside.png">x</a>'):
        with_words(mine, words)
        with pytest.raises(InputError, match=r"resume\.html\.j2:3: a page may carry no attachment"):
            printed(mine)


def test_a_build_with_a_theme_at_fault_ends_with_1_and_the_line(workspace: Path, tailor) -> None:
    folder = workspace / "templates" / "mine"
    shutil.copytree(templates_folder() / "classic", folder)
    with_css(folder, "p { background: url(http://example.org/x.png) }")
    done = tailor("build", "postings/cedar-valley-icu-nurse.md", "--theme", "mine", "--as-of", AS_OF)
    assert done.code == 1
    assert re.search(r"mine.theme\.css:2: a page may not fetch http://example\.org/x\.png", done.err)
    assert "Traceback" not in done.err
    assert not list((workspace / "out").rglob("*.pdf"))


def words_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _fonts() -> str:
    import rendercv_fonts

    return os.path.dirname(rendercv_fonts.__file__)  # noqa: PTH120 - the package's own folder
