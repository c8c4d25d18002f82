"""Word documents: the printed page's words in its order, real styles and lists, the same bytes, files in order."""

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from position_cases import PROMOTED, TITLED
from render_builders import BULLETS, PROFILE, STYLE, letter, plan, with_bullet, with_name, work_of
from sample_workspace import ROOT

from tailor import render
from tailor.errors import ChoiceError
from tailor.model.plan import Plan
from tailor.pages import read_pages
from tailor.pdf import Press
from tailor.render.docx_lines import paragraphs
from tailor.render.letter_sheet import letter_sheet
from tailor.render.resume_sheet import resume_sheet
from tailor.render.rules import Rules

THEME = render.read_theme("classic")
DAY = "2026-03-09"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PLANS = {
    "whole": plan(),
    "promoted": replace(work_of(PROMOTED), headline="Engineer"),
    "titled": replace(work_of(TITLED), headline="Engineer"),
}


def resume(one: Plan = PLANS["whole"], **style: object) -> bytes:
    return render.resume_docx(one, THEME, replace(STYLE, **style), day=DAY)


def written(**style: object) -> bytes:
    return render.letter_docx(letter(), plan(), THEME, replace(STYLE, **style), day=DAY)


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def value(element: etree._Element | None, name: str = "val") -> str:
    assert element is not None
    return element.get(f"{W}{name}", "")


def text_of(data: bytes) -> str:
    (page,) = read_pages(data, "zoe.docx")
    return page.text


def styles(data: bytes) -> dict[str, etree._Element]:
    return {value(style.find(f"{W}name")): style for style in part(data, "word/styles.xml").iter(f"{W}style")}


def styled(data: bytes) -> list[tuple[str, str]]:
    """The style and the text of each paragraph."""
    body = part(data, "word/document.xml")
    return [(value(one.find(f"{W}pPr/{W}pStyle")), "".join(one.itertext())) for one in body.iter(f"{W}p")]


# What it says


@pytest.mark.parametrize("name", PLANS)
def test_the_text_is_the_pdfs_line_by_line(name: str) -> None:
    from tailor.check import extract_text

    html = render.resume(PLANS[name], THEME, STYLE, "html")
    said = extract_text(Press((THEME.folder,)).write(html, created=DAY)).replace("•", " ")
    lines = text_of(resume(PLANS[name])).splitlines()
    assert " ".join(" ".join(lines).split()) == " ".join(said.split())
    printed = {" ".join(line.split()) for line in said.splitlines()}
    assert all(line in printed for line in lines if len(line) < 60)


@pytest.mark.parametrize("name", PLANS)
def test_every_printed_line_stands_whole_in_one_paragraph_and_nothing_else_does(name: str) -> None:
    lines = [line.text for line in render.resume_lines(PLANS[name], STYLE)]
    for paragraph in text_of(resume(PLANS[name])).splitlines():
        while paragraph:
            assert paragraph.startswith(lines[0])
            paragraph = paragraph.removeprefix(lines.pop(0)).removeprefix(" ")  # noqa: PLW2901 - used up
    assert not lines


def test_a_letter_says_its_lines_one_paragraph_each() -> None:
    assert text_of(written()).splitlines() == [line.text for line in render.letter_lines(letter(), plan(), STYLE)]


def test_bullets_are_items_of_a_real_list_without_a_mark_in_their_text() -> None:
    (page,) = read_pages(resume(), "zoe.docx")
    items = [block.text for block in page.blocks if block.kind == "item"]
    assert items == [text for entry in PROFILE.entries for text in BULLETS.get(entry.path, ())]
    numbered = styles(resume())["List Bullet"].find(f"{W}pPr/{W}numPr/{W}numId")
    (number,) = part(resume(), "word/numbering.xml").iter(f"{W}num")
    assert value(numbered) == value(number, "numId")


def test_headings_are_headings_and_each_word_has_the_style_of_what_it_is() -> None:
    told = dict(reversed([(text, style) for style, text in styled(resume())]))
    assert told["Zoë Ångström-Muñoz"] == "Title"
    assert told["Platform Engineer"] == "Subtitle"
    assert told["Work Experience"] == "Heading1"
    assert told["Lead Engineer Mar 2021 – Present"] == "Heading2"
    assert told["Harbor & Vale · Bergen"] == "Employer"
    assert told["Courses: Time series, Survey design"] == "ListContinue"
    assert told["Languages: C++, CI/CD, incident response"] == "List"
    assert {style for style, _ in styled(written())} >= {"Date", "Salutation", "Closing", "Signature", "BodyText"}
    runs = part(resume(), "word/document.xml").iter(f"{W}r")
    dates = ["".join(run.itertext()) for run in runs if value_or_none(run) == "Dates"]
    assert dates[:2] == ["Mar 2021 – Present", "2017 – Feb 2021"]


