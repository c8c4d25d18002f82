"""Letters that ASCII has not into those that stand for them in the names of files."""

import unicodedata

_LATIN = "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ı:i ĸ:k ŋ:n ŧ:t ə:a"
"""Letters of Latin alphabets that are no letter with a mark: Unicode takes those apart by itself, ü into u."""

_CYRILLIC = (
    "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh "
    "щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ў:u ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz ѓ:g ќ:k ѕ:dz"
)
"""As English writes names (BGN/PCGN, without its dots and signs)."""

_GREEK = "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o"
"""As ELOT 743 has it, which passports follow, but for the pairs of letters other than `ου`."""

_PAIRS = (("ου", "ou"), ("ού", "oú"), ("Ου", "Ou"), ("Ού", "Oú"))


def _spelled() -> dict[str, str]:
    pairs = [pair.partition(":") for table in (_LATIN, _CYRILLIC, _GREEK) for pair in table.split()]
    lower = {letter: ascii_ for letter, _, ascii_ in pairs}
    upper = {letter.upper(): ascii_.capitalize() for letter, ascii_ in lower.items() if len(letter.upper()) == 1}
    return {**upper, **lower, "ẞ": "SS"}


_SPELLED = _spelled()


def ascii_text(text: str) -> str:
    """A text in ASCII: accents off, Greek and Cyrillic as passports have it; what has no such form is left out."""
    composed = unicodedata.normalize("NFC", text)
    for pair, spelled in _PAIRS:
        composed = composed.replace(pair, spelled)
    whole = "".join(_SPELLED.get(sign, sign) for sign in composed)
    parts = "".join(_SPELLED.get(sign, sign) for sign in unicodedata.normalize("NFKD", whole))
    return parts.encode("ascii", "ignore").decode()
