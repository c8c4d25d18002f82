"""HTML into PDF: text, fonts, bytes, measures, and what is refused."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from position_cases import PROMOTED, TITLED
from render_builders import BULLETS, PROFILE, STYLE, letter, plan, with_bullet, with_name

from tailor import render
from tailor.errors import InputError, MachineError
from tailor.model.detail import Detail
from tailor.model.plan import Heights, Plan
from tailor.model.profile import Profile
from tailor.pdf import Press, machine
from tailor.pdf.faces import font_families, named_families, no_system_fonts
from tailor.pdf.fetcher import allowed
from tailor.pdf.wholes import JOINER, joined
from tailor.plan.estimate import elements

THEMES = render.theme_names()
LOOKS = {name: render.read_theme(name) for name in THEMES}
PRESS = Press(tuple(theme.folder for theme in LOOKS.values()))
DAY = "2026-03-09"

in_every_theme = pytest.mark.parametrize("theme", THEMES)


def page(one: Plan, **style: str) -> str:
    return render.resume(one, LOOKS[style.get("theme", "classic")], replace(STYLE, **style), "html")


def printed(one: Plan, **style: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(PRESS.write(page(one, **style), created=DAY)))


def raw(css: str = "", body: str = "<p>words</p>") -> str:
    style = '@page { size: 8.5in 11in; margin: 1in } :root { --font: "EB Garamond", "Source Sans 3", serif; }'
    look = f"{css} {style} body {{ font-family: var(--font) }}"
    return f"<html><head><style>{look}</style></head><body>{body}</body></html>"


@in_every_theme
def test_the_pdf_holds_every_line_of_the_resume_in_order(theme: str) -> None:
    text = " ".join(" ".join(found.extract_text() for found in printed(plan(), theme=theme).pages).split())
    at = 0
    for line in render.resume_lines(plan(), STYLE):
        at = text.index(line.text, at)


def test_the_pdf_is_tagged_titled_and_dated_by_the_given_day_alone() -> None:
    reader = printed(plan())
    assert reader.metadata is not None
    assert reader.metadata.title == "Zoë Ångström-Muñoz, Resume"
    assert reader.metadata.author == "Zoë Ångström-Muñoz"
    assert reader.metadata["/CreationDate"].startswith("D:20260309")
    assert "/ModDate" not in reader.metadata
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_paper_is_the_styles(paper: str, size: tuple[int, int]) -> None:
    box = printed(plan(), paper=paper).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


@in_every_theme
def test_all_fonts_are_ours_and_embedded(theme: str) -> None:
    fonts = [font.get_object() for font in printed(plan(), theme=theme).pages[0]["/Resources"]["/Font"].values()]
    assert len(fonts) >= 2
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object()
        assert LOOKS[theme]["font"].replace(" ", "-") in inner["/BaseFont"]
        assert "/FontFile2" in inner["/FontDescriptor"]


def test_links_lead_where_they_say() -> None:
    notes = [note.get_object() for note in printed(plan()).pages[0]["/Annots"]]
    targets = {note["/A"]["/URI"] for note in notes}
    assert {"mailto:zoe@example.com", "https://www.github.com/zoe/", "tel:+475550134"} <= targets


@in_every_theme
@pytest.mark.parametrize("name", ["Zoë Fitzgerald-Muñoz", "Łukasz Żółć", "Ελένη Παπαδοπούλου", "Дмитрий Щербаков"])
def test_names_of_europe_are_printed_as_written(name: str, theme: str) -> None:
    assert name in printed(plan(profile=with_name(name)), theme=theme).pages[0].extract_text()


def test_a_second_font_stands_in_for_a_character_that_the_first_has_not() -> None:
    assert "✓ done" in printed(with_bullet("It is ✓ done.")).pages[0].extract_text()


def test_a_character_that_no_font_has_is_named_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        PRESS.write(page(with_bullet("Launched 🚀 it & won.")), created=DAY)
    (fault,) = caught.value.faults
    assert fault.file == "work[0].highlights[0]"
    assert "U+1F680 ROCKET" in fault.problem
    assert "Launched 🚀 it & won." in fault.problem


def test_no_system_font_stands_in_and_the_environment_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/somewhere")
    with no_system_fonts():
        assert os.environ["FONTCONFIG_FILE"] != "/somewhere"
    assert os.environ["FONTCONFIG_FILE"] == "/somewhere"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with no_system_fonts():
        assert "FONTCONFIG_FILE" in os.environ
    assert "FONTCONFIG_FILE" not in os.environ


def test_a_font_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"no font Comic.*there are: EB Garamond"):
        PRESS.write(raw().replace("EB Garamond", "Comic"), created=DAY)


def test_the_families_of_a_page_are_told_from_those_that_stand_behind() -> None:
    assert named_families(raw()) == (("EB Garamond",), ("Source Sans 3",))
    assert {"EB Garamond", "Source Sans 3", "Open Sans", "Noto Sans"} <= set(font_families())


@in_every_theme
def test_the_same_page_gives_the_same_bytes_from_any_press(theme: str) -> None:
    html = page(plan(), theme=theme)
    assert PRESS.write(html, created=DAY) == PRESS.write(html, created=DAY) == Press().write(html, created=DAY)


def test_the_hash_seed_changes_no_byte(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(plan()), encoding="utf-8")
    code = (
        "import sys, hashlib, pathlib; from tailor.pdf import Press; "
        "html = pathlib.Path('page.html').read_text(encoding='utf-8'); "
        f"print(hashlib.sha256(Press().write(html, created='{DAY}')).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(said) == 1


@pytest.mark.parametrize("day", ["today", "", "2026-3-9", '2026-03-09">'])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(InputError, match="is no day"):
        PRESS.write(raw(), created=day)


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("body { background: url(file:///etc/passwd) }", "<p>x</p>"),
        ("body { background: url(http://example.org/x.png) }", "<p>x</p>"),
        ("@import url(https://example.org/x.css);", "<p>x</p>"),
        ('@font-face { font-family: X; src: url("/etc/passwd") } p { font-family: X }', "<p>x</p>"),
        ("", '<img src="../theme.yaml">'),
        ("", '<img src="ftp://example.org/x">'),
        ("", '<embed src="file:///etc/passwd"><p>x</p>'),
        ("", '<object data="file:///etc/passwd"></object>'),
        ("li { list-style: url(file:///proc/self/environ) }", "<ul><li>x</li></ul>"),
    ],
)
def test_nothing_outside_the_theme_is_fetched(css: str, body: str) -> None:
    with pytest.raises(InputError, match="may not fetch"):
        PRESS.write(raw(css, body), created=DAY)


def test_a_link_that_leads_out_of_the_theme_is_not_followed(tmp_path: Path) -> None:
    theme, outside = tmp_path / "theme", tmp_path / "secret.txt"
    theme.mkdir()
    outside.write_text("secret")
    (theme / "inside.txt").write_text("open")
    (theme / "leak.txt").symlink_to(outside)
    assert allowed((theme / "inside.txt").as_uri(), (theme,)) == theme / "inside.txt"
    assert allowed((theme / "leak.txt").as_uri(), (theme,)) is None
    assert allowed(f"{theme.as_uri()}/%2e%2e/secret.txt", (theme,)) is None
    assert allowed(theme.as_uri(), (theme,)) is None
    assert allowed(f"file://elsewhere{theme}/inside.txt", (theme,)) is None


def total(heights: Heights, one: Plan) -> float:
    """The height of a plan's page as the sum of its measured elements."""
    elements = ["header", "summary", "languages", "credentials", "skills[0]", "awards[0]"]
    elements += [f"section:{name}" for name in one.sections]
    for planned in one.entries:
        elements += [planned.entry.path, *(line.path for line in planned.lines)]
    return sum(heights.elements[element] for element in elements)


