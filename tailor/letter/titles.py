"""A posting's title as a letter names it, and its reference number."""

import re
from collections.abc import Sequence

from tailor.letter.words import folded, letter_data, words
from tailor.model.plan import Plan
from tailor.model.posting import Posting

# Letters in a title before its capitals are taken for shouting; shorter words in capitals are acronyms.
_SHOUTED = 8
_ACRONYM = 5
# What follows a title's first dash or comma is the field of work while it has no more words than this.
_FIELD = 3
_JOINTS = re.compile(r"\s+[-–—|/]\s+|\s*,\s+")
# "professeur(e)", "técnico/a", "Pflegefachfrau/-mann", "Verkäufer*in"; two whole words have to begin alike.
_TWO_FORMS = re.compile(r"\b(?P<one>[^\W\d_]{3,})(?:\(|\s?/\s?-?|[*:_])(?P<end>[^\W\d_]+)\)?")
_ALIKE = 4
_BRACKETS = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]")


def letter_title(posting: Posting) -> str:
    """The job's title without what says only where, how or for whom: brackets, places, "Remote", numbers."""
    title = _BRACKETS.sub(_end_of_a_word, posting.title)
    for mark in letter_data()["title_marks"]:
        title = re.sub(mark, "", title)
    title = re.sub(r"\b[A-Z]{0,5}-?\d{4,}[A-Z]{0,3}\b", "", title)
    parts = re.split(r"(\s+[-–—|/]\s*|\s*[-–—|/]\s+|\s*,\s+)", title)
    kept = parts[:1]
    for separator, part in zip(parts[1::2], parts[2::2], strict=True):
        if _says_where(part, posting.facts.locations):
            break
        kept += [f"{separator.rstrip()} ", part]
    said = " ".join("".join(kept).split()).strip(" -–—|/,#")
    return _calm(_without_company(said, posting.company), posting.text)


def said_title(plan: Plan) -> str:
    """The job's title as the person's letter says it, in the person's own form."""
    profile = plan.profile
    held = [one.position for entry in profile.section("work") for one in entry.held]
    return own_form(letter_title(plan.posting), [title for title in (profile.basics.label, *held) if title])


def own_form(title: str, own: Sequence[str]) -> str:
    """A title that gives two forms in the one that the person's own titles show, if they show one of them.

    "técnico/a" is "técnica" for who writes "Técnica de laboratorio", "Pflegefachfrau/-mann" a "Pflegefachmann" for
    who is one; for who shows neither it stays as the posting has it.
    """
    held = {folded(word) for text in own for word in words(text)}

    def chosen(found: re.Match[str]) -> str:
        one, end = found["one"], found["end"]
        whole = (end,) if folded(end)[:_ALIKE] == folded(one)[:_ALIKE] else ()
        others = (f"{one}{end}", f"{one[:-1]}{end}", f"{one[: -len(end)]}{end}", *whole)
        shown = [form for form in dict.fromkeys((one, *others)) if folded(form) in held]
        return shown[0] if len(shown) == 1 else found[0]

    return _TWO_FORMS.sub(chosen, title)


def named_title(title: str) -> str:
    """A title before "position": "Nurse (ICU)" for "Nurse - ICU"; without what follows where that is long."""
    head = brief_title(title)
    rest = [part.strip() for part in _JOINTS.split(title[len(head) :]) if part.strip()]
    short = rest and len(" ".join(rest).split()) <= _FIELD and not any("&" in part for part in rest)
    return f"{head} ({', '.join(rest)})" if short else head


def is_spoken(title: str) -> bool:
    """Whether a title can stand behind "as a": no dash, stroke or comma is left in it, and no choice of two."""
    choice = letter_data()["list_or"]
    return not _JOINTS.search(title) and not (choice and f" {choice} " in title)


def brief_title(title: str) -> str:
    """A title as running text says it: what stands before its first dash, comma or stroke, if that is whole.

    "Nurse - ICU" is a nurse; "Director AI - ML" is cut inside a name, as its last word in capitals tells.
    """
    head = _JOINTS.split(title, maxsplit=1)[0].strip()
    last = head.rpartition(" ")[2]
    whole = bool(head) and not (last.isupper() and " " in head) and not head.isupper()
    return head if whole else title


def reference(posting: Posting) -> str:
    """The posting's reference or requisition number as it stands in the text; empty if there is none."""
    cues = "|".join(re.escape(cue) for cue in letter_data()["reference_cues"])
    if not cues:
        return ""
    number = r"[\w-]*\d[\w-]*(?:/\w*\d\w*|/[A-Z]{1,4}\b)*"
    found = re.search(rf"\b(?i:{cues})\s*[:#]?\s*#?\s*({number})", posting.text)
    return found.group(1) if found else ""


def _end_of_a_word(found: re.Match[str]) -> str:
    """What stays of brackets in a title: those that are another end of their word, "Professeur(e)"."""
    written = found.group()
    return written if written[:1] == "(" and written.strip("()") in letter_data()["title_ends"] else ""


def _without_company(title: str, company: str) -> str:
    """A title that begins with the company's name without it, where two words or more are left."""
    rest = title[len(company) :].strip(" -–—|/,:") if company and title.startswith(f"{company} ") else ""
    return rest if len(rest.split()) > 1 else title


def _says_where(part: str, locations: Sequence[str]) -> bool:
    held = [folded(word) for word in words(part)]
    places = {folded(word) for location in locations for word in words(location)}
    if any(char.isdigit() for char in part) or (held and all(word in places for word in held)):
        return True
    spoken = f" {' '.join(held)} "
    return any(f" {' '.join(words(tail))} " in spoken for tail in letter_data()["title_tails"])


def _calm(title: str, text: str) -> str:
    """A title in capitals as the posting writes its words elsewhere; short words it never does are acronyms."""
    if not title.isupper() or sum(map(str.isalpha, title)) < _SHOUTED:
        return title
    return re.sub(r"[A-Z]+", lambda word: _calm_word(word[0], text), title)


def _calm_word(word: str, text: str) -> str:
    written = re.search(rf"\b(?:{word.capitalize()}|{word.lower()})\b", text)
    if written is None and len(word) <= _ACRONYM:
        return word
    return word.capitalize()
