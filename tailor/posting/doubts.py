"""A reading -> what a person should look at again before trusting it."""

from collections.abc import Iterator, Sequence

from tailor.model.posting import Reading
from tailor.model.text import Page
from tailor.posting.openings import Section

# A posting with fewer lines that ask, or fewer words, says too little to rank a profile by.
_FEWEST_ITEMS, _FEWEST_WORDS = 3, 40
_TO_SOFTWARE = "addressed to software"


def doubts_of(page: Page, reading: Reading, sections: Sequence[Section], titles: Sequence[str]) -> tuple[str, ...]:
    """What is uncertain or strange about a reading, the most important first; `titles` are of several jobs."""
    return tuple(_doubts(page, reading, sections, titles))


def _doubts(page: Page, reading: Reading, sections: Sequence[Section], titles: Sequence[str]) -> Iterator[str]:
    if named := [*page.jobs, *titles]:
        yield f"the posting holds {len(named)} jobs ({'; '.join(named)}): --job N reads another"
    yield from _thin(page, reading)
    yield from _nothing_required(reading, sections)
    if lines := [one for one in reading.set_aside if one.why == _TO_SOFTWARE]:
        speaks = "speaks" if len(lines) == 1 else "speak"
        quote = _short(lines[0].span.text)
        yield f"{_number(len(lines), 'line')} {speaks} to software and not to people: “{quote}”"
    if reading.facts.agency:
        yield f"{reading.facts.agency} hires for a client that the text does not name"
    likely = dict.fromkeys(section.title for section in sections if section.why.endswith("(likely)"))
    if likely:
        shown = ", ".join(f"“{_short(title)}”" for title in likely)
        yield f"what stands below these headings was judged by their words and lines: {shown}"


def _thin(page: Page, reading: Reading) -> Iterator[str]:
    size = sum(len(block.text.split()) for block in page.blocks)
    if reading.items and (len(reading.items) < _FEWEST_ITEMS or size < _FEWEST_WORDS):
        yield f"too thin to rank by: {_number(len(reading.items), 'line')} in {size} words ask for anything"


def _nothing_required(reading: Reading, sections: Sequence[Section]) -> Iterator[str]:
    """Why the list of what is required is empty, where other lists are not."""
    if not reading.items or any(item.need == "required" for item in reading.items):
        return
    asking = [section for section in sections if section.heading.kind in {"required", "mixed"}]
    if not asking:
        yield "nothing is required: the posting has no section for it, and no sentence requires anything"
    elif not any(section.blocks for section in asking):
        yield f"nothing is required: the section “{_short(asking[0].title)}” has no lines below it"
    else:
        yield f"nothing is required: every line below “{_short(asking[0].title)}” was set aside"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split()).rstrip(": ")
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + " …"
