"""The known key nearest to an unknown one."""

import difflib
from collections.abc import Iterable

_CUTOFF = 0.6
"""difflib's own default; below it the suggestions are other words, not slips."""

# Names that other resume formats use for what is called otherwise here; the first that is known counts.
_ELSEWHERE = {
    "achievements": ("highlights", "awards"),
    "bullets": ("highlights",),
    "certifications": ("certificates",),
    "company": ("name",),
    "contact": ("basics",),
    "country": ("countryCode",),
    "degree": ("studyType",),
    "details": ("keywords", "highlights"),
    "employer": ("name",),
    "employment": ("work",),
    "end": ("endDate",),
    "expiry": ("expires",),
    "experience": ("work",),
    "field": ("area",),
    "from": ("startDate",),
    "gpa": ("score",),
    "jobs": ("work",),
    "level": ("fluency",),
    "link": ("url",),
    "major": ("area",),
    "role": ("position",),
    "school": ("institution",),
    "start": ("startDate",),
    "state": ("region",),
    "studies": ("education",),
    "title": ("position", "name", "label"),
    "to": ("endDate",),
    "until": ("endDate",),
    "website": ("url",),
    "zip": ("postalCode",),
}


def nearest_key(key: str, known: Iterable[str]) -> str | None:
    """The known key that an unknown one most likely means, or None: other formats' names, then slips."""
    names = sorted(known)
    for meant in _ELSEWHERE.get(key.casefold(), ()):
        if meant in names:
            return meant
    folded = {name.casefold(): name for name in names}
    near = difflib.get_close_matches(key.casefold().replace("_", ""), list(folded), n=1, cutoff=_CUTOFF)
    return folded[near[0]] if near else None


def unknown_key(key: str, known: Iterable[str], *, there: Iterable[str] = ()) -> tuple[str, str]:
    """Problem and remedy for an unknown key: the nearest of `known`, or of those already `there`, or all."""
    names = sorted(known)
    if meant := nearest_key(key, names):
        return f"unknown key {key!r}", f"did you mean {meant!r}?"
    if meant := nearest_key(key, there):
        return f"unknown key {key!r}", f"{meant!r} is there already; keys of your own begin with x-"
    return f"unknown key {key!r}", "known here: " + ", ".join(names) + "; keys of your own begin with x-"