def value_or_none(run: etree._Element) -> str | None:
    found = run.find(f"{W}rPr/{W}rStyle")
    return None if found is None else value(found)


def test_links_lead_where_they_say() -> None:
    data = resume()
    targets = {one.get("Id"): one.get("Target") for one in part(data, "word/_rels/document.xml.rels")}
    links = {
        "".join(link.itertext()): targets[link.get(f"{R}id")]
        for link in part(data, "word/document.xml").iter(f"{W}hyperlink")
    }
    assert links["zoe@example.com"] == "mailto:zoe@example.com"
    assert links["github.com/zoe"] == "https://www.github.com/zoe/"


@pytest.mark.parametrize(
    "text", ["</w:t><w:t>&amp;", "{{7*7}} <b>", "]]>", "a\x00\x1bb\u202e", "Ελένη Щербаков ✓ 🚀"]
)
def test_any_words_are_written_as_they_are_printed(text: str) -> None:
    shown = with_bullet(f"Said {text} twice.")
    line = next(one.text for one in render.resume_lines(shown, STYLE) if one.sources == ("work[0].highlights[0]",))
    assert line in text_of(resume(shown)).splitlines()


# How it looks


@pytest.mark.parametrize(("paper", "size"), [("letter", ("12240", "15840")), ("a4", ("11906", "16838"))])
def test_the_page_is_the_styles_paper_with_the_themes_margins(paper: str, size: tuple[str, str]) -> None:
    body = part(resume(paper=paper), "word/document.xml")
    page, margins = body.find(f".//{W}pgSz"), body.find(f".//{W}pgMar")
    assert (value(page, "w"), value(page, "h")) == size
    inches = [int(value(margins, side)) / 1440 for side in ("top", "left", "right", "bottom")]
    assert inches == [0.55, 0.75, 0.75, 0.5]
    assert value(part(written(), "word/document.xml").find(f".//{W}pgMar"), "left") == str(round(1.1 * 1440))


def test_fonts_sizes_and_colours_are_the_themes_and_its_options() -> None:
    data = resume(options=(("font", "Lato"), ("size", "11"), ("accent", "#a13")))
    defaults = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert value(defaults.find(f"{W}rFonts"), "ascii") == "Lato"
    found = styles(data)
    assert value(found["Normal"].find(f"{W}rPr/{W}sz")) == "22"
    heading = found["heading 1"]
    assert value(heading.find(f"{W}rPr/{W}color")) == "AA1133"
    assert value(heading.find(f"{W}rPr/{W}rFonts"), "ascii") == "EB Garamond"
    assert heading.find(f"{W}rPr/{W}smallCaps") is not None
    assert value(found["Title"].find(f"{W}pPr/{W}jc")) == "center"
    instead = {value(font, "name"): value(font.find(f"{W}altName")) for font in part(data, "word/fontTable.xml")}
    assert instead == {"Lato": "Calibri", "EB Garamond": "Garamond"}


def test_an_option_there_is_not_is_told() -> None:
    with pytest.raises(ChoiceError, match="no option 'colour'"):
        resume(options=(("colour", "red"),))


@pytest.mark.parametrize(
    ("lang", "paper", "tag"),
    [
        ("en", "letter", "en-US"),
        ("en", "a4", "en-GB"),
        ("en-CA", "letter", "en-CA"),
    ],
)
def test_the_language_is_one_that_word_knows(lang: str, paper: str, tag: str) -> None:
    defaults = part(resume(lang=lang, paper=paper), "word/styles.xml").find(f"{W}docDefaults")
    assert defaults is not None
    assert value(defaults.find(f"{W}rPrDefault/{W}rPr/{W}lang")) == tag


def test_a_head_stays_with_its_first_bullets_and_lists_are_not_parted_at_their_ends() -> None:
    kept = {one.runs[0].text[:12]: one.keep for one in paragraphs(resume_sheet(plan(), STYLE))}
    wanted = {
        "Lead Enginee": True, "Harbor & Val": True, "Moved 40 nig": True, "Led five eng": True,
        "Wrote the on": False, "Built report": True, "Ran the SOC ": False,
        "tidediff": True, "Deckhand": True, "Sea Rescue": False,
    }  # fmt: skip
    assert {start: kept[start] for start in wanted} == wanted
    ends = paragraphs(letter_sheet(letter(), plan(), STYLE))[-3:]
    assert [one.keep for one in ends] == [True, True, False]