ALL_BULLETS = sorted(
    f"{path}.highlights[{index}]" for path, texts in BULLETS.items() for index in range(len(texts))
)


@cache
def full(theme: str, paper: str) -> Heights:
    return PRESS.heights(page(plan(), theme=theme, paper=paper))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(without=st.sets(st.sampled_from(ALL_BULLETS)), paper=st.sampled_from(["letter", "a4"]))
@in_every_theme
def test_heights_measured_once_add_up_to_the_page_of_any_choice(without: set[str], paper: str, theme: str) -> None:
    one, heights = plan(without=without), full(theme, paper)
    layout = PRESS.layout(page(one, theme=theme, paper=paper))
    assert layout.pages == 1
    assert layout.last_fill * heights.page == pytest.approx(total(heights, one), abs=0.01)


def work_of(one: Profile, *without: str) -> Plan:
    """A plan of nothing but work: an employer with positions before the other job."""
    entries = [
        planned for planned in plan(profile=one, without=without).entries if planned.entry.path not in without
    ]
    entries.sort(key=lambda planned: str(planned.entry.end or "9"), reverse=True)
    entries.sort(key=lambda planned: not planned.entry.employer and not planned.entry.titles)
    return plan(profile=one, sections=("work",), entries=tuple(entries), headline="", details=("hours",))


