"""A ranking made with a profile in the posting's language, told of the profile as it is printed."""

from dataclasses import replace

from tailor.model.plan import RankedBullet, Ranking
from tailor.model.profile import Bullet, Entry, Profile
from tailor.model.record import HintOutcome


def as_printed(ranking: Ranking, compared: Profile, printed: Profile) -> Ranking:
    """A ranking of one version of a profile into the same of another: scores stay, words are the other's."""
    if compared is printed:
        return ranking
    places = {bullet.path: (bullet, entry) for entry in printed.entries for bullet in entry.bullets}
    texts = {bullet.text: places[bullet.path][0].text for bullet in compared.bullets}
    return replace(
        ranking,
        bullets=tuple(_ranked(one, *places[one.bullet.path]) for one in ranking.bullets),
        hints=tuple(_hint(one, texts) for one in ranking.hints),
    )


def _ranked(one: RankedBullet, bullet: Bullet, entry: Entry) -> RankedBullet:
    return replace(one, bullet=bullet, entry=entry, wording=_wording(one, bullet))


def _wording(one: RankedBullet, bullet: Bullet) -> str:
    """The wording at the place of the best one; the text where the languages have not as many."""
    compared, own = (one.bullet.text, *one.bullet.variants), (bullet.text, *bullet.variants)
    if one.wording not in compared:
        return one.wording  # the person's own edit
    return own[compared.index(one.wording)] if len(own) == len(compared) else bullet.text


def _hint(hint: HintOutcome, texts: dict[str, str]) -> HintOutcome:
    return replace(hint, note=texts.get(hint.note, hint.note))
