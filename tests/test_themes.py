"""The built-in themes: each keeps what readers, people and standards rely on."""

import re
from dataclasses import replace
from pathlib import Path

import page as conformance
import pytest
from position_cases import PROMOTED, TITLED
from render_builders import BASICS, BULLETS, PROFILE, STYLE, letter, plan

from tailor import render
from tailor.check import extract_text, read_back
from tailor.model.plan import EARLIER, Plan
from tailor.model.profile import Link
from tailor.pdf import Press
from tailor.render.theme import Theme

NAMES = ("classic", "compact", "modern", "plain")
LOOKS = {name: render.read_theme(name) for name in render.theme_names()}
PRESS = Press()
DAY = "2026-03-09"

in_every_theme = pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)


def long_plan() -> Plan:
    """Two pages or three: the jobs many times over, and the oldest of them as one line each."""
    whole = plan()
    first = whole.entries[0]
    jobs = [replace(first, entry=replace(first.entry, path=f"work[{at}]")) for at in range(18)]
    old = [replace(each, section=EARLIER, lines=()) for each in jobs[-2:]]
    sections = tuple(name for each in whole.sections for name in ((each, EARLIER) if each == "work" else (each,)))
    return replace(whole, entries=(*jobs[:-2], *old, *whole.entries[1:]), sections=sections)


def edge_plan() -> Plan:
    """No summary, a name of 43 characters, nine links, words of all Europe."""
    links = tuple(Link(network="", username="", url=f"https://harbour-{at}.example.org/zoe") for at in range(9))
    basics = replace(BASICS, name="Maximiliána Konstantinopoulou-Wojciechowska", links=links)
    one = plan(profile=replace(PROFILE, basics=basics), summary="", headline="Инженер · Μηχανικός")
    first = one.entries[0]
    words = "Příliš žluťoučký kůň; Дмитрий и команда; Ελένη και ομάδα; İstanbul’da ılık; œuvre “à la” – €2M."
    line = replace(first.lines[0], text=words)
    return replace(one, entries=(replace(first, lines=(line, *first.lines[1:])), *one.entries[1:]))


PLANS = {
    "usual": plan(),
    "long": long_plan(),
    "edge": edge_plan(),
    "promoted": plan(profile=PROMOTED),
    "titled": plan(profile=TITLED),
}


def resume(one: Plan, look: Theme, **style: str) -> bytes:
    return PRESS.write(render.resume(one, look, replace(STYLE, **style), "html"), created=DAY)


def css(look: Theme) -> str:
    return "\n".join(dict(look.files)[name] for name in look.styles)


def test_these_are_the_themes() -> None:
    assert tuple(LOOKS) == NAMES


@in_every_theme
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("case", PLANS)
def test_a_resume_is_read_back_without_loss_and_conforms(look: Theme, case: str, paper: str) -> None:
    pdf = resume(PLANS[case], look, paper=paper)
    lines = render.resume_lines(PLANS[case], replace(STYLE, paper=paper))
    assert read_back(pdf, lines) == ()
    report = conformance.validate_pdf_bytes(pdf, profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]


@in_every_theme
@pytest.mark.parametrize("case", ["usual", "edge"])
def test_a_letter_is_read_back_without_loss_and_conforms(look: Theme, case: str) -> None:
    one = letter(signature=PLANS[case].profile.basics.name)
    pdf = PRESS.write(render.letter(one, PLANS[case], look, STYLE, "html"), created=DAY)
    lines = render.letter_lines(one, PLANS[case], STYLE)
    assert read_back(pdf, lines) == ()
    assert conformance.is_pdf_compliant_bytes(pdf, profile="ua1")


