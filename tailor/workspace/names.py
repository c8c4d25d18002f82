"""Names of folders and files: ASCII, stable, safe on every system."""

import re
import unicodedata
import zlib
from collections.abc import Sequence

from tailor.workspace.letters import ascii_text

_LONGEST_PART = 60
"""Characters of a company or a title in a folder's name: ten words; file systems allow 255 bytes for the whole."""

_LONGEST_IN_FILE = 50
"""Characters of each part of a file's name, which a recruiter reads in a list of downloads: eight words."""

_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_SIGNS = (("c++", "c-plus-plus"), ("c#", "c-sharp"), ("f#", "f-sharp"), ("&", " and "))


def slug(text: str) -> str:
    """A text into lower-case ASCII words joined by hyphens; empty when nothing of it can be written so."""
    return "-".join(_words(text)).lower()


def title_name(*parts: str) -> str:
    """Parts into one name as recruiters like it: "Ada-Lovelace-Engineer-Acme-Resume"; empty ones are left out."""
    words = (_words(part, _LONGEST_IN_FILE) for part in parts)
    return "-".join("-".join(found) for found in words if found)


def respelled(text: str, pairs: Sequence[Sequence[str]]) -> str:
    """A text with letters as its language writes them without their marks: ("ä", "ae") makes "Äpfel" "Aepfel"."""
    composed = unicodedata.normalize("NFC", text)
    for letter, spelled in pairs:
        composed = composed.replace(letter, spelled).replace(letter.upper(), spelled.capitalize())
    return composed


def person_name(name: str, email: str, profile: str) -> str:
    """A person's name as a file's name can hold it: the name itself, else that of the address, else the profile's.

    A name in an alphabet that has no form in ASCII often has one in the person's own e-mail address.
    """
    if _words(name):
        return name
    local = re.sub(r"[\W\d_]+", " ", email.partition("@")[0]).title()
    return local if _words(local) else profile


def folder_name(company: str, title: str, source: str) -> str:
    """The folder of an application: company and position, or the posting's own file name without both."""
    name = "-".join(part for part in (slug(company), slug(title)) if part) or slug(source) or "posting"
    return _allowed(name, "job")


def person_folder(profile: str) -> str:
    """The folder of a person's applications, from the profile's file name without its ending."""
    return _allowed(slug(profile) or "profile", "profile")


def mark(source: str) -> str:
    """Six characters that tell two postings of one name apart, from the posting's file name."""
    return f"{zlib.crc32(source.encode('utf-8', 'replace')) & 0xFFFFFF:06x}"


def _allowed(name: str, tail: str) -> str:
    """A name, or a longer one where Windows keeps it for a device."""
    return f"{name}-{tail}" if _RESERVED.match(name) else name


def _words(text: str, longest: int = _LONGEST_PART) -> Sequence[str]:
    """A text into its words in ASCII, as many as fit."""
    for sign, spelled in _SIGNS:
        text = text.replace(sign, spelled).replace(sign.upper(), spelled)
    kept: list[str] = []
    for word in re.findall(r"[A-Za-z0-9]+", ascii_text(text).replace("'", "")):
        if sum(map(len, kept)) + len(kept) + len(word) > longest and kept:
            break
        kept.append(word[:longest])
    return kept
