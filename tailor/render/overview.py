"""The report over many postings arranged for reading: sections of rows, each with its mark, bar and counts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tailor.model.gaps import Condition, GapReport, PostingFit, SkillState
from tailor.render.overview_steps import learn_section, write_down_sections
from tailor.render.overview_words import Line, Section, job, over_words, phrase
from tailor.resources import language_data

# So many rows are read; JSON and CSV hold all that the report keeps.
_FITS, _CONDITIONS, _MISSING, _HELD = 12, 8, 15, 10
_NAMES = 4
_QUOTE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A report over many postings for reading: what was counted, then its sections in reading order."""

    person: str
    counted: tuple[str, ...]
    sections: tuple[Section, ...]


def overview(report: GapReport) -> Overview:
    """A gap report into what its overview shows."""
    sections = (
        _fits(report),
        _conditions(report),
        _missing(report),
        _held(report),
        learn_section(report.portfolio),
        *write_down_sections(report.portfolio),
    )
    return Overview(
        person=report.person,
        counted=tuple(_counted(report)),
        sections=tuple(section for section in sections if section.rows or section.notes),
    )


def _counted(report: GapReport) -> Iterator[str]:
    told, words = report.portfolio, over_words()
    each = ", ".join(phrase("of_word", count=count, word=words["verdicts"][word]) for word, count in told.verdicts)
    yield phrase("counted_one" if told.postings == 1 else "counted", count=told.postings, words=each)
    if told.twins:
        yield phrase("twins_one" if told.twins == 1 else "twins", count=told.twins)
    unread = [fit for fit in told.fits if fit.word == "unread"]
    if unread:
        yield phrase("unread", names=_some([fit.posting for fit in unread]))
    if not told.measured:
        yield words["estimated"]


def _fits(report: GapReport) -> Section:
    told, words = report.portfolio, over_words()
    read = [fit for fit in told.fits if fit.word != "unread"]
    count = sum(number for word, number in told.verdicts if word != "unread")
    return Section(
        heading=words["headings"]["fits"],
        rows=tuple(_fit(fit) for fit in read[:_FITS]),
        notes=(*_more(count - min(_FITS, len(read))), words["fit_note"]),
    )


def _fit(fit: PostingFit) -> Line:
    words = over_words()
    counts = phrase("shown", shown=fit.shown, required=fit.required) if fit.required else words["nothing"]
    return Line(
        mark=words["symbols"][fit.word],
        lead=f"{words['verdicts'][fit.word]}, {counts}",
        share=round(100 * fit.shown / fit.required) if fit.required else 0,
        text=job(fit),
        details=tuple(filter(None, (_deciding(fit), _lacking(fit), _twins(fit), fit.posting))),
    )


def _deciding(fit: PostingFit) -> str:
    counts = {"conditions_unmet": fit.unmet, "conditions_open": fit.open, "conditions_met": fit.met}
    said = ", ".join(phrase(name, count=count) for name, count in counts.items() if count)
    return phrase("conditions", words=said) if said else ""


def _lacking(fit: PostingFit) -> str:
    return phrase("lacks", names=_some(fit.missing)) if fit.missing else ""


def _twins(fit: PostingFit) -> str:
    return phrase("same_as", names=_some(fit.twins)) if fit.twins else ""


def _conditions(report: GapReport) -> Section:
    told = report.portfolio.conditions
    return Section(
        heading=over_words()["headings"]["conditions"],
        rows=tuple(_condition(one) for one in told[:_CONDITIONS]),
        notes=tuple(_more(len(told) - _CONDITIONS)),
    )


def _condition(one: Condition) -> Line:
    symbols = language_data("en", "gaps.yaml")["page"]["symbols"]
    mark = symbols["not met"] if one.unmet else symbols["ask"] if one.open else symbols["met"]
    counts = {"in_unmet": one.unmet, "in_open": one.open, "in_met": one.met}
    words = ", ".join(phrase(name, count=count) for name, count in counts.items() if count)
    quote = " ".join(one.quote.split()[:_QUOTE]) + (" …" if len(one.quote.split()) > _QUOTE else "")
    said = phrase("condition_quote", quote=quote, posting=one.posting, reason=one.reason)
    return Line(
        mark=mark,
        lead="",
        text=f"{_condition_name(one)}: {phrase('condition_counts', words=words, count=one.asked_in)}",
        details=(said,) if one.unmet or one.open else (),
    )


def _condition_name(one: Condition) -> str:
    if one.name and one.kind == "experience":
        return phrase("condition_years", name=one.name)
    return one.name or str(over_words()["condition_kinds"][one.kind])


def _missing(report: GapReport) -> Section:
    gaps = [skill for skill in report.skills if skill.priority > 0]
    highest = max((skill.priority for skill in gaps), default=1.0)
    page = language_data("en", "gaps.yaml")["page"]
    rows = tuple(
        _skill(skill, report, f"{skill.priority:g}", skill.priority / highest) for skill in gaps[:_MISSING]
    )
    notes = (*_more(len(gaps) - _MISSING), page["priority_note"]) if gaps else (page["no_gaps"],)
    return Section(heading=over_words()["headings"]["missing"], rows=rows, notes=notes)


def _held(report: GapReport) -> Section:
    order: Callable[[SkillState], Any] = lambda one: (-one.named_in, -one.required_in, one.name.casefold())  # noqa: E731 - named for its type
    shown = sorted((skill for skill in report.skills if skill.state == "shown"), key=order)
    most = max((skill.named_in for skill in shown), default=1)
    rows = tuple(_skill(skill, report, str(skill.named_in), skill.named_in / most) for skill in shown[:_HELD])
    return Section(heading=over_words()["headings"]["held"], rows=rows, notes=tuple(_more(len(shown) - _HELD)))


def _skill(skill: SkillState, report: GapReport, lead: str, share: float) -> Line:
    page = language_data("en", "gaps.yaml")["page"]
    word = () if skill.state == "shown" else (page["words"][skill.state],)
    said = [*word, *_asked(skill, report.portfolio.postings)]
    if skill.years:
        said.append(phrase("years", years=skill.years))
    if skill.answered:
        said.append(over_words()["answered"])
    elif skill.near:
        said.append(phrase("near", names=", ".join(skill.near)))
    return Line(
        mark=page["symbols"][skill.state],
        lead=lead,
        share=max(1, round(100 * share)),
        text=f"{skill.name} ({'; '.join(said)})",
    )


def _asked(skill: SkillState, count: int) -> Iterator[str]:
    duties = skill.named_in - skill.required_in - skill.preferred_in
    for name, asking in (
        ("required_in", skill.required_in), ("preferred_in", skill.preferred_in), ("duty_in", duties)
    ):  # fmt: skip
        if asking:
            yield phrase(name, asking=asking, count=count)


def _some(names: Sequence[str]) -> str:
    more = [phrase("more", count=len(names) - _NAMES)] if len(names) > _NAMES else []
    return ", ".join([*names[:_NAMES], *more])


def _more(count: int) -> list[str]:
    return [phrase("more", count=count)] if count > 0 else []
