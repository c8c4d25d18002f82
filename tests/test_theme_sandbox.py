"""Themes of anybody: faults are told with line and remedy, nothing of Python is reached, and all work ends."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.errors import InputError
from tailor.render.page import _sandbox
from tailor.render.sandbox import MOST_WORK
from tailor.resources import templates_folder

BODY = "{% block body %}"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A theme's folder in a workspace: a template of its own over the shared frame, and the classic look."""
    folder = tmp_path / "templates" / "mine"
    shutil.copytree(templates_folder() / "classic", folder)
    template = '{% extends "shared/page.html.j2" %}\n{% block frame %}@page { size: 8in 11in }{% endblock %}\n'
    for name in ("resume.html.j2", "letter.html.j2"):
        (folder / name).write_text(f"{template}{BODY}\n\n{{% endblock %}}\n", encoding="utf-8")
    return folder


def write(mine: Path, words: str, name: str = "resume.html.j2") -> None:
    """Put words on the fourth line of a template."""
    lines = (mine / name).read_text(encoding="utf-8").split("\n")
    lines[3] = words
    (mine / name).write_text("\n".join(lines), encoding="utf-8")


def page(mine: Path) -> str:
    theme = render.read_theme("mine", workspace=mine.parent.parent)
    return render.resume(plan(), theme, STYLE, "html")


def said(mine: Path) -> str:
    with pytest.raises(InputError) as caught:
        page(mine)
    assert caught.value.exit_code == 1
    return str(caught.value)


