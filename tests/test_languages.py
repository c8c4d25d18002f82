"""Documents in English, German, French and Spanish: labels, dates, names of files, and what is compared."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from match_builders import TODAY, find, posting
from render_builders import STYLE, plan

from tailor import render, resources
from tailor.errors import ChoiceError
from tailor.match import rank
from tailor.model.profile import Date, Profile
from tailor.profile import read_profile
from tailor.render.dates import date_text, expiry_text, labels, period_text

THEME = render.read_theme("classic")
OTHERS = [code for code in resources.document_languages() if code != "en"]
MARCH, NINTH, FIRST = Date(year=2021, month=3), Date(year=2027, month=4, day=9), Date(year=2027, month=4, day=1)


def keys_of(node: object, path: str = "") -> set[str]:
    """The paths of all keys of a word list, those of regions left out."""
    if not isinstance(node, dict):
        return {path}
    return set().union(*(keys_of(value, f"{path}.{key}") for key, value in node.items() if key != "regions"))


@pytest.mark.parametrize("code", OTHERS)
def test_every_language_has_every_label(code: str) -> None:
    english, other = (resources.language_data(one, "labels.yaml") for one in ("en", code))
    forms = {".dates.first", ".dates.expires_month"}
    assert keys_of(other) - forms == keys_of(english)
    assert len(other["months"]) == len(set(other["months"])) == 12
    for part in ("titles", "lines", "dates", "details", "row_details"):
        for key, form in english[part].items():
            assert set(re.findall(r"{(\w+)", other[part][key])) == set(re.findall(r"{(\w+)", form)), (part, key)


@pytest.mark.parametrize("code", resources.document_languages())
def test_what_differs_in_a_region_is_a_label_that_there_is(code: str) -> None:
    words = resources.language_data(code, "labels.yaml")
    for region in words["regions"]:
        own = {key: value for key, value in region.items() if key != "of"}
        assert keys_of(own) <= keys_of(words)
        assert all(re.fullmatch("[A-Z]{2}", one) for one in region["of"])


# The names and orders of the Unicode CLDR 47, but for French "1er", which it leaves to the writer, the points of
# Spanish abbreviations, which the academy asks for, and German, which follows the custom of resumes and DIN 5008.
@pytest.mark.parametrize(
    ("lang", "months", "period", "day", "first", "expires"),
    [
        (
            "en",
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "Mar 2021 – Present",
            "Apr 9, 2027",
            "Apr 1, 2027",
            "expires Apr 9, 2027",
        ),
        (
            "en-GB",
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "Mar 2021 – Present",
            "9 Apr 2027",
            "1 Apr 2027",
            "expires 9 Apr 2027",
        ),
        (
            "de",
            "01/ 02/ 03/ 04/ 05/ 06/ 07/ 08/ 09/ 10/ 11/ 12/",
            "03/2021 – heute",
            "09.04.2027",
            "01.04.2027",
            "gültig bis 09.04.2027",
        ),
        (
            "de-AT",
            "01/ 02/ 03/ 04/ 05/ 06/ 07/ 08/ 09/ 10/ 11/ 12/",
            "03/2021 – heute",
            "09.04.2027",
            "01.04.2027",
            "gültig bis 09.04.2027",
        ),
        (
            "fr",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "mars 2021 – aujourd'hui",
            "9 avr. 2027",
            "1er avr. 2027",
            "valable jusqu'au 9 avr. 2027",
        ),
        (
            "fr-CA",
            "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.",
            "mars 2021 – aujourd'hui",
            "9 avr. 2027",
            "1er avr. 2027",
            "valable jusqu'au 9 avr. 2027",
        ),
        (
            "es",
            "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
            "mar. 2021 – actualidad",
            "9 abr. 2027",
            "1 abr. 2027",
            "vigente hasta el 9 abr. 2027",
        ),
        (
            "es-MX",
            "ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic.",
            "mar. 2021 – actualidad",
            "9 abr. 2027",
            "1 abr. 2027",
            "vigente hasta el 9 abr. 2027",
        ),
    ],
)
def test_dates_are_written_as_in_the_country(  # noqa: PLR0913, PLR0917 - one column each
    lang: str, months: str, period: str, day: str, first: str, expires: str
) -> None:
    assert [date_text(Date(year=2021, month=at), lang) for at in range(1, 13)] == [
        f"{month} 2021".replace("/ ", "/") for month in months.split()
    ]
    assert period_text(MARCH, None, lang) == period
    assert (date_text(NINTH, lang), date_text(FIRST, lang), expiry_text(NINTH, lang)) == (day, first, expires)
    assert date_text(Date(year=2021), lang) == "2021"


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "valable jusqu'en avr. 2027"), ("es", "vigente hasta abr. 2027"), ("de", "gültig bis 04/2027")],
)
def test_an_expiry_without_a_day_is_said_as_such(lang: str, text: str) -> None:
    assert expiry_text(Date(year=2027, month=4), lang) == text


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "de",
            [
                "Profil", "Nachweise", "Berufserfahrung", "03/2021 – heute", "Projekte", "Ausbildung",
                "06/2016", "University of Lund · Gesamtnote 3.9/4.0", "Inhalte: Time series, Survey design",
                "Ehrenamtliches Engagement", "Kenntnisse", "Sprachen", "Auszeichnungen",
                "Deck Officer Class 5, Maritime Authority, Norway, Nr. D-77, 2019, gültig bis 01.04.2027",
            ],
        ),
        (
            "fr",
            [
                "Habilitations", "Expérience professionnelle", "mars 2021 – aujourd'hui", "Formation", "Bénévolat",
                "Cours : Time series, Survey design", "Languages : C++, CI/CD, incident response", "Langues",
                "Deck Officer Class 5, Maritime Authority, Norway, n° D-77, 2019, valable jusqu'au 1er avr. 2027",
            ],
        ),
        (
            "es",
            [
                "Licencias", "Experiencia profesional", "mar. 2021 – actualidad", "Formación académica",
                "Voluntariado", "University of Lund · nota media 3.9/4.0", "Competencias", "Idiomas", "Premios",
            ],
        ),
        ("en-GB", ["Licences", "Mar 2021 – Present"]),
        ("de-CH", ["Nachweise", "Aus- und Weiterbildung", "Freiwilligenarbeit"]),
        ("fr-CA", ["Permis", "Cours : Time series, Survey design", "Prix et distinctions"]),
        ("es-MX", ["Experiencia laboral", "University of Lund · promedio 3.9/4.0", "Habilidades"]),
    ],
)  # fmt: skip
def test_a_resume_has_the_labels_of_its_language(lang: str, lines: list[str]) -> None:
    said = render.resume(plan(), THEME, replace(STYLE, lang=lang), "txt").splitlines()
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_english_label_stands_in_another_language(code: str) -> None:
    known = labels(code)
    english = [line for line in render.resume_lines(plan(), STYLE) if line.sources[0].startswith("label:")]
    other = render.resume_lines(plan(), replace(STYLE, lang=code))
    headings = [line.text for line in other if line.sources[0].startswith("label:")]
    assert len(headings) == len(english)
    assert set(headings) <= {*known["sections"].values(), *known["credentials"].values()}
    assert f'<html lang="{code}">' in render.resume(plan(), THEME, replace(STYLE, lang=code), "html")


@pytest.mark.parametrize(
    ("text", "tag"),
    [("de", "de"), ("DE", "de"), ("de_at", "de-AT"), ("en-gb", "en-GB"), ("xx", ""), ("german", ""), ("", "")],
)
def test_a_language_is_told_by_its_tag(text: str, tag: str) -> None:
    assert resources.language_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "meant"),
    [("german", "did you mean de"), ("Français", "did you mean fr"), ("it", "choose one of: de, en, es, fr")],
)
def test_a_language_there_is_not_is_told_with_those_there_are(text: str, meant: str) -> None:
    with pytest.raises(ChoiceError, match=meant):
        labels(text)


TWO = """
basics: {name: Ada, label: {en: Data Engineer, de: Dateningenieurin}}
work:
  - name: Werk
    startDate: 2020
    highlights:
      - {en: Ordered cakes for the summer party., de: Kuchen für das Sommerfest bestellt.}
      - text: {en: Trained models for demand forecasts., de: Modelle für die Absatzplanung trainiert.}
        variants: [{en: Forecast demand with machine learning in Python., de: Absatz mit Modellen vorhergesagt.}]
