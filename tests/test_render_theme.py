"""Themes: what is read, what is refused, and what options change."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.errors import ChoiceError, InputError
from tailor.render.theme import styled
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
        ("accent:", "acent:", "did you mean 'accent'?"),
        ('accent: "#1f3b57"', 'accent: "red; } body { color: red"', "a colour such as"),
        ("margin_top: 0.55", "margin_top: wide", "inches, such as"),
        ("font: EB Garamond", 'font: "EB; Garamond"', "a font's name"),
        ("floor: 10", "floor: 10\nfloor: 9", "stands twice"),
        ("floor: 10", "floor: 11", "size is 10.5 pt, below the floor of 11 pt"),
        ("density: normal", "density: tight", "compact, normal, airy, or a number"),
        ("density: normal", "density: 0.5", "a number from 0.9 to 1.2"),
        ("title: Classic", "extends: clasic", "no built-in theme 'clasic' to extend"),
        ("title: Classic", "extends: [classic]", "extends is one theme's name"),
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
        ((("density", "loose"),), "compact, normal, airy, or a number"),
        ((("density", "1.3"),), "a number from 0.9 to 1.2"),
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


BODY = '{% extends "shared/page.html.j2" %}\n{% block body %}\n'


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("\n{{ nothing.here }}{% endblock %}", "resume.html.j2:4"),
        ("{{ 1 / 0 }}{% endblock %}", "resume.html.j2:3"),
        ("{% for %}{% endblock %}", "resume.html.j2:3"),
        ('{% include "../../../etc/passwd" %}{% endblock %}', "no file ../../../etc/passwd"),
        ("{{ sheet.__class__.__mro__ }}{% endblock %}", "resume.html.j2:3"),
    ],
)
def test_a_faulty_template_is_told_with_its_line(workspace: Path, words: str, place: str) -> None:
    (workspace / "templates" / "mine" / "resume.html.j2").write_text(BODY + words, encoding="utf-8")
    theme = render.read_theme("mine", workspace=workspace)
    with pytest.raises(InputError) as caught:
        render.resume(plan(), theme, STYLE, "html")
    assert place in str(caught.value)


def test_a_theme_without_a_template_is_told(workspace: Path) -> None:
    (workspace / "templates" / "mine" / "letter.html.j2").unlink()
    theme = render.read_theme("mine", workspace=workspace)
    with pytest.raises(InputError, match=r"no file letter\.html\.j2"):
        render.letter(letter(), plan(), theme, STYLE, "html")


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A workspace with a theme `mine` that extends `modern` and says but two things."""
    folder = tmp_path / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text('extends: modern\ntitle: Mine\naccent: "#7a1f1f"\n', encoding="utf-8")
    return tmp_path


def html(workspace: Path, **style: str) -> str:
    theme = render.read_theme("mine", workspace=workspace)
    return render.resume(plan(), theme, replace(STYLE, **style), "html")


def test_a_theme_that_extends_another_says_only_what_differs(short: Path) -> None:
    theme, modern = render.read_theme("mine", workspace=short), render.read_theme("modern")
    assert theme.title == "Mine"
    assert theme.folder == short / "templates" / "mine"
    assert dict(theme.settings) == dict(modern.settings) | {"title": "Mine", "accent": "#7a1f1f"}
    one = render.resume(plan(), modern, replace(STYLE, options=(("accent", "#7a1f1f"),)), "html")
    assert html(short) == one


def test_the_style_sheet_of_a_theme_stands_behind_the_one_it_extends(short: Path) -> None:
    (short / "templates" / "mine" / "theme.css").write_text("h1 { color: var(--ink); }", encoding="utf-8")
    theme = render.read_theme("mine", workspace=short)
    assert theme.styles == ("shared/page.css", "modern/theme.css", "theme.css")
    modern = dict(render.read_theme("modern").files)["theme.css"].strip()
    assert html(short).index(modern) < html(short).index("h1 { color: var(--ink); }")


def test_a_template_may_put_its_own_in_place_of_one_block(short: Path) -> None:
    own = (
        '{% extends "modern/resume.html.j2" %}{% block heading %}<h2>{{ section.name | upper }}</h2>{% endblock %}'
    )
    (short / "templates" / "mine" / "resume.html.j2").write_text(own, encoding="utf-8")
    assert "<h2>WORK</h2>" in html(short)
    assert 'data-path="work[0].highlights[0]"' in html(short)


def test_a_fault_in_a_file_taken_over_names_that_file(short: Path) -> None:
    (short / "templates" / "mine" / "letter.html.j2").write_text(
        '{% extends "modern/letter.html.j2" %}{% block frame %}{{ frame() }}{% endblock %}', encoding="utf-8"
    )
    theme = render.read_theme("mine", workspace=short)
    with pytest.raises(InputError, match=r"shared/page\.html\.j2:\d+"):
        render.letter(letter(), plan(), theme, STYLE, "html")


@pytest.mark.parametrize("basis", ["mine", "other", "shared", "../classic", "report", ""])
def test_only_a_built_in_theme_can_be_extended(short: Path, basis: str) -> None:
    shutil.copytree(templates_folder() / "classic", short / "templates" / "other")
    file = short / "templates" / "mine" / "theme.yaml"
    file.write_text(f"extends: '{basis}'\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"theme\.yaml:1:10: .*choose one of: classic, compact, modern, plain"):
        render.read_theme("mine", workspace=short)


def test_a_theme_may_bear_the_name_of_the_one_it_extends(short: Path) -> None:
    (short / "templates" / "mine").rename(short / "templates" / "modern")
    theme = render.read_theme("modern", workspace=short)
    assert (theme.title, theme["font"]) == ("Mine", render.read_theme("modern")["font"])


def test_keys_of_the_persons_own_are_let_be(short: Path) -> None:
    with (short / "templates" / "mine" / "theme.yaml").open("a", encoding="utf-8") as file:
        file.write("x-note: for the harbour\n")
    assert render.read_theme("mine", workspace=short).title == "Mine"


def test_a_link_that_leads_out_of_the_folder_is_no_file_of_the_theme(short: Path) -> None:
    (short / "secret.css").write_text("p { color: red }", encoding="utf-8")
    (short / "templates" / "mine" / "theme.css").symlink_to(short / "secret.css")
    with pytest.raises(InputError, match="leads out of the theme's folder"):
        render.read_theme("mine", workspace=short)


@pytest.mark.parametrize(
    ("density", "leading", "gap"),
    [("compact", 1.14, 0.8), ("normal", 1.2, 1), ("airy", 1.296, 1.32), ("1.1", 1.32, 1.4), ("0.9", 1.08, 0.6)],
)
def test_density_scales_lines_a_little_and_gaps_more(density: str, leading: float, gap: float) -> None:
    settings = styled(render.read_theme("modern"), replace(STYLE, options=(("density", density),)))
    assert float(settings["leading"]) == pytest.approx(leading)
    assert float(settings["gap"]) == pytest.approx(gap)
