"""Bytes without a declared encoding that are no clean UTF-8 -> text, by how letters would stand."""

import re

_HEAD = 4096
_MANY_ZEROS, _FEW_ZEROS = 0.4, 0.02
"""Shares of zero bytes in one half and the other of Western text in UTF-16."""

_RIGHT_FOR_WRONG = 3
"""So many letters that are right UTF-8 for one that is not: a file with a few foreign bytes."""

_MOST_ODD = 0.1
"""Share of letters and signs that may stand oddly in Windows-1252; chosen on the project's own postings."""

_HIGH = re.compile(r"[^\x00-\x7f]")
_SIGNS = frozenset("€‚„…†‡‰‹‘’“”•–—™›\xa0¡§©ª«¬®°±²³´µ¶·º»¼½¾¿£¥¢¨¯¸¹×÷\xad")
_BETWEEN_LETTERS = frozenset("’‘·\xa0–—…\xad«»“”º°")
_LETTERS = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸðÐþÞ")
_ALONE = frozenset("àÀéÉèÈóÓòÒáÁ")


def utf16_name(data: bytes) -> str:
    """The name of the UTF-16 of bytes without a mark, told by every second byte being zero; "" for none."""
    head = data[:_HEAD]
    half = len(head) // 2
    if not half or len(data) % 2:
        return ""
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > _MANY_ZEROS and even < _FEW_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY_ZEROS and odd < _FEW_ZEROS else ""


def guessed(data: bytes) -> str:
    """Text in UTF-8 with a few wrong bytes, in Windows-1252 where its letters stand well, else by statistics."""
    return _nearly_utf8(data) or _western(data) or _by_statistics(data)


def _nearly_utf8(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(not letter.isascii() for letter in text) - wrong
    return text if right and right >= _RIGHT_FOR_WRONG * wrong else ""


def _western(data: bytes) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    found = list(_HIGH.finditer(text))
    odd = sum(_is_odd(text, match.start()) for match in found)
    return text if odd <= _MOST_ODD * len(found) else ""


def _is_odd(text: str, place: int) -> bool:
    """Whether a letter stands as none does: a capital behind small ones, a sign inside a word, two in a row."""
    letter, before, after = text[place], text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if letter in _SIGNS:
        return letter not in _BETWEEN_LETTERS and before.isalpha() and after.isalpha()
    if letter not in _LETTERS:
        return True
    alone = not (before.isalpha() or after.isalpha()) and letter not in _ALONE
    return alone or (letter.isupper() and before.islower()) or (not after.isascii() and after.isalpha())


def _by_statistics(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy imports late

    best = from_bytes(
        data, cp_isolation=["cp1252", "iso8859_15", "cp1250", "cp1251", "mac_roman", "cp932", "gb18030"]
    ).best()
    return str(best) if best else data.decode("cp1252", "replace")