@in_every_theme
def test_a_long_name_stands_on_one_line(look: Theme) -> None:
    heights = PRESS.heights(render.resume(PLANS["edge"], look, STYLE, "html"))
    shorter = plan(profile=replace(PROFILE, basics=replace(PLANS["edge"].profile.basics, name="Zoë " + "i" * 27)))
    one_line = PRESS.heights(render.resume(replace(shorter, headline="x"), look, STYLE, "html"))
    assert heights.elements["header"] == pytest.approx(one_line.elements["header"], abs=0.01)


@in_every_theme
def test_density_changes_how_much_fits(look: Theme) -> None:
    fills = [
        PRESS.layout(render.resume(plan(), look, replace(STYLE, options=(("density", word),)), "html")).last_fill
        for word in ("compact", "normal", "airy")
    ]
    assert fills == sorted(fills)
    assert fills[0] < 0.96 * fills[1] < 0.93 * fills[2]


def test_the_compact_theme_holds_a_sixth_more_lines_than_the_classic_one() -> None:
    def line(name: str) -> float:
        """The share of a page that a bullet of one line takes."""
        heights = PRESS.heights(render.resume(plan(), LOOKS[name], STYLE, "html"))
        return heights.elements["work[0].highlights[2]"] / heights.page

    assert 1.15 < line("classic") / line("compact") < 1.2


@in_every_theme
def test_nothing_is_set_smaller_than_the_floor(look: Theme) -> None:
    shares = [float(found) for found in re.findall(r"font-size: ([\d.]+)em", css(look))]
    assert float(look["floor"]) >= 9.5
    assert float(look["size"]) * min(1, *shares) >= float(look["floor"])


@in_every_theme
def test_what_readers_stumble_over_is_in_no_style_sheet(look: Theme) -> None:
    rules = re.sub(r"/\*.*?\*/|\.(photo|pictured) {[^}]*}", "", css(look), flags=re.DOTALL)  # a photo has no text
    for hazard in (
        "float",
        "position",
        "flex",
        "grid",
        "text-transform",
        "hyphens: auto",
        "justify",
        "::",
        "content:",
    ):
        assert hazard not in rules, hazard
    assert "hyphens: none" in rules
    assert "tabular-nums" in rules
    gaps = [float(found) for found in re.findall(r"margin-left: ([\d.]+)pt", rules)]
    assert all(4 <= gap <= 9 for gap in gaps)
    assert all(float(found) <= 0.08 for found in re.findall(r"letter-spacing: ([\d.]+)em", rules))


@in_every_theme
def test_colours_are_dark_enough_to_read(look: Theme) -> None:
    for key in ("accent", "ink", "quiet"):
        assert contrast(look[key]) >= 4.5, key


def contrast(colour: str) -> float:
    """A colour's contrast to white paper, as WCAG 2 reckons it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_plain_theme_is_black_and_has_no_small_capitals_and_no_rules() -> None:
    look = LOOKS["plain"]
    assert {look[key] for key in ("accent", "ink", "quiet")} == {"#000000"}
    assert not {"small-caps", "border", "italic"} & set(re.findall(r"[\w-]+", dict(look.files)["theme.css"]))


@in_every_theme
def test_bullets_are_text_and_hang(look: Theme) -> None:
    text = render.resume(plan(), look, STYLE, "html")
    assert text.count(">• &#9;") == sum(map(len, BULLETS.values()))


def test_previews_are_of_the_same_person_in_each_theme_and_one_with_a_fault_is_told(
    workspace: Path, tailor
) -> None:
    folder = workspace / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("extends: plain\nsize: huge\n", encoding="utf-8")
    done = tailor("themes", "--preview")
    assert done.code == 1
    assert "theme.yaml:2:7" in done.err
    paths = [Path(line) for line in done.out.split()]
    assert [path.name for path in paths] == [
        f"{name}-{kind}.pdf" for name in NAMES for kind in ("resume", "letter")
    ]
    assert all(path.parent.name == "themes" and path.read_bytes().startswith(b"%PDF") for path in paths)
    assert all("Imani Castellanos-Roy" in extract_text(path.read_bytes()) for path in paths)