DETAILED = replace(
    PROMOTED,
    entries=tuple(
        replace(one, details=(Detail(name="hours", path=one.at("hours"), words=("40",)),))
        for one in PROMOTED.entries
    ),
)


@in_every_theme
@pytest.mark.parametrize("one", [PROMOTED, TITLED, DETAILED])
@pytest.mark.parametrize(
    "without",
    [
        (),
        ("work[1].positions[0]", "work[0]"),
        ("work[1].positions[2]", "work[1].positions[0].highlights[0]", "work[0].highlights[0]"),
        ("work[1].positions[1].highlights[0]", "work[1].positions[1].highlights[1]"),
    ],
)
def test_heights_add_up_where_an_employer_stands_once(one: Profile, without: tuple[str, ...], theme: str) -> None:
    if one is TITLED and "work[0]" in without:
        without = ()
    heights, shown = PRESS.heights(page(work_of(one), theme=theme)), work_of(one, *without)
    high = sum(heights.elements[element] for element in elements(shown))
    assert PRESS.layout(page(shown, theme=theme)).last_fill * heights.page == pytest.approx(high, abs=0.01)


@in_every_theme
def test_a_later_position_alone_on_the_page_is_as_high_as_its_employer_and_its_head(theme: str) -> None:
    heights, alone = PRESS.heights(page(work_of(PROMOTED), theme=theme)), work_of(PROMOTED, "work[1].positions[1]")
    high = sum(heights.elements[element] for element in elements(alone))
    # The first head below the section's heading has less space above it, as the first entry of every section.
    assert PRESS.layout(page(alone, theme=theme)).last_fill * heights.page == pytest.approx(high, abs=6)


@in_every_theme
@pytest.mark.parametrize("jobs", range(6, 13))
def test_a_page_does_not_end_with_a_title_of_an_employer_or_its_name(jobs: int, theme: str) -> None:
    first = [planned for planned in work_of(PROMOTED).entries if planned.entry.employer]
    more = [
        replace(planned, entry=replace(planned.entry, path=f"{planned.entry.path}.{at}", employer=f"work[1].{at}"))
        for at in range(jobs)
        for planned in first
    ]
    pages = [
        found.extract_text().strip().split("\n")
        for found in printed(replace(work_of(PROMOTED), entries=more), theme=theme).pages
    ]
    assert len(pages) > 1
    for before, after in pairwise(pages):
        assert before[-1].strip().startswith("•")
        assert "Engineer" in after[0] or after[0].strip().startswith("•")


@in_every_theme
def test_the_measured_page_is_the_paper_without_its_margins(theme: str) -> None:
    margins = float(LOOKS[theme]["margin_top"]) + float(LOOKS[theme]["margin_bottom"])
    assert full(theme, "letter").page == pytest.approx((11 - margins) * 96)


def long_plan(jobs: int) -> Plan:
    """A plan of many jobs, every one with the bullets of the first."""
    whole = plan()
    first = whole.entries[0]
    more = [
        replace(first, entry=replace(first.entry, path=f"work[{index}]", position=f"Engineer {index}"))
        for index in range(jobs)
    ]
    return replace(whole, entries=(*more, *whole.entries[1:]))