def test_rules_of_a_style_sheet_are_those_that_always_hold() -> None:
    sheet = """
    h1, h2 { font-size: 2em; font-weight: 700 } /* h1 { font-size: 9em } */
    h2 { font-size: 1.5em; margin-top: 7.5pt; line-height: 1.1 } @page { margin: 1in }
    @media screen { h1 { font-size: 3em } body { margin: 0 } }
    header   h1 { font-weight: 400 }
    """
    rules = Rules.of("h1 { font-weight: inherit; text-align: center }", sheet)
    assert rules.ems("h1", "font-size", 1) == 2
    assert rules.ems("h2", "font-size", 1) == 1.5
    assert rules.ems("h2", "line-height", 0) == 1.1
    assert rules.points("h2", "margin-top", 0) == 7.5
    assert rules.points("h2", "padding", 3) == 3
    assert rules.is_bold("h1")
    assert not rules.is_bold("header h1")
    assert rules.word("h1", "text-align") == "center"


# What it is as a file


def test_it_tells_title_author_and_day_and_nothing_else() -> None:
    told = {etree.QName(one).localname: one.text for one in part(resume(), "docProps/core.xml")}
    assert told == {
        "title": "Zoë Ångström-Muñoz, Resume",
        "creator": "Zoë Ångström-Muñoz",
        "revision": "1",
        "created": f"{DAY}T00:00:00Z",
        "modified": f"{DAY}T00:00:00Z",
    }
    for name, content in parts(written()).items():
        assert b"python" not in content.lower(), name
        assert b"Fjord" not in content or name == "word/document.xml"


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_only_what_it_needs_and_every_style_but_words_own_is_used() -> None:
    assert set(parts(resume())) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml",
        "word/_rels/document.xml.rels", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml",
    }  # fmt: skip
    for data in (resume(), written()):
        used = re.findall(r'w:[pr]Style w:val="(\w+)"', parts(data)["word/document.xml"].decode())
        made = {style.get(f"{W}styleId") for style in styles(data).values()}
        assert made - set(used) <= {"Normal", "DefaultParagraphFont"}


def test_the_same_words_give_the_same_bytes_at_any_time_and_hash_seed(tmp_path: Path) -> None:
    code = (
        "import hashlib, time; time.time = lambda: 2e9\n"
        "from test_docx import resume, written; print(hashlib.sha256(resume() + written()).hexdigest())"
    )
    said = set()
    for seed in ("0", "7"):
        paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        command = [sys.executable, "-c", code]
        said.add(subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout)
    assert len(said) == 1
    assert resume() == resume()
    assert {one.date_time[0] for one in zipfile.ZipFile(io.BytesIO(resume())).infolist()} == {1980}


ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens spacing ind contextualSpacing jc textDirection outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs u lang",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name lvl",
    "numbering": "abstractNum num",
    "settings": "zoom defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
    "body": "p sectPr",
    "p": "pPr r hyperlink",
}
"""The children that an element may have here, in the order that the standard (ECMA-376, part 1) wants."""

FREE = {"p"}
"""Elements whose children stand in any order."""


@pytest.mark.parametrize("data", [resume(), resume(work_of(TITLED), paper="a4"), written()])
def test_the_parts_of_every_element_stand_in_the_standards_order(data: bytes) -> None:
    checked = set()
    for name in (name for name in parts(data) if name.startswith("word/") and name.endswith(".xml")):
        for element in part(data, name).iter(etree.Element):
            kind = etree.QName(element).localname
            if kind in ORDER:
                order = ORDER[kind].split()
                places = [order.index(etree.QName(child).localname) for child in element]
                assert kind in FREE or places == sorted(places), (name, etree.tostring(element))
                checked.add(kind)
    assert checked == set(ORDER)


def test_every_part_has_a_type_and_every_relation_leads_somewhere() -> None:
    data = resume()
    held = parts(data)
    types = {one.get("PartName") for one in part(data, "[Content_Types].xml") if one.get("PartName")}
    assert types == {f"/{name}" for name in held if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for name, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        for one in part(data, name):
            target = str(one.get("Target"))
            assert one.get("TargetMode") == "External" or folder + target in held or target.lstrip("/") in held


@pytest.mark.parametrize("name", ["Łukasz Żółć", "A & <B>", '"Q"'])
def test_a_name_is_title_and_author_as_it_is_written(name: str) -> None:
    core = part(resume(plan(profile=with_name(name))), "docProps/core.xml")
    assert name in [one.text for one in core]
