"""Texts of a profile in several languages: one is read, a missing one is a fault, none is mixed in."""

import pytest

from tailor.errors import InputError
from tailor.model.profile import Profile
from tailor.profile import check_profile, read_profile, schema

BOTH = """
basics:
  name: Ada Fictional
  label: {en: Data Engineer, de: Dateningenieurin}
  headlines: {en: [Platform Engineer], de: [Plattformingenieurin]}
  location: {city: {en: Munich, de: München}, countryCode: DE}
work:
  - name: Beispiel GmbH
    position: {en: Lead Engineer, de: Leitende Ingenieurin}
    startDate: 2021-03
    highlights:
      - {en: Led five engineers., de: Leitete fünf Personen.}
      - text: {en: Built 40 Kafka jobs., de: Baute 40 Kafka-Läufe., de-AT: Baute 40 Kafka-Läufe in Wien.}
        id: kafka
        variants: [{en: Kafka since 2021., de: Kafka seit 2021.}]
      - Terraform
skills:
  - name: {en: Data, de: Daten}
    keywords: {en: [Machine learning, Python], de: [Maschinelles Lernen, Python]}
languages: [{language: {en: German, de: Deutsch}, fluency: {en: native, de: Muttersprache}}]
breaks: [{text: {en: Parental leave, de: Elternzeit}, startDate: 2019, endDate: 2020}]
meta: {de: anything, x: [1]}
x-own: {en: kept out}
"""


def read(text: str = BOTH, lang: str | None = None) -> Profile:
    return read_profile(text.encode(), "profiles/ada.yaml", lang=lang)


def faults(text: str, lang: str | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text, lang)
    return [str(fault).partition("\n")[0] for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (None, ["Data Engineer", "Munich", "Lead Engineer", "Led five engineers.", "Built 40 Kafka jobs."]),
        ("en-GB", ["Data Engineer", "Munich", "Lead Engineer", "Led five engineers.", "Built 40 Kafka jobs."]),
        (
            "de",
            [
                "Dateningenieurin", "München", "Leitende Ingenieurin", "Leitete fünf Personen.",
                "Baute 40 Kafka-Läufe.",
            ],
        ),
        (
            "de-AT",
            [
                "Dateningenieurin", "München", "Leitende Ingenieurin", "Leitete fünf Personen.",
                "Baute 40 Kafka-Läufe in Wien.",
            ],
        ),
    ],
)  # fmt: skip
def test_each_text_is_read_in_the_language_wanted(lang: str | None, said: list[str]) -> None:
    profile = read(lang=lang)
    job = profile.section("work")[0]
    bullets = [one.text for one in job.bullets]
    assert [profile.basics.label, profile.basics.location, job.position, *bullets[:2]] == said
    assert bullets[2] == "Terraform"
    assert profile.lang == (lang or "en")


def test_lists_have_a_language_too() -> None:
    profile = read(lang="de")
    assert profile.skills[0].keywords == ("Maschinelles Lernen", "Python")
    assert profile.basics.headlines == ("Plattformingenieurin",)
    assert (profile.languages[0].name, profile.languages[0].fluency) == ("Deutsch", "Muttersprache")
    assert profile.section("breaks")[0].position == "Elternzeit"


def test_a_file_may_say_which_language_is_its_own() -> None:
    assert read(f"{BOTH}lang: de\n").basics.label == "Dateningenieurin"
    assert read(f"{BOTH}lang: de\n", "en").basics.label == "Data Engineer"
    (wrong,) = faults(f"{BOTH}lang: german\n")
    assert "documents cannot be written in 'german' (did you mean de?)" in wrong


