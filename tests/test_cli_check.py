"""`tailor check`: the text that a reader gets of any PDF, what is lost, and what each reader makes of it."""

import json
from pathlib import Path

import pytest
from print_cases import HEAD, JOBS, bare, encrypted, good, made

GOOD = good()
SPACED = good("<h2 style='letter-spacing: .5em'>EDUCATION</h2>")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.pdf").write_bytes(GOOD)
    (tmp_path / "spaced.pdf").write_bytes(SPACED)
    return tmp_path


def test_the_text_and_what_the_file_is_are_shown(folder: Path, tailor) -> None:
    done = tailor("check", "good.pdf")
    assert done.code == 0
    assert done.out.startswith("Zoë Berg\n")
    assert "• Led five people.\n" in done.out
    assert "good.pdf: 1 page, " in done.out
    assert "title “A resume”, author “Zoë Berg”, language en, tagged" in " ".join(done.out.split())
    assert done.out.endswith("Nothing that can be known from the file alone is lost.\n")


def test_what_is_lost_is_told_with_what_to_do_and_asks_for_3(folder: Path, tailor) -> None:
    done = tailor("check", "spaced.pdf")
    assert done.code == 3
    lost = done.out.partition("Software loses\n")[2]
    assert "letters stand apart" in lost
    assert "-> space the letters of headings" in lost
    assert "Nothing that can be known" not in done.out


def test_what_is_only_worth_knowing_asks_for_nothing(folder: Path, tailor) -> None:
    Path("bare.pdf").write_bytes(bare("Zoe Berg, zoe@example.com, +47 555 01 340"))
    done = tailor("check", "bare.pdf")
    assert done.code == 0
    assert "no title, no author, no language, not tagged" in " ".join(done.out.split())
    assert "fonts are not embedded: Helvetica" in done.out.partition("Worth knowing\n")[2]


def test_every_file_is_checked_and_the_gravest_is_the_answer(folder: Path, tailor) -> None:
    Path("not.pdf").write_bytes(b"no pdf")
    done = tailor("check", "not.pdf", "spaced.pdf", "nowhere.pdf", "good.pdf")
    assert done.code == 3
    assert "not.pdf: it cannot be read" in done.err
    assert "nowhere.pdf" in done.err
    assert "spaced.pdf: 1 page" in done.out
    assert "good.pdf: 1 page" in done.out
    assert tailor("check", "not.pdf", "good.pdf").code == 1


def test_a_page_of_several_is_named(folder: Path, tailor) -> None:
    table = f"<table><tr><td>{'<p>Skill</p>' * 9}</td><td>{JOBS}{JOBS}</td></tr></table>"
    Path("two.pdf").write_bytes(made(f"{HEAD}<p style='break-after: page'>x</p>{table}"))
    assert "page 2: " in tailor("check", "two.pdf").out


def test_a_locked_file_is_told_in_plain_words(folder: Path, tailor) -> None:
    Path("locked.pdf").write_bytes(encrypted(GOOD, user="secret"))
    done = tailor("check", "--readers", "locked.pdf")
    assert done.code == 3
    assert "the file is encrypted" in done.out
    assert "Traceback" not in done.err


def test_the_readers_are_compared(folder: Path, tailor) -> None:
    done = tailor("check", "--readers", "good.pdf")
    assert done.code == 0
    table = done.out.partition("\nReader ")[2]
    for name in ("pdfium", "pypdf"):
        (row,) = [line for line in table.splitlines() if line.startswith(f"{name} ")]
        *_, whole, ordered, lines = row.split()
        assert whole == ordered == lines


def test_a_reader_that_loses_lines_is_told_with_the_first_of_them(folder: Path, tailor, monkeypatch) -> None:
    from tailor.check import Reader

    def lossy(_: bytes) -> str:
        return "Zoë Berg"

    def broken(_: bytes) -> str:
        raise ValueError("no such font\nmore")

    two = (
        Reader(name="lossy", version="1", read=lossy),
        Reader(name="broken", version="", read=broken),
    )
    monkeypatch.setattr("tailor.check.readers", lambda: two)
    out = tailor("check", "--readers", "good.pdf").out
    assert "lossy 1" in out
    assert "loses “Bergen · zoe@example.com" in out
    assert "broken                      fails: ValueError: no such font\n" in out
    assert "not on this machine: pdfium, pypdf" in out


def test_for_programs_everything_is_one_object(folder: Path, tailor) -> None:
    done = tailor("check", "--json", "--readers", "good.pdf", "spaced.pdf")
    assert done.code == 3
    first, second = map(json.loads, done.out.splitlines())
    assert set(first) == {
        "file", "pages", "title", "author", "language", "tagged", "text", "findings", "readers",
    }  # fmt: skip
    assert (first["file"], first["pages"], first["findings"]) == ("good.pdf", 1, [])
    assert {one["name"] for one in first["readers"]} >= {"pdfium", "pypdf"}
    assert all(one["whole"] == one["in_order"] == one["lines"] for one in first["readers"])
    (finding,) = second["findings"]
    assert (finding["kind"], finding["lost"], finding["page"]) == ("spaced-letters", True, None)
    assert "readers" not in json.loads(tailor("check", "--json", "good.pdf").out)


def test_control_characters_of_a_file_never_reach_the_terminal(folder: Path, tailor) -> None:
    Path("odd.pdf").write_bytes(bare("Zoe \\033]0;owned\\007 zoe@example.com, +47 555 01 340"))
    done = tailor("check", "odd.pdf")
    assert "owned" in done.out
    assert not {sign for sign in done.out if ord(sign) < 32 and sign not in "\n\t"}


def test_a_file_that_unpacks_to_too_much_is_refused(folder: Path, tailor, monkeypatch) -> None:
    monkeypatch.setattr("tailor.pages.pdf_page._MOST_UNPACKED", 1_000)
    done = tailor("check", "good.pdf")
    assert done.code == 1
    assert "unpacks to too much" in done.err


def test_a_machine_without_the_other_readers_still_compares(folder: Path, tailor, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    out = tailor("check", "--readers", "good.pdf").out
    assert "pdfium" in out
    assert "not on this machine: " in out
    assert "mutool" in out.partition("not on this machine: ")[2]
