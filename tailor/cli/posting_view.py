"""A posting as `tailor parse` shows it: doubts first, facts, what decides first, the lists, lines set aside."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tailor.cli.output import hung, table
from tailor.model.posting import Knockout, Posting, Requirement, Salary
from tailor.resources import language_data

_LISTS = ("required", "preferred", "responsibility")
_RULE = "─"


def posting_view(posting: Posting, source: str, *, columns: int, everything: bool) -> str:
    """A posting into text for a terminal of so many columns; `everything` lists the lines set aside one by one."""
    words = language_data("en", "parse.yaml")["terminal"]
    title = posting.title or words["unstated"]
    parts = [f"{hung(title, columns=columns, indent=0)}\n{_RULE * min(columns, max(len(title), 20))}"]
    if posting.doubts or posting.empty:
        doubts = [*filter(None, [posting.empty]), *posting.doubts]
        parts.append("\n".join([words["doubts"], *(hung(f"! {doubt}", columns=columns) for doubt in doubts)]))
    parts.append(table(list(_facts(posting, source, words)), columns=columns))
    if posting.knockouts:
        rows = [(_stop(knockout), _quote(knockout)) for knockout in posting.knockouts]
        told = table(rows, columns=columns)
        several = "" if all(knockout.alone for knockout in posting.knockouts) else f"\n{words['several']}"
        parts.append(f"{words['knockouts']} ({len(rows)})\n{told}{several}")
    parts += list(_lists(posting, words, columns))
    parts += list(_aside(posting, words, columns, everything=everything))
    return "\n\n".join(parts) + "\n"


def _facts(posting: Posting, source: str, words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    facts, labels, unstated = posting.facts, words["facts"], words["unstated"]
    yield labels["company"], facts.company or unstated
    if facts.agency:
        yield labels["agency"], facts.agency
    yield labels["places"], "; ".join(facts.locations) or unstated
    yield labels["remote"], unstated if facts.remote == "unstated" else facts.remote
    yield labels["type"], facts.employment_type or unstated
    yield labels["pay"], _pay(facts.salary) or unstated
    yield labels["years"], str(facts.min_years) if facts.min_years else unstated
    yield labels["education"], facts.education or unstated
    if facts.date_posted or facts.valid_through:
        yield labels["dates"], f"{facts.date_posted or '…'} – {facts.valid_through or '…'}"
    for name, value in (("contact", facts.contact), ("apply", facts.apply_to)):
        if value:
            yield labels[name], value
    yield labels["language"], facts.language
    yield labels["file"], source


def _pay(salary: Salary | None) -> str:
    if salary is None:
        return ""
    amounts = [amount for amount in (salary.minimum, salary.maximum) if amount is not None]
    shown = " – ".join(f"{amount:,.2f}".removesuffix(".00") for amount in dict.fromkeys(amounts))
    return " ".join(filter(None, [shown, salary.currency, salary.period and f"/ {salary.period}"]))


def _stop(knockout: Knockout) -> str:
    return knockout.kind if knockout.alone else f"{knockout.kind} *"


def _quote(knockout: Knockout) -> str:
    details = "; ".join(f"{name}: {value}" for name, value in knockout.details)
    return f"“{knockout.requirement.text}”" + (f" [{details}]" if details else "")


def _lists(posting: Posting, words: dict[str, Any], columns: int) -> Iterator[str]:
    for need in _LISTS:
        asked = [each for each in posting.requirements if each.need == need and each.source == "posting"]
        if asked:
            whys = [""] + [each.why for each in asked]
            rows = [
                (each.id, _line(each, words, same=each.why == why)) for each, why in zip(asked, whys, strict=False)
            ]
            yield f"{words['lists'][need]} ({len(rows)})\n{table(rows, columns=columns)}"


def _line(requirement: Requirement, words: dict[str, Any], *, same: bool) -> str:
    """A line with what it asks for; the reason is told where it is not the one of the line before."""
    groups = [words["or"].join(skill.name for skill in group) for group in requirement.skills]
    remarks = [words["asks"].format(skills="; ".join(groups))] if groups else []
    if requirement.path:
        choice, _, way = requirement.path.partition(".")
        remarks.append(words["choice"].format(choice=choice, way=way))
    if not same:
        remarks.append(requirement.why)
    return f"{requirement.text} [{' · '.join(remarks)}]" if remarks else requirement.text


def _aside(posting: Posting, words: dict[str, Any], columns: int, *, everything: bool) -> Iterator[str]:
    lines = posting.set_aside
    if not lines:
        return
    if everything:
        rows = [("-", f"{_short(line.span.text)} [{line.why}]") for line in lines]
        yield f"{words['aside']} ({len(lines)})\n{table(rows, columns=columns)}"
        return
    counts: Sequence[tuple[str, int]] = Counter(line.why for line in lines).most_common()
    folded = ", ".join(f"{why} {count}" for why, count in counts)
    yield hung(f"{words['aside']} ({len(lines)}): {folded} ({words['more']})", columns=columns, indent=0)


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
