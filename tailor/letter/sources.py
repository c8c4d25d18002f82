"""A source as a sentence names it -> the text it stands for, for checks and for the manifest."""

import re

from tailor.letter.words import letter_data
from tailor.model.plan import Plan
from tailor.model.profile import Entry

_FIELDS = {"name": "name", "position": "position", "startDate": "start", "endDate": "end"}


def source_text(plan: Plan, source: str) -> str:
    """The words behind "profile:…", "record:…", "posting:…" or "pattern:…"; raises KeyError for an unknown one."""
    kind, _, place = source.partition(":")
    readers = {"profile": _profile, "record": _record, "posting": _posting, "pattern": _pattern}
    text = readers[kind](plan, place)
    if not text:
        raise KeyError(source)
    return text


def _profile(plan: Plan, place: str) -> str:
    profile = plan.profile
    basics = profile.basics
    if place == "basics":
        return f"{basics.name} {basics.email} {basics.phone}"
    if place == "basics.summary":
        return " ".join([*basics.summaries, basics.label])
    texts = {story.path: story.text for story in profile.stories}
    texts |= {bridge.path: bridge.text for bridge in profile.bridges}
    for bullet in profile.bullets:
        texts[bullet.path] = " ".join([bullet.text, *bullet.variants])
    for planned in plan.entries:
        for line in planned.lines:
            texts[line.path] = f"{texts.get(line.path, '')} {line.text}"
    for entry in (one for whole in profile.entries for one in (whole, *whole.titles)):
        texts |= {entry.at(name): _field(entry, field) for name, field in _FIELDS.items()}
    return texts.get(place, "")


def _field(entry: Entry, field: str) -> str:
    value = getattr(entry, field)
    return str(value) if value else ""


def _record(plan: Plan, place: str) -> str:
    record = plan.record
    if record is None:
        return ""
    if found := re.fullmatch(r"connection\[(\d+)\]", place):
        return record.connection[int(found.group(1))].text
    if found := re.fullmatch(r"letter_points\[(\d+)\]", place):
        return record.letter_points[int(found.group(1))].text
    return str(getattr(record, place, "") or "")


def _posting(plan: Plan, place: str) -> str:
    if found := re.fullmatch(r"(\d+)-(\d+)", place):
        return plan.posting.text[int(found.group(1)) : int(found.group(2))]
    return {"title": plan.posting.title, "company": plan.posting.company}.get(place, "")


def _pattern(plan: Plan, place: str) -> str:
    del plan  # patterns belong to the language
    found = re.fullmatch(r"(\w+)\[(\d+)\]", place)
    patterns = letter_data()["patterns"].get(found.group(1), []) if found else []
    pattern = patterns[int(found.group(2))] if found and int(found.group(2)) < len(patterns) else ""
    return " ".join(pattern) if isinstance(pattern, list) else str(pattern)
