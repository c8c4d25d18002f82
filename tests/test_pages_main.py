"""Which part of a saved page is the posting."""

from tailor.pages import read_pages

DUTY = "<li>Keep the {} loom of the mill running and report its faults to the foreman at noon</li>"
CARD = "<li><div class='card'>Weaver of the {} street, apply before the end of the month</div></li>"


def page(duties: int, cards: int) -> str:
    own = f"<main><h1>Weaver</h1><ul>{''.join(DUTY.format(number) for number in range(duties))}</ul></main>"
    other = (
        f"<aside class='similar-jobs'><ul>{''.join(CARD.format(number) for number in range(cards))}</ul></aside>"
    )
    return f"<!doctype html><html><body>{own}{other}</body></html>"


def lines_of(markup: str) -> list[str]:
    (read,) = read_pages(markup.encode(), "weaver.html")
    return [block.text for block in read.blocks]


def test_hundreds_of_other_jobs_beside_the_main_part_are_left_out() -> None:
    lines = lines_of(page(duties=30, cards=300))
    assert lines[0] == "Weaver"
    assert len(lines) == 31
    assert not any("street" in line for line in lines)


def test_a_main_part_that_holds_next_to_nothing_is_not_the_posting_alone() -> None:
    assert any("street" in line for line in lines_of(page(duties=1, cards=30)))
