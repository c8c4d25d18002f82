"""JSON of job sites into pages: known answers, unknown shapes, markup with references, files of several jobs."""

import json

import pytest

from tailor.errors import InputError
from tailor.model.text import Page
from tailor.pages import read_pages
from tailor.pages.json_text import scattered, title_of

INTRO = "We weave cloth for tailors all over the world, and have done so for a hundred years."
ASKED = ("Two years of weaving", "Patience with wool")
ROWS = "".join(f"<li>{row}</li>" for row in ASKED)
HTML = f"<p>{INTRO}</p><h3>Requirements</h3><ul>{ROWS}</ul>"
PLAIN = f"{INTRO}\n\nRequirements:\n• {ASKED[0]}\n• {ASKED[1]}\n"


def pages(value: object, name: str = "mill.json") -> tuple[Page, ...]:
    text = value if isinstance(value, str) else json.dumps(value)
    return read_pages(text.encode(), name)


def page(value: object) -> Page:
    (only,) = pages(value)
    return only


def texts(read: Page, kind: str) -> list[str]:
    return [block.text for block in read.blocks if block.kind == kind]


def stated(read: Page) -> dict[str, str]:
    return {fact.name: fact.value for fact in read.stated}


def job(title: str = "Weaver", **fields: object) -> dict[str, object]:
    return {"@type": "JobPosting", "title": title, "description": f"{HTML}<p>Apply by letter.</p>", **fields}


GREENHOUSE = {
    "title": "Weaver", "company_name": "Heather Mill", "location": {"name": "Leith, Scotland"},
    "absolute_url": "https://boards.example/1", "first_published": "2026-02-03",
    "application_deadline": "2026-03-01", "content": HTML.replace("<", "&lt;").replace(">", "&gt;"),
}  # fmt: skip
LEVER = {
    "text": "Weaver", "categories": {"location": "Leith", "commitment": "Full-time"}, "workplaceType": "hybrid",
    "hostedUrl": "https://jobs.example/mill/1", "descriptionPlain": INTRO,
    "lists": [{"text": "Requirements", "content": ROWS}], "additional": "<p>Apply by letter.</p>",
    "salaryRange": {"min": 30000, "max": 36000, "currency": "GBP", "interval": "per-year-salary"},
}  # fmt: skip
ASHBY = {
    "title": "Weaver", "location": "Leith", "employmentType": "FullTime", "isRemote": True,
    "publishedAt": "2026-02-03", "jobUrl": "https://jobs.example/1", "descriptionHtml": HTML,
    "descriptionPlain": "x", "compensation": {"compensationTierSummary": "£30K – £36K"},
}  # fmt: skip
JSEARCH = {
    "job_title": "Weaver", "employer_name": "Heather Mill", "job_city": "Leith", "job_state": "SCT",
    "job_description": PLAIN, "job_is_remote": False, "job_employment_type": "FULLTIME", "job_min_salary": 30000,
    "job_max_salary": 36000.5, "job_salary_currency": "GBP", "job_salary_period": "YEAR",
    "job_apply_link": "https://jobs.example/1",
}  # fmt: skip
GOOGLE = {
    "title": "Weaver", "company_name": "Heather Mill", "location": "Leith, UK", "via": "via Loom Jobs",
    "description": PLAIN, "detected_extensions": {"posted_at": "3 days ago", "schedule_type": "Full-time"},
}  # fmt: skip
FRANCE_TRAVAIL = {
    "intitule": "Tisserand (H/F)", "description": PLAIN, "dateCreation": "2026-02-03",
    "lieuTravail": {"libelle": "59 - LILLE"}, "entreprise": {"nom": "Filature du Nord"},
    "typeContratLibelle": "CDI", "salaire": {"libelle": "Mensuel de 2000 Euros"},
    "origineOffre": {"urlOrigine": "https://offres.example/1"},
    "competences": [{"libelle": "Tisser un drap de laine en atelier avec patience"}],
}  # fmt: skip
MILL = {"title": "Weaver", "company": "Heather Mill"}
PAY = {"salary_min": "30000", "salary_currency": "GBP"}
OF_GREENHOUSE = {
    "location": "Leith, Scotland", "date_posted": "2026-02-03", "valid_through": "2026-03-01",
    "url": "https://boards.example/1",
}  # fmt: skip
OF_LEVER = {
    "title": "Weaver", "location": "Leith", "employment_type": "Full-time", "remote": "hybrid",
    "url": "https://jobs.example/mill/1", **PAY, "salary_max": "36000", "salary_period": "per-year-salary",
}  # fmt: skip
OF_ASHBY = {
    "title": "Weaver", "location": "Leith", "employment_type": "FullTime", "salary_text": "£30K – £36K",
    "date_posted": "2026-02-03", "url": "https://jobs.example/1", "remote": "TELECOMMUTE",
}  # fmt: skip
OF_JSEARCH = {
    "location": "Leith, SCT", "employment_type": "FULLTIME", "url": "https://jobs.example/1",
    **PAY, "salary_max": "36000.5", "salary_period": "YEAR",
}  # fmt: skip
OF_FRANCE_TRAVAIL = {
    "title": "Tisserand (H/F)", "company": "Filature du Nord", "location": "59 - LILLE", "employment_type": "CDI",
    "salary_text": "Mensuel de 2000 Euros", "date_posted": "2026-02-03", "url": "https://offres.example/1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        ({"jobs": [GREENHOUSE]}, MILL | OF_GREENHOUSE),
        ([LEVER], OF_LEVER),
        ({"apiVersion": "1", "jobs": [ASHBY]}, OF_ASHBY),
        ({"status": "OK", "data": [JSEARCH]}, MILL | OF_JSEARCH),
        ({"jobs_results": [GOOGLE]}, MILL | {"location": "Leith, UK", "employment_type_guess": "Full-time"}),
        ({"resultats": [FRANCE_TRAVAIL]}, OF_FRANCE_TRAVAIL),
    ],
    ids=["Greenhouse", "Lever", "Ashby", "JSearch", "Google Jobs", "France Travail"],
)
def test_the_answers_of_job_sites_are_known(answer: object, facts: dict[str, str]) -> None:
    read = page(answer)
    assert stated(read) == facts
    assert read.format == "JSON"
    assert read.blocks[0].text == INTRO
    assert [text.rstrip(":") for text in texts(read, "heading")] == ["Requirements"]
    assert tuple(texts(read, "item")) == ASKED


