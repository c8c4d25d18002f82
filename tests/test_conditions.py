"""Lines and the conditions they name: kinds, details, hard lines outside the lists, ways side by side."""

import pytest

from tailor.model.posting import Knockout, KnockoutKind
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.requirements import build_posting
from tailor.requirements.conditions import conditions_in, details_of, is_hard


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Valid RN license in the state of Oregon", "licence"),
        ("Must be registered with the NMC", "licence"),
        ("Licensed plumber in good standing", "licence"),
        ("Qualified Teacher Status (QTS)", "licence"),
        ("BLS and ACLS at hire", "certificate"),
        ("Current First Aid certificate", "certificate"),
        ("Active Secret clearance", "clearance"),
        ("Able to obtain and maintain a TS/SCI clearance", "clearance"),
        ("U.S. citizenship is required", "citizenship"),
        ("Must be an Irish or EU citizen", "citizenship"),
        ("Authorized to work in the United States without sponsorship", "permit"),
        ("Right to work in the UK", "permit"),
        ("We are unable to sponsor visas", "permit"),
        ("Visa sponsorship is not available", "permit"),
        ("Bachelor's degree in chemistry", "degree"),
        ("Completed apprenticeship as a joiner", "degree"),
        ("PhD in linguistics", "degree"),
        ("Fluent Spanish", "language"),
        ("English C1 and German B2", "language"),
        ("Bilingual in French and English", "language"),
        ("5+ years of experience in logistics", "years"),
        ("At least two years as a sous chef", "years"),
        ("Valid driver's license", "driving"),
        ("Full UK driving licence", "driving"),
        ("CDL Class A", "driving"),
        ("Willing to travel up to 30% of the time", "travel"),
        ("Must be willing to relocate to Halifax", "relocation"),
        ("Must live within 30 miles of the depot", "relocation"),
        ("Work weekends and bank holidays", "shift"),
        ("Night shifts on a rota", "shift"),
        ("Registered nurse with 3 years in a ward", "licence years"),
        ("Valid driver's license and willingness to travel", "driving travel"),
        ("Full driving licence and right to work in Ireland", "permit driving"),
        ("RN licence, BLS certification and night shifts", "licence certificate shift"),
    ],
)
def test_a_line_names_its_conditions(line: str, kinds: str) -> None:
    assert " ".join(conditions_in(line, ("en",))) == kinds


@pytest.mark.parametrize(
    "line",
    [
        "Master's degree preferred",
        "A driving licence would be an advantage",
        "Spanish is a plus",
        "A PhD is nice to have",
        "No degree required",
        "Citizenship is not required",
        "Travel expenses paid",
        "Relocation assistance available",
        "Visa sponsorship is available",
        "No weekends, no nights",
        "Paid overtime and holiday pay",
        "We will train you to get your forklift licence",
        "Equal opportunity regardless of citizenship",
        "High degree of autonomy",
        "Sell event tickets at the door",
        "Customs clearance of goods",
        "Driving change in the team",
        "Programming languages such as Erlang",
        "Patience with wool",
    ],
)
def test_a_wish_a_denial_or_a_word_alike_is_no_condition(line: str) -> None:
    assert conditions_in(line, ("en",)) == ()


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Master's degree preferred; valid driver's license required", ("driving",)),
        ("2 years of experience, ideally in retail", ("years",)),
        ("Bachelor's degree (master's preferred)", ("degree",)),
        ("Full driving licence, Spanish a plus", ("driving",)),
        ("Full driving licence; no travel", ("driving",)),
    ],
)
def test_a_wish_or_denial_reaches_no_further_than_its_part(line: str, kinds: tuple[str, ...]) -> None:
    assert conditions_in(line, ("en",)) == kinds


@pytest.mark.parametrize(
    ("line", "kind", "details"),
    [
        ("Valid RN license in the state of Oregon", "licence", {"state": "Oregon"}),
        ("Must be registered with the NMC", "licence", {"body": "NMC"}),
        ("Current First Aid certificate", "certificate", {"expiry": "Current", "name": "First Aid"}),
        ("Able to obtain a TS/SCI clearance", "clearance", {"level": "TS/SCI"}),
        ("A driver's license (class C)", "driving", {"class": "class C"}),
        ("Degree in marine biology or a related field", "degree", {"field": "marine biology"}),
        ("5+ years of experience in logistics", "years", {"years": "5+ years", "domain": "logistics"}),
        ("At least two years as a sous chef", "years", {"years": "two years"}),
        ("B2 level Dutch", "language", {"language": "Dutch", "level": "B2"}),
        ("Willing to travel up to 30% of the time", "travel", {"share": "30%"}),
        ("Night shifts on a rota", "shift", {}),
    ],
)
def test_details_are_the_lines_own_words(line: str, kind: KnockoutKind, details: dict[str, str]) -> None:
    assert dict(details_of(line, kind, ("en",))) == details


THREE_YEARS = {
    "de": "Drei Jahre Erfahrung",
    "fr": "Trois ans d'expérience",
    "es": "Tres años de experiencia",
    "nl": "Drie jaar ervaring als kok",
    "it": "Tre anni di esperienza",
    "pt": "Três anos de experiência",
}