"""


def german() -> Profile:
    return read_profile(TWO.encode(), "ada.yaml", lang="de")


def test_an_english_posting_is_compared_with_the_english_words_and_told_in_those_printed() -> None:
    asked = posting("Machine learning in Python for demand forecasts")
    ranking = rank(asked, german(), find, today=TODAY)
    english = rank(asked, read_profile(TWO.encode(), "ada.yaml"), find, today=TODAY)
    assert [one.score for one in ranking.bullets] == [one.score for one in english.bullets]
    assert [one.bullet for one in ranking.bullets] == [german().bullets[1], german().bullets[0]]
    assert ranking.bullets[0].wording == "Absatz mit Modellen vorhergesagt."
    assert ranking.bullets[0].entry == german().entries[0]
    assert ranking.matches == english.matches


POSTING = "Data Engineer\n\nMusterwerk, Graz\n\nRequirements\n- Models for demand forecasts\n"


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of a person with two languages and one posting; the test stands in it."""
    for name, text in {"profiles/ada.yaml": TWO, "postings/werk.txt": POSTING}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.txt") if path.parent != folder}


def test_resume_and_letter_are_made_in_the_language_asked_for(two: Path, tailor) -> None:
    done = tailor("build", "--lang", "de", "--out", two / "out", "--format", "txt")
    assert (done.code, done.err) == (0, "")
    files = made(two / "out")
    stem = "Ada-Data-Engineer-Musterwerk"
    assert set(files) == {f"{stem}-Lebenslauf.txt", f"{stem}-Anschreiben.txt", "gap-report.txt"}
    assert "Bewerbung als Data Engineer" in files[f"{stem}-Anschreiben.txt"]
    assert "Berufserfahrung" in files["Ada-Data-Engineer-Musterwerk-Lebenslauf.txt"]
    assert "Absatz" in files["Ada-Data-Engineer-Musterwerk-Lebenslauf.txt"]
    assert "2020 – heute" in files["Ada-Data-Engineer-Musterwerk-Lebenslauf.txt"]


