"""A person for each language but English, built whole and printed in every theme: no word of another language."""

import json
import re
from pathlib import Path

import pytest
import yaml
from round_trip_cases import SPEAKERS, THEMES, as_file, printed, profile_of, reader_of
from sample_workspace import ROOT
from test_golden import words_of

from tailor import resources
from tailor.__main__ import main
from tailor.check import findings, losses, read_back, read_print, readers
from tailor.plan import read_kind

CASES = ROOT / "tests" / "languages"
in_every_theme = pytest.mark.parametrize(
    ("theme", "lang"), [(theme, lang) for theme in THEMES for lang in SPEAKERS]
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder that a build makes for each person and a posting in their language."""
    work = tmp_path_factory.mktemp("languages")
    for name in ("profiles", "postings"):
        (work / name).mkdir()
    for lang in SPEAKERS:
        (work / "profiles" / f"{lang}.yaml").write_bytes((CASES / f"{lang}.yaml").read_bytes())
        for name in (f"{lang}.txt", f"{lang}.md"):
            (work / "postings" / name).write_bytes((CASES / name).read_bytes())
    patch = pytest.MonkeyPatch()
    patch.chdir(work)
    with pytest.raises(SystemExit) as ended:
        main(["build", "--as-of", "2026-03-09", "--format", "pdf,txt"])
    patch.undo()
    assert ended.value.code == 0
    return {path.parent.parent.name: path.parent for path in work.rglob("manifest.json")}


def label_words(lang: str) -> set[str]:
    """The words that documents print in a language and nobody wrote."""
    labels = resources.language_data(lang, "labels.yaml")
    parts = {key: part for key, part in labels.items() if key not in ("names", "regions", "spelled")}
    return words_of(re.sub(r"{\w+[^}]*}", " ", yaml.safe_dump(list(map(str, values(parts))), allow_unicode=True)))


def letter_words(lang: str) -> set[str]:
    """The words that a language's letters are joined with."""
    data = resources.language_data(lang, "letter.yaml")
    parts = [
        data[key]
        for key in (
            "months",
            "date",
            "date_place",
            "salutation",
            "subject",
            "subject_line",
            "patterns",
            "closing_word",
            "enclosures",
            "forms",
            "list_and",
        )
        if key in data
    ]
    return words_of(
        re.sub(r"{\w+}|\\\\[gn1]<?0?>?", " ", " ".join(str(one) for part in parts for one in values(part)))
    )


def values(node: object) -> list[object]:
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else None
    return [node] if inner is None else [value for one in inner for value in values(one)]


def test_every_language_has_a_person(built: dict[str, Path]) -> None:
    assert {"en", *SPEAKERS} == set(resources.document_languages())
    assert set(built) == set(SPEAKERS)


@pytest.mark.parametrize("kind", ["resume", "letter"])
@pytest.mark.parametrize("lang", SPEAKERS)
def test_a_page_reads_as_before(lang: str, kind: str, built: dict[str, Path], golden) -> None:
    called = resources.language_data(lang, "labels.yaml")["files"][kind]
    text = next(built[lang].glob(f"*-{called}.txt")).read_text(encoding="utf-8")
    golden(f"language-{lang}.{kind}.txt", text)


@pytest.mark.parametrize("lang", SPEAKERS)
def test_all_words_are_the_persons_or_the_languages_own(lang: str, built: dict[str, Path]) -> None:
    kept = json.loads((built[lang] / "manifest.json").read_text(encoding="utf-8"))
    written = [(CASES / f"{lang}.{ending}").read_text(encoding="utf-8") for ending in ("yaml", "md", "txt")]
    own = words_of(" ".join(written)) | letter_words(lang)
    assert kept["asks"] == kept["lost_in_reading_back"] == []
    assert len(kept["lines"]) > 20
    for line in kept["lines"]:
        unknown = words_of(line["text"]) - own - label_words(lang)
        assert not [word for word in unknown if not word.isdigit()], line["text"]


@in_every_theme
def test_every_line_comes_back_from_every_reader_and_the_check_finds_nothing(theme: str, lang: str) -> None:
    document = printed(theme, lang, "resume", "a4")
    assert read_back(document.pdf, document.lines) == ()
    lost = {one.name: found for one in readers() if (found := losses(one.read(document.pdf), document.lines))}
    assert lost == {}
    assert [one.kind for one in findings(read_print(document.pdf, "printed.pdf"))] == []


@pytest.mark.parametrize("theme", THEMES)
def test_letters_come_back_from_paper_in_every_theme(
    theme: str, built: dict[str, Path], tailor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(next(iter(built.values())).parents[2])
    done = tailor("letter", "--as-of", "2026-03-09", "--theme", theme, "--format", "pdf", "--out", theme)
    assert done.code == 0
    assert len([line for line in done.out.splitlines() if line.endswith(".pdf")]) == len(SPEAKERS)


@in_every_theme
def test_a_pdf_says_its_language_and_conforms(theme: str, lang: str, tmp_path: Path) -> None:
    import page

    document = printed(theme, lang, "resume", "a4")
    told = reader_of(document)
    assert (told.trailer["/Root"]["/Lang"], round(told.pages[0].mediabox.width)) == (lang, 595)
    assert told.metadata is not None
    title = resources.language_data(lang, "labels.yaml")["titles"]["resume"]
    assert told.metadata.title == title.format(name=profile_of(lang).basics.name)
    report = page.validate_pdf(as_file(tmp_path, document), profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


@pytest.mark.parametrize("lang", resources.document_languages())
@pytest.mark.parametrize("kind", resources.kind_names())
def test_every_heading_and_detail_of_a_kind_has_its_word(kind: str, lang: str) -> None:
    words, whole = resources.language_data(lang, "labels.yaml"), read_kind(kind)
    assert {label for _, label in whole.headings} | set(whole.sections) <= set(words["sections"])
    assert set(whole.details) - {"scope", "authors"} <= set(words["details"])
