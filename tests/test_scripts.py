"""Scripts: what the fonts have, fonts of a workspace's own, and characters that none has."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from render_builders import STYLE, plan, with_bullet, with_name

from tailor import render
from tailor.errors import GlyphError, InputError
from tailor.pdf import Press
from tailor.pdf.faces import faces_of, font_families, signs_of
from tailor.pdf.own_fonts import own_families
from tailor.pdf.stacks import _EVERYWHERE, families_for, stacked

THEME = render.read_theme("classic")
DAY = "2026-03-09"

LATIN = {*range(0xC0, 0x180), *map(ord, "ȘșȚțẞ")} - {0xD7, 0xF7, 0x149}
VIETNAMESE = set(range(0x1EA0, 0x1EFA))
GREEK = {code for code in range(0x386, 0x3CF) if code not in (0x387, 0x38B, 0x38D, 0x3A2)}
CYRILLIC = {*range(0x400, 0x460), *map(ord, "ҐґҒғҚқҢңӨөҰұҮүҺһӘә")}


@pytest.mark.parametrize("name", render.theme_names())
def test_every_theme_prints_latin_greek_and_cyrillic(name: str) -> None:
    theme = render.read_theme(name)
    for family in (theme["font"], theme["heading_font"]):
        known = signs_of(family) | signs_of(theme["fallback_font"])
        for script in (LATIN, VIETNAMESE, GREEK, CYRILLIC):
            assert not script - known, f"{family}: {[chr(code) for code in sorted(script - known)]}"


@pytest.mark.parametrize("family", font_families())
def test_what_is_not_looked_up_is_in_every_family(family: str) -> None:
    assert not _EVERYWHERE - signs_of(family)


@pytest.mark.parametrize(
    ("family", "complete"),
    [
        ("EB Garamond", True), ("Gentium Book Plus", True), ("Noto Sans", True), ("Open Sans", True),
        ("Source Sans 3", True), ("Lato", False), ("Poppins", False), ("Raleway", False), ("Ubuntu", False),
    ],
)  # fmt: skip
def test_the_families_that_have_latin_greek_and_cyrillic_are_those_that_the_docs_name(
    family: str, *, complete: bool
) -> None:
    assert (not (LATIN | VIETNAMESE | GREEK | CYRILLIC) - signs_of(family)) == complete


def font(path: Path, signs: str) -> None:
    """A font file of some letters, all of them a box."""
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    names = {ord(sign): f"u{ord(sign):04X}" for sign in signs}
    order = [".notdef", *names.values()]
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(names)
    made.setupGlyf(dict.fromkeys(order, pen.glyph()))
    made.setupHorizontalMetrics(dict.fromkeys(order, (500, 50)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    made.save(path)


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A folder with two fonts of one's own."""
    folder = tmp_path / "templates" / "fonts"
    folder.mkdir(parents=True)
    font(folder / "TwoLetters-Regular.ttf", " 移行")
    font(folder / "TwoLetters-Bold.ttf", " 移行")
    font(folder / "One Letter.ttf", " ꙮ")
    (folder / "README.md").write_text("no font", encoding="utf-8")
    return folder


def page(text: str) -> str:
    return render.resume(with_bullet(text), THEME, STYLE, "html")


def text_of(pdf: bytes) -> str:
    return "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_a_font_of_ones_own_prints_what_the_others_have_not(fonts: Path) -> None:
    press = Press((THEME.folder,), fonts=fonts)
    pdf = press.write(page("Led 移行 and ꙮ."), created=DAY)
    assert "Led 移行 and ꙮ." in text_of(pdf)
    assert pdf == Press((THEME.folder,), fonts=fonts).write(page("Led 移行 and ꙮ."), created=DAY)
    with pytest.raises(GlyphError) as caught:
        Press((THEME.folder,)).write(page("Led 移行."), created=DAY)
    assert caught.value.signs == ("移", "行")


def test_own_fonts_are_named_by_their_files(fonts: Path) -> None:
    assert list(own_families(fonts)) == ["OneLetter", "TwoLetters"]
    assert [path.name for path, _, _ in own_families(fonts)["TwoLetters"]] == [
        "TwoLetters-Regular.ttf", "TwoLetters-Bold.ttf",
    ]  # fmt: skip
    assert own_families(None) == own_families(fonts / "none") == {}
    assert {"OneLetter", "EB Garamond"} <= set(font_families(fonts))
    assert len(faces_of("Two Letters", fonts)) == 2


def test_a_theme_may_be_set_in_a_font_of_ones_own(fonts: Path) -> None:
    style = replace(STYLE, options=(("font", "Two Letters"),))
    html = render.resume(with_bullet("移行"), THEME, style, "html")
    pdf = Press((THEME.folder,), fonts=fonts).write(html, created=DAY)
    assert "移行" in text_of(pdf)
    with pytest.raises(InputError, match="no font Two Letters"):
        Press((THEME.folder,)).write(html, created=DAY)