def test_no_letter_is_drafted_in_a_language_that_the_profile_is_not_written_in(two: Path, tailor) -> None:
    done = tailor("build", "--lang", "fr", "--out", two / "out", "--format", "txt")
    assert "no French text here" in done.err
    (two / "profiles/ada.yaml").write_text("basics: {name: Ada}\nwork: [{name: Werk}]\n", encoding="utf-8")
    done = tailor("build", "--lang", "de", "--out", two / "out", "--format", "txt")
    assert done.code == 0
    assert "no letter is drafted in German: nothing in profiles/ada.yaml is said to be German" in done.err
    assert "(write texts as {en: …, de: …}, or `lang: de` where all of it is)" in done.err
    assert "no letter" in done.out
    done = tailor("letter", "--lang", "de", "--out", two / "out", "--format", "txt")
    assert (done.code, done.out) == (2, "")


def test_a_language_without_patterns_has_no_letters(two: Path, tailor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "has_letters", lambda lang: lang == "en")
    done = tailor("letter", "--lang", "de", "--out", two / "out", "--format", "txt")
    assert (done.code, done.out) == (2, "")
    assert "no letter is drafted in German, only in English (--lang en makes an English one)" in done.err


@pytest.mark.parametrize(
    ("front", "words", "name"),
    [
        ("lang: de", (), "Lebenslauf"),
        ("lang: de", ("--lang", "en"), "Resume"),
        ("lang: en-GB", (), "CV"),
        ("status: open", (), "Resume"),
    ],
)
def test_the_record_says_the_language_and_the_option_wins(
    front: str, words: tuple[str, ...], name: str, two: Path, tailor
) -> None:
    (two / "postings/werk.md").write_text(f"---\n{front}\nposting: werk.txt\n---\n", encoding="utf-8")
    done = tailor("resume", *words, "--out", two / "out", "--format", "txt")
    assert done.code == 0
    assert done.out.strip().endswith(f"{name}.txt")


