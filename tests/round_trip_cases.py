"""People whose whole profiles are printed in every theme: the repository's two, three with hard text, and one
for each language but English, whose resumes are in it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pypdf
from render_builders import STYLE, letter, plan
from sample_workspace import AS_OF, ROOT

from tailor import render
from tailor.model.document import PrintedLine
from tailor.model.plan import Plan, PlannedEntry, PlannedLine, SkillLine, SkillTerm
from tailor.model.profile import Bullet, Entry, Profile
from tailor.pdf import Press
from tailor.plan import read_kind
from tailor.profile import read_profile

SECTIONS = (
    "summary", "work", "breaks", "projects", "volunteer", "education", "skills", "credentials", "languages",
    "awards", "publications", "interests",
)  # fmt: skip

_ACCENTS = """
basics:
  name: Łukasz Þórsson-Őry
  label: Efficiency & Workflow Engineer
  email: lukasz@example.com
  phone: "+48 22 555 01 34"
  url: https://example.com/lukasz-thorsson-ory
  location: {city: Kraków, countryCode: PL}
  summaries: ["Naïve façades, coöperative œuvres: žluťoučký kůň úpěl ďábelské ódy, ½ – ¾ of “it” for €5 (÷ 2)."]
work:
  - name: Škoda & Søn A/S – Ålesund
    position: Office Flow Officer
    startDate: 2019-03
    highlights:
      - Raised efficiency of the office's first-floor CI/CD flow by 12.5%, to 90%, in order-to-cash and I/O.
      - Kept 99.9% of C++/C# builds green; cut p95 from 1,200 ms to ≤ 300 ms (−75%), at “no cost”… and no fuss.
      - Wrote Ægir, a TCP/IP-over-the-air client.
education:
  - {institution: Université de Nîmes, studyType: M.Sc., area: Informatique, endDate: 2018, score: "17.5/20"}
