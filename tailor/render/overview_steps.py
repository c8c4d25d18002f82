"""The parts of an overview that say what to do: the least to learn, and what to write down."""

from collections.abc import Iterator, Sequence

from tailor.model.gaps import LearnStep, Portfolio, WriteDown
from tailor.render.overview_words import Line, Section, job, over_words, phrase
from tailor.resources import language_data

_ROWS = 5
_NAMES = 3


def learn_section(told: Portfolio) -> Section:
    """The smallest set of skills that completes the most lists, step by step."""
    words = over_words()
    return Section(
        heading=words["headings"]["learn"],
        rows=tuple(_step(number, step, told) for number, step in enumerate(told.learn, start=1)),
        notes=(*_learned(told), *([words["learn_note"]] if told.learn else [])),
    )


def write_down_sections(told: Portfolio) -> Iterator[Section]:
    """What to write down: a section for each kind that there is something of."""
    words = over_words()
    heading = words["headings"]["write_down"]
    for kind, name in words["kinds"].items():
        found = [one for one in told.write_down if one.kind == kind]
        if found:
            notes = [phrase("more", count=len(found) - _ROWS)] if len(found) > _ROWS else []
            yield Section(
                heading=f"{heading}: {name.lower()}", rows=tuple(map(_written, found[:_ROWS])), notes=tuple(notes)
            )
    if not told.write_down:
        yield Section(heading=heading, rows=(), notes=(words["write_nothing"],))


def joined(names: Sequence[str]) -> str:
    """Names as one phrase."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joining word
        return "".join(names)
    return f"{', '.join(names[:-1])} {language_data('en', 'gaps.yaml')['list_and']} {names[-1]}"


def _learned(told: Portfolio) -> Iterator[str]:
    if not told.lists:
        yield over_words()["learn_none"]
    elif told.learn:
        names = [name for step in told.learn for name in step.skills]
        more = sum(step.more for step in told.learn)
        yield phrase("learn_said", names=joined(names), more=more, lists=told.lists, complete=told.complete)
    else:
        yield phrase("learn_complete", complete=told.complete, lists=told.lists)
        if told.complete < told.lists:
            yield over_words()["learn_far"]


def _step(number: int, step: LearnStep, told: Portfolio) -> Line:
    more = [phrase("more", count=step.more - _NAMES)] if step.more > _NAMES else []
    jobs = {fit.posting: job(fit) for fit in told.fits}
    names = "; ".join([*(jobs.get(name, name) for name in step.completes[:_NAMES]), *more])
    return Line(
        mark=f"{number}.",
        lead=f"+{step.more}",
        share=round(100 * step.complete / told.lists),
        text=f"{joined(step.skills)} ({phrase('learn_step', complete=step.complete, lists=told.lists)})",
        details=(phrase("learn_completes", names=names),),
    )


def _written(one: WriteDown) -> Line:
    name = "asked_in" if one.kind in {"declared", "undeclared"} else "answers"
    asked = phrase(name, count=one.asked_in) if one.asked_in else ""
    said = "; ".join(filter(None, (one.where, asked)))
    return Line(mark="-", lead="", text=f"{one.text}{f' ({said})' if said else ''}", details=())