def test_a_page_names_only_the_fonts_that_it_needs(fonts: Path) -> None:
    assert families_for(page("Plain words, “quoted” – café."), fonts) == ("EB Garamond",)
    assert families_for(page("It is ✓ done."), fonts) == ("EB Garamond", "Source Sans 3")
    html = page("移行 ✓")
    assert families_for(html, fonts) == ("EB Garamond", "Source Sans 3", "TwoLetters")
    assert '"EB Garamond", "Source Sans 3", "TwoLetters", serif;' in stacked(html, families_for(html, fonts))
    assert stacked(page("Plain."), ("EB Garamond",)) == page("Plain.")


def test_what_stands_in_the_font_behind_is_measured_in_it() -> None:
    html = render.resume(with_bullet("Слово " * 40), THEME, replace(STYLE, options=(("font", "Lato"),)), "html")
    press = Press((THEME.folder,))
    high = press.heights(html).elements["work[0].highlights[0]"]
    whole = press.heights(html.replace('"Lato"', '"Source Sans 3"')).elements["work[0].highlights[0]"]
    assert high == pytest.approx(whole, rel=0.1)


def test_a_file_that_is_no_font_is_told_by_its_name(fonts: Path) -> None:
    (fonts / "Broken-Regular.otf").write_bytes(b"not a font at all")
    with pytest.raises(InputError, match=r"Broken-Regular\.otf: this font cannot be read"):
        Press((THEME.folder,), fonts=fonts).write(page("Led 語."), created=DAY)


def test_a_link_out_of_the_folder_is_not_followed(fonts: Path, tmp_path: Path) -> None:
    font(tmp_path / "Far-Regular.ttf", "語")
    (fonts / "Far-Regular.ttf").symlink_to(tmp_path / "Far-Regular.ttf")
    with pytest.raises(InputError, match="may not fetch"):
        Press((THEME.folder,), fonts=fonts).write(page("Led 語."), created=DAY)


@pytest.mark.parametrize(
    "name",
    ["Łukasz Żółć", "Nguyễn Thị Ánh", "Ελένη Παπαδοπούλου", "Дмитрий Щербаков", "Ґалаґан Їжакевич", "Şükrü Iğdır"],
)
@pytest.mark.parametrize("theme", render.theme_names())
def test_names_are_printed_as_written_in_every_theme(theme: str, name: str) -> None:
    look = render.read_theme(theme)
    html = render.resume(plan(profile=with_name(name)), look, STYLE, "html")
    assert name in text_of(Press((look.folder,)).write(html, created=DAY))


PROFILE = """
basics: {name: Ada, label: Data Engineer}
work: [{name: Werk, startDate: 2020, highlights: [Led the 移行 of forecasts., Plain.]}]
"""


@pytest.fixture
def place(fonts: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """A workspace around the fonts; the test stands in it and writes its files."""
    root = fonts.parent.parent
    for name in ("profiles", "postings"):
        (root / name).mkdir()
    monkeypatch.chdir(root)

    def put(name: str, text: str) -> Path:
        (root / name).write_text(text, encoding="utf-8")
        return root / name

    put("profiles/ada.yaml", PROFILE)
    put("postings/werk.txt", "Data Engineer\n\nWerk, Graz\n\nRequirements\n- Forecasts\n")
    return put


def test_a_character_without_a_font_is_told_with_file_path_and_remedy(place, fonts: Path, tailor) -> None:
    assert tailor("resume", "--format", "pdf").code == 0
    for path in fonts.glob("Two*"):
        path.unlink()
    done = tailor("resume", "--format", "pdf")
    assert done.code == 1
    assert "profiles/ada.yaml: work[0].highlights[0]: no font has the character 移 (U+79FB" in done.err
    assert "“Led the 移行 of forecasts.”" in done.err
    assert "put a font that has it into templates/fonts of your workspace" in done.err


def test_a_character_of_the_record_is_told_of_the_record(place, tailor) -> None:
    place("postings/werk.md", "---\nposting: werk.txt\nedits: {headline: Data 語 Engineer}\n---\n")
    done = tailor("resume", "--format", "pdf")
    assert "postings/werk.md: record:headlines: no font has the character 語" in done.err


def test_doctor_lists_the_fonts(place, tailor) -> None:
    done = tailor("doctor")
    assert "Source Sans 3" in done.out
    assert "OneLetter, TwoLetters" in done.out


def test_a_new_font_makes_what_was_made_stale(place, fonts: Path, tailor) -> None:
    assert tailor("build", "--format", "pdf").code == 0
    assert "up to date" in tailor("build", "--format", "pdf", "--dry-run").out
    font(fonts / "More-Regular.ttf", "語")
    assert "templates changed" in tailor("build", "--format", "pdf", "--dry-run").out