def test_fields_beside_the_text_add_what_it_does_not_say() -> None:
    highlights = {
        "Qualifications": [ASKED[0], "A driving licence for the van of the mill, and the will to use it"]
    }
    read = page(JSEARCH | {"job_highlights": highlights, "seoText": "Weave with us in Leith! " * 4})
    assert texts(read, "heading") == ["Requirements:", "Job highlights", "Qualifications"]
    assert texts(read, "item") == [*ASKED, highlights["Qualifications"][1]]
    assert "Weave with us" not in read.text


def test_short_fields_beside_the_text_are_labels() -> None:
    assert page(JSEARCH | {"job_benefits": ["Free wool"]}).text == page(JSEARCH).text


ROW = "Two years on a loom"


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ({"jobRequirements": [ROW, "Patience with wool"]}, ["# Job requirements", ROW, "Patience with wool"]),
        ({"asked": [{"text": ROW, "type": "Essential"}, {"text": ROW}]}, ["# Asked", f"{ROW} (Essential)", ROW]),
        ({"the_day": {"at_noon": "Tune the looms"}}, ["# The day", "# At noon", "Tune the looms"]),
        ({"about": f"<p>We weave cloth</p><ul><li>{ROW}</li></ul>"}, ["# About", "We weave cloth", ROW]),
        ({"seoText": "Weave with us", "city": "Leith", "salary": "a lot of it", "open": True, "n": 7}, []),
        ([[[ROW]]], [ROW]),
    ],
)
def test_a_value_of_unknown_shape_gives_all_its_running_text(value: object, lines: list[str]) -> None:
    found = [f"# {piece.text}" if piece.kind == "heading" else piece.text for piece in scattered(value)]
    assert found == lines


@pytest.mark.parametrize(
    ("name", "title"),
    [("jobRequirements", "Job requirements"), ("what_you_do", "What you do"), ("nice-to-have", "Nice to have")],
)
def test_the_name_of_a_field_is_a_heading(name: str, title: str) -> None:
    assert title_of(name) == title


def test_a_posting_scattered_over_fields_is_one_page_with_its_facts() -> None:
    fields = {
        "mustHaves": [*ASKED, "A driving licence"],
        "yourDay": ["Tune the looms", "Order yarn from spinners"],
    }
    read = page({"data": {"jobTitle": "Weaver", "org": "Heather Mill", **fields}})
    assert read.decided.startswith("the texts of all fields")
    assert stated(read) == MILL
    assert texts(read, "item") == [*fields["mustHaves"], *fields["yourDay"]]


