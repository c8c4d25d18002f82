"""How firmly a bullet is printed: its rank, its rival, what other weights would do."""

import pytest
from match_builders import TODAY, entry, find, posting, profile

from tailor.match import rank
from tailor.model.plan import RankedBullet, Ranking
from tailor.model.profile import Bullet, Entry
from tailor.plan.standing import standing, standings


class Page:
    """As much of a plan as a standing asks for."""

    def __init__(self, *printed: str) -> None:
        self.printed = frozenset(printed)


JOB = Entry(path="work[0]", section="work", name="Umbrelcott")
OLD = Entry(path="work[1]", section="work", name="Oldacre")


def bullet(number: int, *, job: Entry = JOB, private: bool = False, **parts: float) -> RankedBullet:
    path = f"{job.path}.highlights[{number}]"
    return RankedBullet(
        bullet=Bullet(path=path, id=path, text=f"Line {number}", private=private), entry=job,
        score=sum(parts.values()), parts=tuple(parts.items()), requirements=(),
    )  # fmt: skip


def ranking(*bullets: RankedBullet) -> Ranking:
    return Ranking(bullets=tuple(sorted(bullets, key=lambda one: -one.score)), matches=())


BEST, NEXT, LAST = bullet(0, words=0.9), bullet(1, words=0.5, letters=0.1), bullet(2, words=0.1)
PLACE = "work[0].highlights[{}]".format


def test_a_printed_bullets_rival_is_the_best_of_its_entry_that_is_not() -> None:
    found = standing(Page(PLACE(0)), ranking(BEST, NEXT, LAST), PLACE(0))
    assert (found.rank, found.of, found.printed, found.rival, found.firm) == (1, 3, True, NEXT, True)
    assert found.lead == pytest.approx(0.3)


def test_what_is_not_printed_has_the_weakest_printed_one_as_its_rival() -> None:
    found = standing(Page(PLACE(0), PLACE(1)), ranking(BEST, NEXT, LAST), PLACE(2))
    assert (found.printed, found.rival) == (False, NEXT)
    other = bullet(0, job=OLD, words=0.2)
    elsewhere = standing(Page(PLACE(0), PLACE(1)), ranking(BEST, NEXT, other), other.bullet.path)
    assert elsewhere.rival == NEXT


def test_a_small_lead_of_other_parts_is_a_close_call() -> None:
    near = bullet(3, letters=0.61)
    found = standing(Page(near.bullet.path), ranking(near, NEXT), near.bullet.path)
    assert 0.3 < found.stays < 0.8
    assert not found.firm
    assert found.stays == standing(Page(near.bullet.path), ranking(near, NEXT), near.bullet.path).stays


def test_other_rules_decide_where_a_weaker_line_is_printed() -> None:
    assert standing(Page(PLACE(2)), ranking(BEST, NEXT, LAST), PLACE(2)).firm


def test_without_a_rival_all_is_firm_and_private_lines_are_none() -> None:
    hidden = bullet(4, private=True, words=0.89)
    found = standings(Page(PLACE(0)), ranking(BEST, hidden))
    assert list(found) == [PLACE(0)]
    assert found[PLACE(0)].rival is None
    assert found[PLACE(0)].firm


def test_an_unknown_bullet_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        standing(Page(), ranking(BEST), "nothing")


def test_a_real_ranking_has_a_standing_for_every_open_bullet() -> None:
    person = profile(entry(0, ["Python pipelines", "Gardens", "Kafka streams in Python"]))
    made = rank(posting("Python"), person, find, today=TODAY)
    found = standings(Page(made.bullets[0].bullet.path), made)
    assert [one.rank for one in found.values()] == [1, 2, 3]
