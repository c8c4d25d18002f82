"""Sentences of our own as a gate: what must be found is found, what must not be found is not."""

from pathlib import Path

import yaml

from tailor.skills import SkillFinder

RIGHT = 0.9
SPRUNG = 0.03


def test_nine_of_ten_sentences_are_right_and_hardly_a_trap_springs(finder: SkillFinder) -> None:
    rows = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
    assert len(rows) > 100
    wrong, sprung, traps = [], 0, 0
    for text, wanted, unwanted in rows:
        found = {mention.text.casefold() for mention in finder.find(text, "line")}
        missing = [form for form in wanted if form.casefold() not in found]
        false = [form for form in unwanted if form.casefold() in found]
        sprung, traps = sprung + len(false), traps + len(unwanted)
        if missing or false:
            wrong.append((text, missing, false))
    assert 1 - len(wrong) / len(rows) >= RIGHT, wrong
    assert sprung / traps <= SPRUNG, wrong