@pytest.mark.parametrize(
    ("code", "line", "kinds"),
    [
        ("de", "Approbation als Ärztin", "licence"),
        ("de", "Führerschein Klasse B", "driving"),
        ("de", "Bereitschaft zu Schichtarbeit und Wochenenddienst", "shift"),
        ("de", "Führerschein wünschenswert", ""),
        ("de", "Kein Studium erforderlich", ""),
        ("de", "Reisekosten werden übernommen", ""),
        ("fr", "Permis B", "driving"),
        ("fr", "Inscription à l'Ordre des pharmaciens", "licence"),
        ("fr", "Habilitation secret défense", "clearance"),
        ("fr", "Titre de séjour autorisant à travailler", "permit"),
        ("fr", "Anglais apprécié", ""),
        ("fr", "Aucun diplôme exigé", ""),
        ("es", "Carnet de conducir B", "driving"),
        ("es", "Permiso de trabajo en España", "permit"),
        ("es", "Disponibilidad para viajar", "travel"),
        ("es", "Se valorará inglés", ""),
        ("es", "No se requiere titulación", ""),
        ("nl", "Rijbewijs B", "driving"),
        ("nl", "BIG-registratie als verpleegkundige", "licence"),
        ("nl", "Nederlandse nationaliteit", "citizenship"),
        ("nl", "Bereid om te verhuizen naar Zwolle", "relocation"),
        ("nl", "Rijbewijs B is een pré", ""),
        ("nl", "Geen diploma vereist", ""),
        ("it", "Patente B", "driving"),
        ("it", "Iscrizione all'Albo degli infermieri", "licence"),
        ("it", "Disponibilità a turni notturni", "shift"),
        ("it", "Patente di guida B gradita", ""),
        ("it", "Non è richiesta la laurea", ""),
        ("pt", "Carta de condução B", "driving"),
        ("pt", "Inscrição na Ordem dos Médicos", "licence"),
        ("pt", "Disponibilidade para viajar", "travel"),
        ("pt", "Carta de condução é uma mais-valia", ""),
        ("pt", "Não é exigida licenciatura", ""),
        *[(code, line, "years") for code, line in THREE_YEARS.items()],
    ],
)
def test_other_languages_name_theirs(code: str, line: str, kinds: str) -> None:
    assert " ".join(conditions_in(line, ("en", code))) == kinds


@pytest.mark.parametrize(
    ("code", "line", "kind", "details"),
    [
        ("de", "Sehr gute Deutschkenntnisse (C1)", "language", {"language": "Deutsch", "level": "C1"}),
        ("de", "Gültiger Staplerschein", "certificate", {"expiry": "Gültiger", "name": "Staplerschein"}),
        ("fr", "Déplacements fréquents (50 %)", "travel", {"share": "50 %"}),
        ("fr", "Permis B", "driving", {"class": "B"}),
        ("es", "Inglés fluido", "language", {"language": "Inglés", "level": "fluido"}),
        ("nl", "Minimaal 3 jaar ervaring als kok", "years", {"years": "3 jaar", "domain": "kok"}),
    ],
)
def test_details_of_other_languages(code: str, line: str, kind: KnockoutKind, details: dict[str, str]) -> None:
    assert dict(details_of(line, kind, ("en", code))) == details


@pytest.mark.parametrize("code", ["de", "fr", "es", "nl"])
def test_a_language_is_read_only_where_it_is_spoken(code: str) -> None:
    foreign = {"de": "Führerschein", "fr": "Habilitation secret défense", "es": "Nacionalidad", "nl": "Rijbewijs"}
    assert len(conditions_in(foreign[code], ("en", code))) == 1
    assert conditions_in(foreign[code], ("en",)) == ()


@pytest.mark.parametrize(
    ("line", "kind", "hard"),
    [
        ("You must hold a driving licence", "driving", True),
        ("A driving licence is handy", "driving", False),
        ("Occasional travel is part of the role", "travel", True),
        ("Citizenship is part of the role", "citizenship", False),
        ("We cannot sponsor visas", "permit", True),
    ],
)
def test_hours_are_conditions_by_softer_words(line: str, kind: KnockoutKind, *, hard: bool) -> None:
    assert is_hard(line, kind, ("en",)) is hard


MILL = """# Weaver in Leith

Heather Mill weaves cloth for tailors. Occasional travel to Skye is part of the role. Travel made us great.

## Requirements
- Bachelor's degree in textile design; or
- Five years of experience with looms
- Full UK driving licence

## Nice to have
- Fluent Gaelic

## Duties
- Tune the looms, and you must work night shifts on a rota
- Teach apprentices who must have a degree

We are an equal opportunity employer and must disregard citizenship.
"""


def stops(text: str) -> dict[KnockoutKind, Knockout]:
    (page,) = read_pages(text.encode(), "mill.md")
    found = build_posting(page, read_posting(page), lambda _text, _role: ()).knockouts
    assert len({stop.kind for stop in found}) == len(found)
    return {stop.kind: stop for stop in found}


def test_a_posting_is_stopped_by_its_lists_hard_duties_and_hard_sentences() -> None:
    found = stops(MILL)
    assert list(found) == ["travel", "degree", "years", "driving", "shift"]
    assert found["travel"].requirement.text == "Occasional travel to Skye is part of the role."
    assert (found["travel"].requirement.id, found["driving"].requirement.id) == ("k1", "r3")
    assert found["shift"].requirement.need == "responsibility"


def test_one_of_several_ways_is_not_alone() -> None:
    assert {kind for kind, stop in stops(MILL).items() if not stop.alone} == {"degree", "years"}
    assert stops(MILL.replace("; or", ""))["degree"].alone


def test_a_kind_that_a_list_tells_is_not_told_again_in_prose() -> None:
    told = stops(MILL.replace("Full UK driving licence", "Willing to travel"))
    assert told["travel"].requirement.id == "r3"