@pytest.mark.parametrize(
    ("words", "problem", "remedy"),
    [
        ("{{ nothing.here }}", "no variable 'nothing'", "a template sees sheet, set, lang"),
        ("{{ set.acent }}", "there is no setting or file 'acent'", "did you mean accent?"),
        ("{{ set.flag }}", "there is no setting or file 'flag'", "there are: accent, "),
        ("{{ css['thme.css'] }}", "there is no setting or file 'thme.css'", "did you mean theme.css?"),
        ("{{ sheet.letterhead }}", "a ResumeSheet has no 'letterhead'", "docs/themes.md tells what it has"),
        ("{% for %}", "the template has a fault", "mend this line"),
        ("{{ 'x' | unheard_of }}", "No filter named 'unheard_of'", "mend this line"),
        ("{{ 1 / 0 }}", "ZeroDivisionError", "mend this line"),
        ("{{ sheet.header }}", "a Header is no text", "mend this line"),
        ("{% set x = none %}{{ x }}", "a NoneType is no text", "mend this line"),
        ("{{ sheet.sections }}", "a tuple is no text", "mend this line"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(mine: Path, words: str, problem: str, remedy: str) -> None:
    write(mine, words)
    told = said(mine)
    assert f"{mine / 'resume.html.j2'}:4: " in told
    assert problem in told
    assert remedy in told
    assert f"\n    {words}" in told


def test_a_fault_of_a_shared_file_names_the_shared_file(mine: Path) -> None:
    write(mine, "{{ header(sheet) }}")
    assert f"{templates_folder() / 'shared' / 'page.html.j2'}:" in said(mine)


ESCAPES = (
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ sheet.__init__.__globals__ }}",
    "{{ sheet.header.__class__ }}",
    "{{ header.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ '{0.__class__}' | format('') }}",
    "{{ ('%s' % sheet) }}",
    "{% set x = sheet.sections.append(1) %}",
    "{{ css.update({'theme.css': ''}) }}",
    "{{ ['__class__'] | map('attr', '__class__') | join }}",
    "{{ [sheet] | map(attribute='__class__') | first }}",
    "{{ lipsum() }}",
    "{{ open('/etc/passwd') }}",
    "{{ [1, 2] | random }}",
)
READS = (
    '{% include "/etc/passwd" %}',
    '{% include "../../etc/passwd" %}',
    '{% include "theme.yaml" %}',
    '{% import "/etc/passwd" as x %}',
    '{% from "../classic/theme.css" import x %}',
)


@pytest.mark.parametrize("words", ESCAPES)
def test_nothing_of_python_is_reached(mine: Path, words: str) -> None:
    write(mine, words)
    told = said(mine)
    assert f"{mine / 'resume.html.j2'}:4: " in told
    assert "<class" not in told.replace(words, "")


@pytest.mark.parametrize("words", READS)
def test_no_file_is_read_but_the_themes_and_the_shared_ones(mine: Path, words: str) -> None:
    write(mine, words)
    told = said(mine)
    assert f"{mine / 'resume.html.j2'}:4: the theme has no file" in told
    assert "root:" not in told


ENDLESS = (
    "{% for x in range(99999) %}{% for y in range(99999) %}x{% endfor %}{% endfor %}",
    "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    '{% include "resume.html.j2" %}',
    "{{ self.body() }}",
    "{% for x in [[1]] recursive %}{{ loop([[1]]) }}{{ loop([[1]]) }}{% endfor %}",
    "{% set ns = namespace(t='x') %}{% for i in range(99) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}{{ ns.t }}",
    "{% set ns = namespace(t='x') %}{% for i in range(99) %}{% set ns.t = ns.t + ns.t %}{% endfor %}{{ ns.t }}",
    "{% set n = namespace(t='a') %}{% for i in range(99) %}{% set n.t = n.t | replace('a', 'aa') %}{% endfor %}",
    "{% set ns = namespace(t='a') %}{% for i in range(99) %}{% set ns.t = [ns.t, ns.t] | join %}{% endfor %}",
    "{% set ns = namespace(t=[1]) %}{% for i in range(99) %}{% set ns.t = [ns.t, ns.t] %}{% endfor %}",
    "{% set ns = namespace(t=[1]) %}{% for i in range(99) %}{% set ns.t = {'a': ns.t, 'b': ns.t} %}{% endfor %}",
    "{% set ns = namespace(t=(1, 1)) %}{% for i in range(99) %}{% set ns.t = (ns.t, ns.t) %}{% endfor %}",
    "{% set ns = namespace(t={}) %}{% for i in range(99) %}{% set ns.t = dict(a=ns.t, b=ns.t) %}{% endfor %}",
    "{% set ns = namespace(t=2) %}{% for i in range(99) %}{% set ns.t = ns.t * ns.t %}{% endfor %}",
    "{{ 'x' * 999999999999 }}",
    "{{ 999999999 * 'xxxx' }}",
    "{{ [0] * 99999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'x'.center(9999999999) }}",
    "{{ 'x'.rjust(9999999999) }}",
    "{{ 'x' | center(9999999999) }}",
    "{{ 'x' | indent(9999999999) }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ '{:>9999999999}'.format(1) }}",
    "{{ '%9999999999d' | format(1) }}",
    "{{ range(99999) | map('string') | join(css['theme.css']) }}",
    "{% for x in range(99999) %}{{ range(99999) | list | length }}{% endfor %}",
    "{% for x in range(99999) %}{{ css['theme.css'] }}{% endfor %}",
    "{% set page %}{% for x in range(99999) %}" + "some words " * 400 + "{% endfor %}{% endset %}{{ page }}",
)


@pytest.mark.parametrize("words", ENDLESS)
def test_what_goes_on_and_on_is_stopped_with_its_line(mine: Path, words: str) -> None:
    write(mine, words)
    assert f"{mine / 'resume.html.j2'}:4: the template" in said(mine)


def test_work_is_counted_and_not_timed(mine: Path) -> None:
    """A page near the limit is made, one behind it never: on any machine."""
    write(mine, "{% for x in range(199) %}{% for y in range(900) %}{% endfor %}{% endfor %}made")
    assert "made" in page(mine)
    write(mine, "{% for x in range(199) %}{% for y in range(1100) %}{% endfor %}{% endfor %}made")
    assert "does not end" in said(mine)


def test_a_page_larger_than_any_document_is_refused(mine: Path) -> None:
    write(mine, "{% for x in range(3300) %}" + "words " * 160 + "{% endfor %}")
    assert "characters, more than" in said(mine)


def test_an_honest_theme_takes_a_small_part_of_what_it_may() -> None:
    whole = plan()
    first = whole.entries[0]
    jobs = tuple(replace(first, entry=replace(first.entry, path=f"work[{at}]")) for at in range(270))
    for name in render.theme_names():
        theme = render.read_theme(name)
        assert "handbook" in render.resume(replace(whole, entries=jobs), theme, STYLE, "html")
        assert 0 < _sandbox(theme).work < MOST_WORK / 3
        render.letter(letter(), whole, theme, STYLE, "html")


USEFUL = (
    ("{{ 'a' ~ 'b' ~ (1 + 1) }}", "ab2"),
    ("{{ ['x', 'y'] | join(' & ') }}", "x &amp; y"),
    ("{{ sheet.sections | map(attribute='name') | join(', ') }}", "summary, credentials, work"),
    ("{{ 'a-b' | replace('-', '/') | upper }}", "A/B"),
    ("{% for k, v in {'a': 1} | items %}{{ k }}{{ v }}{% endfor %}", "a1"),
    (
        "{% for x in [1, 2, 3] %}{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}",
        "1/3,2/3,3/3",
    ),
    ("{% for x in [1, 2] if x > 1 %}{{ x }}{% else %}none{% endfor %}", "2"),
    ("{% for g in sheet.sections | groupby('measured') %}{{ g.list | length }};{% endfor %}", "7;1;1;"),
    ("{% macro m(x) %}[{{ x }}{{ caller() }}]{% endmacro %}{% call m('<') %}y{% endcall %}", "[&lt;y]"),
    ("{{ '<b>' }}{{ '<i>' | safe }}", "&lt;b&gt;<i>"),
    ("{{ (1, 2) | first }}{{ [3, 4][1] }}{{ 7 * 6 }}{{ '=' * 3 }}", "1442==="),
    ("{% set a, b = 'x', 'y' %}{{ b }}{{ a }}", "yx"),
)


@pytest.mark.parametrize(("words", "written"), USEFUL)
def test_what_themes_need_is_there(mine: Path, words: str, written: str) -> None:
    write(mine, words)
    assert written in page(mine)


def test_a_variable_that_no_style_defines_is_told_with_its_line(mine: Path) -> None:
    css = mine / "theme.css"
    text = css.read_text(encoding="utf-8")
    css.write_text(f"/* var(--never) */\np {{ color: var(--acent) }}\np {{ margin: var(--own, 1pt) }}\n{text}")
    told = said(mine)
    assert f"{css}:2: there is no variable --acent (did you mean --accent?)" in told
    assert "--never" not in told
    assert "--own" not in told
    css.write_text(f":root {{ --acent: red }}\np {{ color: var(--acent) }}\n{text}")
    assert "--acent" in page(mine)


def test_both_documents_are_guarded(mine: Path) -> None:
    write(mine, "{{ ''.__class__ }}", "letter.html.j2")
    theme = render.read_theme("mine", workspace=mine.parent.parent)
    with pytest.raises(InputError, match=r"letter\.html\.j2:4"):
        render.letter(letter(), plan(), theme, STYLE, "html")


@pytest.mark.parametrize(
    "words",
    ["{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}", "{{ nothing.here }}"],
)
def test_a_build_ends_with_1_and_the_line(workspace: Path, tailor, words: str) -> None:
    folder = workspace / "templates" / "mine"
    shutil.copytree(templates_folder() / "classic", folder)
    path = folder / "resume.html.j2"
    path.write_text(path.read_text(encoding="utf-8").replace(BODY, f"{BODY}\n{words}", 1), encoding="utf-8")
    if words not in path.read_text(encoding="utf-8"):  # a template that leaves its body to what it extends
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{BODY}\n{words}\n{{% endblock %}}", encoding="utf-8")
    done = tailor("build", "postings/cedar-valley-icu-nurse.md", "--theme", "mine", "--as-of", "2026-11-20")
    assert done.code == 1
    assert "resume.html.j2:" in done.err
    assert words in done.err
    assert "Traceback" not in done.err
    assert not list((workspace / "out").rglob("*.pdf"))