def test_the_postings_own_language_is_no_wish(two: Path, tailor) -> None:
    text = "Dateningenieur (m/w/d)\n\nWerk GmbH, Graz\n\nIhr Profil\n- Erfahrung mit der Absatzplanung\n"
    (two / "postings/werk.txt").write_text(text, encoding="utf-8")
    done = tailor("resume", "--out", two / "out", "--format", "txt")
    assert "Work Experience" in next(iter(made(two / "out").values()))
    assert done.code == 0


def test_a_language_that_is_missing_or_unknown_stops_with_its_place(two: Path, tailor) -> None:
    done = tailor("resume", "--lang", "fr", "--out", two / "out")
    assert done.code == 1
    assert "ada.yaml:2:28: no French text here (write fr: …)" in done.err
    assert tailor("resume", "--lang", "klingon", "--out", two / "out").code == 2
    (two / "postings/werk.md").write_text("---\nlang: german\nposting: werk.txt\n---\n", encoding="utf-8")
    done = tailor("validate")
    assert "werk.md:2:7: documents cannot be written in 'german' (did you mean de?)" in done.err


def test_validate_reads_every_language_and_the_settings_own(two: Path, tailor) -> None:
    assert tailor("validate").code == 0
    text = TWO.replace("{en: Ordered cakes for the summer party., de: Kuchen", "{de: Kuchen")
    (two / "profiles/ada.yaml").write_text(text, encoding="utf-8")
    assert "ada.yaml:7:9: no English text here (write en: …)" in tailor("validate").err
    (two / "tailor.yaml").write_text("lang: deutsch\n", encoding="utf-8")
    assert "tailor.yaml:1:7: documents cannot be written in 'deutsch' (did you mean de?)" in tailor("validate").err


def test_what_was_made_in_another_language_is_made_again_the_same(two: Path, tailor) -> None:
    tailor("build", "--lang", "de", "--out", two / "out", "--format", "txt")
    assert tailor("verify", two / "out").code == 0
    done = tailor("build", "--lang", "de", "--out", two / "out", "--format", "txt", "--dry-run")
    assert "up to date" in done.out
    assert tailor("build", "--out", two / "out", "--format", "txt").code == 0
    assert {name.rpartition("-")[2] for name in made(two / "out")} == {"Resume.txt", "Letter.txt", "report.txt"}


@pytest.mark.parametrize("lang", ["en", "de"])
def test_pins_and_edits_name_bullets_by_the_words_printed(lang: str, two: Path, tailor) -> None:
    words = {"en": "Ordered cakes", "de": "Kuchen für das"}[lang]
    record = f"---\nlang: {lang}\nposting: werk.txt\ndrop: [{words}]\n---\n"
    (two / "postings/werk.md").write_text(record, encoding="utf-8")
    tailor("resume", "--out", two / "out", "--format", "txt")
    (text,) = made(two / "out").values()
    assert not re.search("cakes|Kuchen", text)
    assert re.search("demand|Absatz", text)


@pytest.mark.parametrize("name", render.theme_names())
def test_small_capitals_are_whole_in_german(name: str) -> None:
    css = "".join(text for file, text in render.read_theme(name).files if file.endswith(".css"))
    assert ("small-caps" in css) <= ('"locl" 0' in css)