@pytest.mark.parametrize(
    ("old", "new", "lang", "told"),
    [
        ("de: Daten}", "}", "de", "profiles/ada.yaml:18:11: no German text here (write de: …)"),
        ("de: Daten}", "de: }", "de", "18:11: no German text here (write de: …)"),
        ("de: [Maschinelles Lernen, Python]", "", "de", "19:15: no German text here (write de: …)"),
        ("{en: German, de: Deutsch}", "{de: Deutsch}", "en", "no English text here (write en: …)"),
        ("de: Daten}", "ger: Daten}", "de", "18:22: unknown language 'ger' (did you mean 'de'?)"),
        ("de: Daten}", "German: Daten}", "en", "unknown language 'German' (did you mean 'de'?)"),
        ("de: Daten}", "DE: Daten}", "en", "unknown language 'DE' (did you mean 'de'?)"),
        ("de: Daten}", "it: Dati}", "en", "these keys only: de, en, es, fr"),
        ("de: Daten}", "de: {a: b}}", "en", "18:26: a text is expected here, or a list of texts"),
        ("- text: {en", "- id: q\n        de: {en", "en", "unknown language 'id'"),
        (
            "highlights:\n      - {en: Led five engineers., de: Leitete fünf Personen.}",
            "highlights: {en: [a], de: [b]}\n    x:",
            "en",
            "bullets are translated one by one",
        ),
    ],
)
def test_what_is_not_there_in_a_language_is_told_with_its_place(old: str, new: str, lang: str, told: str) -> None:
    assert old in BOTH
    found = faults(BOTH.replace(old, new), lang)
    assert any(told in fault for fault in found), found


def test_a_missing_language_is_one_fault_for_each_text_and_nothing_else() -> None:
    found = faults(BOTH, "fr")
    assert len(found) == 12
    assert all("no French text here (write fr: …)" in fault for fault in found)


def test_a_plain_text_serves_every_language() -> None:
    plain = "basics: {name: Ada}\nwork: [{name: Werk, highlights: [Tests: none]}]".replace("Tests: none", "Done.")
    assert [read(plain, lang).bullets[0].text for lang in ("en", "de", "fr", "es")] == ["Done."] * 4
    assert read(plain, "fr").versions == ()


def test_the_other_languages_stand_beside_and_are_whole() -> None:
    profile = read(BOTH.replace("variants: [{en: Kafka since 2021., de: Kafka seit 2021.}]", ""), "de")
    (english,) = profile.versions
    assert (english.lang, english.basics.label) == ("en", "Data Engineer")
    assert [one.path for one in english.bullets] == [one.path for one in profile.bullets]
    half = read(BOTH.replace("{en: Led five engineers., de: Leitete fünf Personen.}", "{de: Leitete fünf.}"), "de")
    assert half.versions[0].bullets[0].text == "Leitete fünf."


@pytest.mark.parametrize("name", ["Beispiel Lead", "Beispiel Leitende", "beispiel gmbh ingenieurin"])
def test_an_entry_is_called_as_in_any_language(name: str) -> None:
    for lang in ("en", "de"):
        assert [one.path for one in read(lang=lang).entries_called(name)] == ["work[0]"]


@pytest.mark.parametrize(("lang", "words"), [("de", "leitete fünf"), ("en", "led five"), ("de", "kafka")])
def test_a_bullet_is_named_by_its_words_in_the_language_read(lang: str, words: str) -> None:
    assert len(read(lang=lang).named(words)) == 1
    assert not read(lang="de").named("led five")


@pytest.mark.parametrize(
    ("language", "compared"), [("de", "de"), ("en", "en"), ("it", "en"), ("EN-us", "en"), ("", "en")]
)
def test_a_posting_is_compared_in_its_language_else_in_english(language: str, compared: str) -> None:
    for lang in ("en", "de"):
        assert read(lang=lang).in_words_of(language).lang == compared


def test_checking_a_file_tells_the_faults_of_all_its_languages() -> None:
    check_profile(BOTH.encode(), "ada.yaml")
    lacking = BOTH.replace("de: Daten}", "}").replace("{en: German, de: Deutsch}", "{de: Deutsch}")
    with pytest.raises(InputError) as caught:
        check_profile(lacking.encode(), "ada.yaml")
    assert [fault.problem for fault in caught.value.faults] == ["no German text here", "no English text here"]


def test_the_schema_takes_a_text_in_one_language_or_in_several() -> None:
    made = schema()
    single, several = made["$defs"]["Text"]["anyOf"]
    assert single == {"type": ["string", "number"]}
    assert set(several["properties"]) == {"de", "en", "es", "fr"}
    assert several["additionalProperties"] is False
    assert made["$defs"]["HighlightShape"]["properties"]["text"]["$ref"] == "#/$defs/Text"
    assert "tailor:" not in str(made)
    assert made["$defs"]["HighlightShape"]["properties"]["id"]["anyOf"][0] == single
