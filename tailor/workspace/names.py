"""Names of folders and files: ASCII, stable, safe on every system."""

import re
import unicodedata
import zlib

_LONGEST_PART = 60
"""Characters of a company or a title in a name: ten words; file systems allow 255 bytes for the whole."""

_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_SIGNS = (
    ("c++", "c-plus-plus"),
    ("c#", "c-sharp"),
    ("f#", "f-sharp"),
    ("&", " and "),
    ("ß", "ss"),
    ("ø", "o"),
    ("Ø", "O"),
    ("ł", "l"),
    ("Ł", "L"),
    ("æ", "ae"),
    ("Æ", "Ae"),
    ("đ", "d"),
    ("Đ", "D"),
)


def slug(text: str) -> str:
    """A text into lower-case ASCII words joined by hyphens; empty when nothing of it can be written so."""
    return "-".join(_words(text)).lower()


def title_name(*parts: str) -> str:
    """Parts into one name as recruiters like it: "Ada-Lovelace-Engineer-Acme-Resume"."""
    return "-".join("-".join(_words(part)) for part in parts if _words(part))


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


def _words(text: str) -> list[str]:
    for sign, spelled in _SIGNS:
        text = text.replace(sign, spelled).replace(sign.upper(), spelled)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain.replace("'", ""))
    kept: list[str] = []
    for word in words:
        if sum(map(len, kept)) + len(kept) + len(word) > _LONGEST_PART and kept:
            break
        kept.append(word[:_LONGEST_PART])
    return kept
