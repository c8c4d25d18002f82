"""A page -> a reading."""

from dataclasses import replace

from tailor.model.posting import Reading, SetAside
from tailor.model.text import Page, Span
from tailor.posting.doubts import doubts_of
from tailor.posting.facts import read_facts
from tailor.posting.found import Found
from tailor.posting.items import to_items
from tailor.posting.jobs import Adverts, choose
from tailor.posting.language import languages_in
from tailor.posting.openings import Section
from tailor.posting.patterns import reading_in
from tailor.posting.sections import to_sections
from tailor.posting.versions import once


def read_posting(page: Page, *, job: int = 1) -> Reading:
    """A page into its items (required, preferred, responsibility), facts and lines set aside.

    Every span is verbatim: `span.text == page.text[span.start:span.end]`. Without any, `empty` says why. Of a page
    with several adverts one is read, the `job`-th.
    """
    with reading_in(languages_in(page.text)):
        # A page that marks up its jobs has been chosen from them already.
        adverts = choose(page.blocks, 1 if page.jobs else job)
        reading = _read(replace(page, blocks=adverts.blocks), adverts)
    held = len(page.jobs or adverts.titles) or 1
    missing = (
        (f"there is no job {job} in this posting, which holds {held}: the first was read",) if job > held else ()
    )
    return replace(reading, doubts=(*missing, *reading.doubts))


def _read(page: Page, adverts: Adverts) -> Reading:
    sections = to_sections(page.blocks)
    found = to_items(sections)
    told = once(found.items, page.blocks)
    facts = read_facts(page, told.items, found.splits)
    aside = [*found.set_aside, *told.set_aside, *_of_other_jobs(adverts)]
    reading = Reading(
        items=told.items,
        facts=replace(facts, language=told.language) if told.language else facts,
        set_aside=tuple(sorted(aside, key=lambda one: one.span.start)),
        prose=tuple(found.prose),
        empty=_empty(page, sections, found),
    )
    return replace(reading, doubts=doubts_of(page, reading, sections, adverts.titles))


def _of_other_jobs(adverts: Adverts) -> list[SetAside]:
    return [
        SetAside(span=Span(text=block.text, start=block.start, end=block.end), why="another job of this posting")
        for block in adverts.others
    ]


def _empty(page: Page, sections: tuple[Section, ...], found: Found) -> str:
    """Why there is no item.

    Nothing to read, no section that asks, such a section without lines, or nothing asked.
    """
    if found.items:
        return ""
    if not page.blocks:
        return "the file holds no posting's text: nothing could be read as one"
    asking = [section for section in sections if section.heading.is_list]
    if not asking:
        return "the posting has no section for requirements or duties, and no sentence asks for anything"
    if not any(section.blocks for section in asking):
        return f"the section “{asking[0].title.rstrip(': ')}” has no lines below it"
    return "the posting asks for nothing: every line of its lists was set aside"
