"""What makes printing quick changes no byte: pages read as XML, fewer rules, layouts kept."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
import tinyhtml5
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.pdf import Press, source
from tailor.pdf.machine import engine
from tailor.pdf.styles import parted, settled
from tailor.pdf.trees import plain_tree
from tailor.pdf.usual import usual_style
from tailor.pdf.wholes import joined

DAY = "2026-03-09"
THEMES = render.theme_names()
HEAD = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A &amp; B</title></head>'


def pages(name: str) -> tuple[str, ...]:
    theme = render.read_theme(name)
    return (
        render.resume(plan(), theme, STYLE, "html"),
        render.letter(letter(), plan(), theme, STYLE, "html"),
    )


def flat(root: ET.Element) -> Iterator[tuple]:
    for one in root.iter():
        yield one.tag, dict(one.attrib), (one.text or "").strip("\n"), (one.tail or "").strip("\n")


@pytest.mark.parametrize("name", THEMES)
def test_a_page_read_as_xml_is_the_tree_that_html_gives(name: str) -> None:
    for html in pages(name):
        bare = joined(parted(html)[0])
        quick = plain_tree(bare)
        assert quick is not None
        assert list(flat(quick)) == list(flat(tinyhtml5.parse(bare, namespace_html_elements=False)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<div>b</div></p>",
        "<p>a<p>b",
        "<div/>b",
        "<li>a</li>",
        "<h2>a<h3>b</h3></h2>",
        '<a href="#a"><b>c</b></a>',
        "<table><tr><td>a</td></tr></table>",
        "<P>a</P>",
        '<p CLASS="x">a</p>',
        '<p class="x\ny">a</p>',
        "<p>a&nbsp;b</p>",
        "<p>a&#150;b</p>",
        "<p>a & b</p>",
        "<p>a<!-- b --></p>",
        "<br></br>",
        "<svg></svg>",
        '<p xmlns="x">a</p>',
    ],
)
def test_a_page_that_xml_may_read_in_another_way_is_read_as_html(body: str) -> None:
    assert plain_tree(f"{HEAD}<body><p>a</p></body></html>") is not None
    assert plain_tree(f"{HEAD}<body>{body}</body></html>") is None


def test_a_page_with_declarations_is_read_as_html() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa">]><html><head></head><body><p>&a;</p></body></html>'
    assert plain_tree(bomb) is None
    assert plain_tree(bomb.replace("<!DOCTYPE html [", "<!DOCTYPE html><!DOCTYPE html [")) is None
    assert plain_tree("<html><head></head><body></body></html>") is None
    assert plain_tree(f"{HEAD}x<body></body></html>") is None


@pytest.mark.parametrize("name", THEMES)
def test_no_byte_is_another_than_the_slow_ways(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = render.read_theme(name)
    quick = [Press((theme.folder,)).write(html, created=DAY) for html in pages(name)]
    monkeypatch.setattr(source, "plain_tree", lambda _: None)
    monkeypatch.setattr(source, "usual_style", lambda html, _: usual_style(html, "::marker"))
    monkeypatch.setattr("tailor.pdf.styles.settled", lambda style: style)
    assert [Press((theme.folder,)).write(html, created=DAY) for html in pages(name)] == quick


@pytest.mark.parametrize(
    ("html", "style", "whole"),
    [
        ("<ul><li>a</li></ul>", "ul { list-style: none } @page { size: 1in 2in }", False),
        ("<p>std::move</p>", "", False),
        ("<ol><li>a</li></ol>", "", True),
        ("", "ul { list-style: square }", True),
        ("", "p::before { content: '§' }", True),
        ("", "@page { @bottom-center { content: counter(page) } }", True),
        ("", ".x { float: footnote }", True),
        ("", "p { display: list-item }", True),
    ],
)
def test_a_page_that_has_marks_notes_or_margins_gets_all_rules_of_the_engine(
    html: str, style: str, *, whole: bool
) -> None:
    engine()
    from weasyprint.html import UA_STYLESHEET

    assert (usual_style(html, style) is UA_STYLESHEET) is whole


@pytest.mark.parametrize(
    ("style", "made"),
    [
        (":root { --gap: 1.1; } p { margin: calc(5pt * var(--gap)); }", "p { margin: 5.5pt; }"),
        (":root { --hang: 8px; } li { text-indent: calc(-1 * var(--hang)); }", "li { text-indent: -8px; }"),
        (":root { --a: 1; } .x { --a: 2; } p { line-height: var(--a); }", "p { line-height: var(--a); }"),
        (".x { --a: 2; } p { line-height: var(--a); }", "p { line-height: var(--a); }"),
        ("p { line-height: var(--none); }", "p { line-height: var(--none); }"),
        ("p { margin: calc(1em + 2px); }", "p { margin: calc(1em + 2px); }"),
        ("p { margin: calc(1em * 2px); }", "p { margin: calc(1em * 2px); }"),
    ],
)
def test_settings_are_written_out_where_they_have_one_value(style: str, made: str) -> None:
    assert settled(style).endswith(made)


def test_a_page_that_was_looked_at_is_printed_from_its_layout_once(monkeypatch: pytest.MonkeyPatch) -> None:
    html = pages("classic")[0]
    press = Press((render.read_theme("classic").folder,))
    fresh = press.write(html, created=DAY)
    laid_out: list[str] = []
    slow = press._laid_out  # noqa: SLF001 - which pages are laid out is to be seen
    monkeypatch.setattr(Press, "_laid_out", lambda _, page, chosen: laid_out.append(page) or slow(page, chosen))
    press.layout(html)
    assert press.write(html, created="2026-01-01") != fresh
    assert laid_out == [html]
    assert press.write(html, created=DAY) == fresh
    press.layout(pages("modern")[0])
    assert press.write(html, created=DAY) == fresh
    assert laid_out == [html, html, pages("modern")[0], html]
