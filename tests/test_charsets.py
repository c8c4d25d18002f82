"""Files without a declared encoding: what each is read as."""

from pathlib import Path

import pytest

from tailor.pages.charsets import guessed, utf16_name
from tailor.pages.decoding import decode

CORPUS = Path(__file__).parent / "corpus"
LINES = (
    "Café manager – £12.50 an hour, “fair” tips\nRésumé to Zoë\n",
    "Pflegefachkraft für unsere Tagespflege, 30 Tage Urlaub, Größe egal, 2.900 € brutto\n",
    "Maîtrise d’Excel exigée ; à Lille dès l’été, 28 000 €\n",
    "Se busca señora o señor con ilusión · 1.200 €\n",
)


@pytest.mark.parametrize("text", LINES)
def test_windows_letters_are_read_as_written(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", LINES)
def test_utf_16_needs_no_mark(text: str, encoding: str) -> None:
    assert utf16_name(text.encode(encoding)) == encoding
    assert decode(text.encode(encoding), "a.txt") == text


def test_one_foreign_byte_does_not_spoil_a_file() -> None:
    data = "Zoë’s café – résumé für Größe".encode() + b" it\x92s"
    assert guessed(data).startswith("Zoë’s café – résumé für Größe it")


def test_russian_letters_are_no_western_ones() -> None:
    text = (
        "Требования: опыт работы пекарем не менее двух лет, знание хлебных печей и порядок на рабочем месте. " * 3
    )
    assert guessed(text.encode("cp1251")).strip() == text.strip()


def test_most_postings_survive_windows_1252() -> None:
    texts = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(CORPUS.glob("*/*.txt"))]
    whole = [
        text for text in texts if not text.isascii() and text == text.encode("cp1252", "ignore").decode("cp1252")
    ]
    assert len(whole) >= 20
    assert sum(guessed(text.encode("cp1252")) == text for text in whole) == len(whole)