def test_json_without_running_text_is_refused() -> None:
    with pytest.raises(InputError, match="no posting's text"):
        page({"title": "Weaver", "items": [{"text": "short"}], "numbers": list(range(100))})


def saved(*scripts: object, title: str = "Weaver") -> str:
    """A saved page with the markup given, as text where it is none that JSON can say."""
    told = [script if isinstance(script, str) else json.dumps(script) for script in scripts]
    marked = "".join(f"<script type='application/ld+json'>{each}</script>" for each in told)
    return f"<html><head><title>{title}</title>{marked}</head><body></body></html>"


ORGANIZATION = {"@type": "Organization", "@id": "#mill", "name": "Heather Mill"}
PLACE = {"@type": "Place", "@id": "#leith", "address": {"addressLocality": "Leith"}}
NAMED = job(hiringOrganization={"@id": "#mill"}, jobLocation={"@id": "#leith"})


@pytest.mark.parametrize(
    "scripts",
    [
        [{"@graph": [ORGANIZATION, PLACE, NAMED]}],
        [{"@graph": [NAMED, PLACE, ORGANIZATION]}],
        [ORGANIZATION, NAMED, [PLACE]],
        [{"@type": "WebPage", "publisher": ORGANIZATION, "about": PLACE, "mainEntity": NAMED}],
    ],
)
def test_what_markup_only_names_is_looked_up(scripts: list[object]) -> None:
    assert stated(page(saved(*scripts))) == MILL | {"location": "Leith"}


def test_what_markup_names_and_nobody_tells_is_unstated() -> None:
    assert stated(page(saved(NAMED, PLACE))) == {"title": "Weaver", "location": "Leith"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("}", ",}"),
        ("}", "};"),
        ('{"@type', '<!-- {"@type'),
        ("cloth for", "cloth\n\tfor"),
        ('"@type": "JobPosting"', '"@type": ["Thing", "http://schema.org/JobPosting"]'),
    ],
    ids=["trailing comma", "semicolon", "comment", "raw line break", "full name"],
)
def test_markup_with_slips_is_read(old: str, new: str) -> None:
    text = json.dumps(job()).replace(old, new) + (" -->" if new.startswith("<!--") else "")
    read = page(saved(text))
    assert read.format == "html with JSON-LD"
    assert stated(read) == {"title": "Weaver"}
    assert tuple(texts(read, "item")) == ASKED


def test_markup_that_cannot_be_read_hides_no_other() -> None:
    assert stated(page(saved("{broken", json.dumps(job())[:-9], job("Dyer")))) == {"title": "Dyer"}


@pytest.mark.parametrize(("number", "title"), [(1, "Dyer"), (2, "Weaver"), (3, "Spinner"), (4, "Dyer")])
def test_a_page_of_several_jobs_is_its_own_or_the_one_asked_for(number: int, title: str) -> None:
    longer = job(description=f"{HTML}<p>{INTRO}</p>")
    text = saved(job("Spinner"), longer, job("Dyer"), job("Empty", description=""), title="Dyer | Mill")
    (read,) = read_pages(text.encode(), "mill.html", job=number)
    assert stated(read) == {"title": title}
    assert read.jobs == ("Dyer", "Weaver", "Spinner")
    assert read.decided.endswith(f"; job {number if number < 4 else 1} of 3")


@pytest.mark.parametrize("fields", [{}, {"@type": "Job"}], ids=["JSON-LD", "an answer"])
@pytest.mark.parametrize("ending", ["", "\n", "\n\n  \n"])
def test_a_json_lines_file_is_a_page_for_each_line(fields: dict[str, object], ending: str) -> None:
    lines = [json.dumps(job(title) | fields) for title in ("Weaver", "Dyer", "Spinner")]
    read = pages("\n".join(lines) + ending, "feed.jsonl")
    assert [each.source for each in read] == ["feed.jsonl#1", "feed.jsonl#2", "feed.jsonl#3"]
    assert [stated(each)["title"] for each in read] == ["Weaver", "Dyer", "Spinner"]


def test_a_broken_line_of_a_json_lines_file_is_refused() -> None:
    with pytest.raises(InputError, match=r"feed\.jsonl: this looks like JSON and cannot be read"):
        pages(f"{json.dumps(job())}\n{{broken\n", "feed.jsonl")
