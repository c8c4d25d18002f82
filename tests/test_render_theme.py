"""Themes: what is read, what is refused, and what options change."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.errors import ChoiceError, InputError
from tailor.resources import templates_folder

THEME = render.read_theme("classic")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a theme of the user's own, `mine`, that begins as a copy of the built-in one."""
    shutil.copytree(templates_folder() / "classic", tmp_path / "templates" / "mine")
    return tmp_path


def change(workspace: Path, file: str, old: str, new: str) -> None:
    path = workspace / "templates" / "mine" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_themes_are_listed_by_name_and_shared_pieces_are_none() -> None:
    names = render.theme_names()
    assert "classic" in names
    assert not {"shared", "report"} & set(names)


def test_a_theme_tells_its_title_and_fonts() -> None:
    assert THEME.title == "Classic"
    assert THEME.fonts == ("EB Garamond", "Source Sans 3")


def test_a_users_theme_is_found_beside_the_built_in_ones(workspace: Path) -> None:
    assert set(render.theme_names(workspace)) >= {"classic", "mine"}
    assert render.read_theme("mine", workspace=workspace).folder == workspace / "templates" / "mine"


def test_a_users_theme_wins_over_the_built_in_one_of_its_name(workspace: Path) -> None:
    (workspace / "templates" / "mine").rename(workspace / "templates" / "classic")
    assert render.read_theme("classic", workspace=workspace).folder.is_relative_to(workspace)


@pytest.mark.parametrize("name", ["nix", "", "../classic", "classic/../classic", "shared", "/etc"])
def test_a_theme_there_is_not_names_those_there_are(name: str) -> None:
    with pytest.raises(ChoiceError, match=r"choose one of: .*classic"):
        render.read_theme(name)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("accent:", "acent:", "did you mean accent?"),
        ('accent: "#1f3b57"', 'accent: "red; } body { color: red"', "a colour such as"),
        ("margin_top: 0.55", "margin_top: wide", "inches, such as"),
        ("font: EB Garamond", 'font: "EB; Garamond"', "a font's name"),
        ("floor: 10", "floor: 10\nfloor: 9", "stands twice"),
    ],
)
def test_a_faulty_setting_is_told_with_its_place(workspace: Path, old: str, new: str, said: str) -> None:
    change(workspace, "theme.yaml", old, new)
    with pytest.raises(InputError) as caught:
        render.read_theme("mine", workspace=workspace)
    assert said in str(caught.value)
    assert any(fault.line and fault.column and fault.file.endswith("theme.yaml") for fault in caught.value.faults)


def test_missing_settings_are_named(workspace: Path) -> None:
    change(workspace, "theme.yaml", 'ink: "#161616"\n', "")
    with pytest.raises(InputError, match="settings are missing: ink"):
        render.read_theme("mine", workspace=workspace)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((("colour", "#fff"),), "no option 'colour'"),
        ((("accent", "red"),), "a colour such as"),
        ((("size", "8"),), "floor is 10 pt"),
        ((("letter_size", "9.9"),), "floor is 10 pt"),
        ((("font", 'X"; } * { color: red'),), "a font's name"),
    ],
)
def test_an_option_of_the_wrong_kind_is_told(options: tuple[tuple[str, str], ...], said: str) -> None:
    with pytest.raises(ChoiceError, match=said):
        render.resume(plan(), THEME, replace(STYLE, options=options), "html")


def test_an_option_changes_the_page() -> None:
    html = render.resume(plan(), THEME, replace(STYLE, options=(("accent", "#123456"),)), "html")
    assert "--accent: #123456" in html


@pytest.mark.parametrize(("paper", "size"), [("letter", "size: 8.5in 11in"), ("a4", "size: 210mm 297mm")])
def test_paper_is_the_styles(paper: str, size: str) -> None:
    style = replace(STYLE, paper=paper)
    assert size in render.resume(plan(), THEME, style, "html")
    assert size in render.letter(letter(), plan(), THEME, style, "html")


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("resume.html.j2", "{% block body %}", "{% block body %}\n{{ nothing.here }}", "resume.html.j2:6"),
        ("resume.html.j2", "{% block body %}", "{% block body %}{{ 1 / 0 }}", "resume.html.j2:5"),
        ("resume.html.j2", "{% block body %}", "{% block body %}{% for %}", "resume.html.j2:5"),
        ("resume.html.j2", "shared/page.html.j2", "../../../etc/passwd", "no file ../../../etc/passwd"),
        (
            "resume.html.j2",
            "{% block body %}",
            "{% block body %}{{ sheet.__class__.__mro__ }}",
            "resume.html.j2:5",
        ),
    ],
)
def test_a_faulty_template_is_told_with_its_line(
    workspace: Path, file: str, old: str, new: str, place: str
) -> None:
    change(workspace, file, old, new)
    theme = render.read_theme("mine", workspace=workspace)
    with pytest.raises(InputError) as caught:
        render.resume(plan(), theme, STYLE, "html")
    assert place in str(caught.value)


def test_a_theme_without_a_template_is_told(workspace: Path) -> None:
    (workspace / "templates" / "mine" / "letter.html.j2").unlink()
    theme = render.read_theme("mine", workspace=workspace)
    with pytest.raises(InputError, match=r"no file letter\.html\.j2"):
        render.letter(letter(), plan(), theme, STYLE, "html")


def test_heading_letters_stand_close_enough_for_readers() -> None:
    css = dict(THEME.files)["theme.css"]
    spacings = [float(part.partition("em")[0]) for part in css.split("letter-spacing: ")[1:] if part[0] == "."]
    assert spacings
    assert max(spacings) <= 0.08