skills:
  - {name: Languages, keywords: [C++, "C#", F#, .NET, Node.js, "R&D", "CI/CD", A/B testing, "T-SQL", ffmpeg]}
languages:
  - {language: Polish, fluency: native}
  - {language: Français, fluency: B2}
"""

_ALPHABETS = """
basics:
  name: Ελένη Παπαδοπούλου
  label: Инженер данных · Μηχανικός
  email: eleni@example.com
  phone: "+30 210 555 0134"
  location: {city: Αθήνα, countryCode: GR}
  summaries: [Аналитик данных с опытом в логистике и производстве; ищет спокойную команду и трудные задачи.]
work:
  - name: Θάλασσα & Υιοί
    position: Επικεφαλής μηχανικός
    location: Πειραιάς
    startDate: 2020-01
    highlights:
      - Οδήγησε ομάδα πέντε μηχανικών σε 40 νυχτερινές εργασίες, με ταΐστρα δεδομένων και ώρες αιχμής.
      - Снизила долю ошибочных отгрузок с 4,2 % до 0,7 %, объединив складской учёт с ERP/1С и ёмким объяснением.
  - name: ООО «Щит и Ёж»
    position: Старший аналитик
    startDate: 2015-09
    endDate: 2019-12
    highlights: [Построила отчёты для 220 коллег; Ґанок, їжак і єнот., Ωμέγα-3 και C++ μαζί.]
education:
  - {institution: Εθνικό Μετσόβιο Πολυτεχνείο, studyType: Δίπλωμα, area: Πληροφορική, endDate: 2015}
skills:
  - {name: Инструменты, keywords: [Python, ClickHouse, Складской учёт, Στατιστική, "CI/CD"]}
"""

_HEAD = """
basics:
  name: Ada van den Brandt-Oyelaran
  label: Director of Platform Engineering, Analytics and Site Reliability
  email: ada.van.den.brandt-oyelaran@example.com
  phone: "+1 503 555 0100"
  url: https://example.org/a/long/address/that/people/write/out/in/full
  profiles: [{network: GitHub, username: ada, url: https://github.com/ada-brandt-oyelaran}]
  location: {city: Portland, region: OR, countryCode: US}
"""

_POSITIONS = """
  - name: Orchard Labs of the Northern Harbours
    url: https://orchard.example.com
    location: Bergen
    positions:
      - position: Director of Platform Engineering, Analytics and Site Reliability for the Northern Harbours
        startDate: 2024-01
        highlights: [Owned a $2.4M budget and 34 engineers., Led the move to on-call rotas that let people sleep.]
      - {position: Lead Engineer, startDate: 2022-06, endDate: 2023-12, highlights: [Led a group of 12 engineers.]}
      - {position: Engineer, startDate: 2021-01, endDate: 2022-05, location: Oslo, highlights: [Tuned queries.]}
"""

_LATER = """
education:
  - {institution: University of Lund, studyType: B.Sc., area: Computer Science, endDate: 2004}
skills:
  - {name: Platforms, keywords: [Kubernetes, Kafka, PostgreSQL, "CI/CD", "order-to-cash", incident response]}
  - {name: People, keywords: [coaching, hiring, budgets]}
certificates:
  - {name: Certified Kubernetes Administrator, issuer: CNCF, date: 2022-03, expires: 2028-03}
awards:
  - {title: Lighthouse Prize, awarder: Port Guild, date: 2023}
publications:
  - {name: On Sleep and Pagers, publisher: Harbour Review, releaseDate: 2021}
"""


def _many() -> str:
    """Somebody with an employer of three positions and thirteen jobs before: three pages and more."""
    jobs = "".join(
        f"""
  - name: Employer No. {number} & Partners
    position: Engineer, {number}th Team
    location: Oslo
    startDate: {2020 - number}-0{1 + number % 9}
    endDate: {2020 - number}-1{number % 3}
    highlights:
      - Moved {number}40 nightly jobs to CI/CD in Python and PostgreSQL, cutting failed runs by {number}2%, so that
        the team had a day a week for what it had always wanted to do.
      - Led {number + 2} engineers through a step-by-step migration to Kafka-backed services without downtime.
      - Wrote the on-call handbook, edition {number}.
      - Ran the SOC 2 evidence work of {2020 - number}; passed with no findings in {number + 1} audits.
      - Built reports for {number}20 colleagues, who read them before the first coffee and after the last meeting.
"""
        for number in range(1, 14)
    )
    return f"{_HEAD}work:{_POSITIONS}{jobs}{_LATER}"


def _people() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "profiles").glob("*.yaml")):
        yield path.stem, path.read_text(encoding="utf-8")
    yield from (("accents", _ACCENTS), ("alphabets", _ALPHABETS), ("many", _many()))


PEOPLE = dict(_people())
SPEAKERS = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/languages").glob("*.yaml"))
}
THEMES = render.theme_names()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document as it is printed, the page it is printed from, and the lines that it should hold."""

    pdf: bytes
    html: str
    lines: tuple[PrintedLine, ...]


@cache
def profile_of(person: str) -> Profile:
    return read_profile((PEOPLE | SPEAKERS)[person].encode(), f"{person}.yaml")


def whole(profile: Profile) -> Plan:
    """A plan that prints everything that a profile holds, with what its kind prints beyond the usual."""
    kind = read_kind(profile.kind or "general")
    return plan(
        profile=profile,
        sections=SECTIONS,
        headings=dict(kind.headings),
        details=kind.details,
        facts=kind.facts,
        entries=tuple(
            PlannedEntry(entry=one, lines=_lines(one.bullets), section=one.section) for one in _newest(profile)
        ),
        skills=tuple(
            SkillLine(
                path=group.path,
                name=group.name,
                terms=tuple(
                    SkillTerm(path=f"{group.path}.keywords[{at}]", text=text, written=text)
                    for at, text in enumerate(group.keywords)
                ),
            )
            for group in profile.skills
        ),
    )


@cache
def press_of(theme: str) -> Press:
    return Press((render.read_theme(theme).folder,))


@cache
def printed(theme: str, person: str, kind: str, paper: str = "letter") -> Printed:
    """One person's resume or letter in one theme."""
    look = render.read_theme(theme)
    everything = whole(profile_of(person))
    style = replace(STYLE, theme=theme, paper=paper, lang=everything.profile.lang)
    if kind == "resume":
        html, lines = render.resume(everything, look, style, "html"), render.resume_lines(everything, style)
    else:
        words = letter(signature=everything.profile.basics.name, paragraphs=_paragraphs(everything))
        html = render.letter(words, everything, look, style, "html")
        lines = render.letter_lines(words, everything, style)
    return Printed(pdf=press_of(theme).write(html, created=AS_OF), html=html, lines=lines)


def reader_of(document: Printed) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document.pdf))


def as_file(folder: Path, document: Printed) -> Path:
    path = folder / "printed.pdf"
    path.write_bytes(document.pdf)
    return path


def _paragraphs(everything: Plan) -> tuple:
    """A letter that says what the first job's lines say, in two paragraphs."""
    first = letter().paragraphs[0]
    bullets = [line.text for entry in everything.entries for line in entry.lines][:4]
    said = [replace(first.sentences[0], text=text if text.endswith(".") else f"{text}.") for text in bullets]
    return (first, replace(first, sentences=tuple(said[:2])), replace(first, sentences=tuple(said[2:])))


def _newest(profile: Profile) -> list[Entry]:
    return list(profile.entries)


def _lines(bullets: tuple[Bullet, ...]) -> tuple[PlannedLine, ...]:
    return tuple(PlannedLine(path=bullet.path, text=bullet.text) for bullet in bullets)