@in_every_theme
@pytest.mark.parametrize("jobs", range(6, 14))
def test_a_second_page_never_begins_in_a_bullet_nor_leaves_one_line_alone(jobs: int, theme: str) -> None:
    pages = [found.extract_text().strip().split("\n") for found in printed(long_plan(jobs), theme=theme).pages]
    for before, after in pairwise(pages):
        last, first = before[-1].strip(), after[0].strip()
        assert last != "Work Experience"
        assert not last.startswith(("Engineer ", "Harbor & Vale"))
        assert (
            first.startswith(("Engineer", "Lead", "•"))
            or first.istitle()
            or first in ("tidediff", "M.S., Statistics")
        )
        assert sum(line.strip().startswith("•") for line in after[:6]) != 1 or not first.startswith("•")


@in_every_theme
def test_a_letter_of_usual_length_is_one_page(theme: str) -> None:
    words = "I kept the harbour running through storms and audits alike, and would do so again. " * 24
    one = letter()
    sentence = replace(one.paragraphs[0].sentences[0], text=words[:700])
    body = tuple(replace(one.paragraphs[0], sentences=(sentence,)) for _ in range(3))
    html = render.letter(replace(one, paragraphs=body), plan(), LOOKS[theme], STYLE, "html")
    assert PRESS.layout(html).pages == 1


@in_every_theme
def test_a_keyword_with_a_slash_is_never_broken_across_lines(theme: str) -> None:
    one = plan(summary=" ".join("ab " * count + "CI/CD and order-to-cash" for count in range(40)))
    text = "".join(found.extract_text() for found in printed(one, theme=theme).pages)
    assert text.count("order-to-cash") == 40
    assert text.count("CI/CD") == render.resume(one, LOOKS[theme], STYLE, "txt").count("CI/CD")
    assert JOINER not in text


def test_words_are_joined_for_the_layout_without_a_span() -> None:
    assert joined('x <span class="w">CI/CD </span>y') == f"x CI{JOINER}/{JOINER}CD y"
    assert joined('<span class="w">in two</span>') == f"in {JOINER}two"


@pytest.mark.parametrize(
    ("platform", "release", "command"),
    [
        ("linux", "ID=debian\n", "apt-get install libpango"),
        ("linux", 'ID=linuxfoo\nID_LIKE="ubuntu debian"\n', "apt-get install libpango"),
        ("linux", "ID=fedora\n", "dnf install pango"),
        ("linux", "ID=arch\n", "pacman -S pango"),
        ("linux", "ID=alpine\n", "apk add pango"),
        ("linux", "", "your system's packages"),
        ("darwin", "", "brew install pango"),
        ("win32", "", "MSYS2"),
    ],
)
def test_the_remedy_for_a_missing_library_is_the_systems_own(platform: str, release: str, command: str) -> None:
    assert command in machine.remedy(platform, release)


def test_a_machine_without_pango_gets_the_remedy_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    class Without:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Without(), *sys.meta_path])
    with pytest.raises(MachineError, match=r"To install it: .+") as caught:
        Press().write(raw(), created=DAY)
    assert caught.value.exit_code == 4


def test_a_page_without_a_size_cannot_be_measured() -> None:
    with pytest.raises(InputError, match="paper's size"):
        PRESS.heights("<html><head><style>p { color: red }</style></head><body></body></html>")


def test_importing_the_package_loads_no_layout_engine() -> None:
    code = (
        "import sys, tailor.pdf, tailor.render, tailor.check; "
        "print(sorted({'weasyprint', 'jinja2', 'pypdf', 'pypdfium2'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_the_profile_of_the_builders_prints_all_its_sections() -> None:
    assert len({entry.section for entry in PROFILE.entries}) == 4


def test_a_page_that_names_no_font_is_still_set_in_ours() -> None:
    assert PRESS.layout("<html lang=en><head><title>x</title></head><body>x</body></html>").pages == 1
