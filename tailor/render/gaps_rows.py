"""The requirements of a posting arranged for reading: groups in order, what is open before what is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tailor.model.gaps import Evidence, RequirementState, State
from tailor.model.posting import Need
from tailor.render.gaps_lines import anchor_of
from tailor.resources import language_data

Words = dict[str, Any]

GOOD = frozenset({"shown", "met"})
_NEEDS: tuple[Need, ...] = ("required", "responsibility", "preferred")
_ORDER: tuple[State, ...] = ("not met", "ask", "listed", "adjacent", "not found", "shown", "met")
# A page quotes this many bullets per row and folds the others away.
_QUOTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One requirement of a row: the name of its place on the page, and the posting's words."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the posting asks with one answer: state as symbol and words, reason, evidence, what to do.

    Mostly one requirement; several where the profile has nothing of them and there is one thing to say. `rest` is
    the evidence behind the first; `plain` says that the reason adds nothing to the quotes.
    """

    asked: tuple[Asked, ...]
    symbol: str
    state: State
    word: str
    reason: str
    advice: str
    evidence: tuple[Evidence, ...]
    rest: tuple[Evidence, ...]
    plain: bool

    @property
    def text(self) -> str:
        """The posting's words, of several requirements one after another."""
        return "; ".join(one.text for one in self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one heading; `note` counts their states, `folded` says that they are no proof either way."""

    name: str
    heading: str
    rows: tuple[Row, ...]
    note: str = ""
    folded: bool = False


def words(language: str = "en") -> Words:
    """The words of the report page in one language."""
    page: Words = language_data(language, "gaps.yaml")["page"]
    return page


def row_anchor(anchor: str, requirement: str) -> str:
    """The name of the place where a requirement stands."""
    return anchor_of(anchor, requirement)


def groups(states: Sequence[RequirementState], anchor: str) -> Iterator[Group]:
    """Knock-outs, then the needs, then the person's own key skills; soft skills fold into one group."""
    headings = words()["headings"]
    plain = [state for state in states if not state.knockout]
    soft = [state for state in plain if state.requirement.kind == "soft" and state.requirement.source == "posting"]
    hard = [state for state in plain if state not in soft]
    found: list[tuple[str, list[RequirementState]]] = [("knockouts", [s for s in states if s.knockout])]
    for need in _NEEDS:
        of_posting = [s for s in hard if s.requirement.need == need and s.requirement.source == "posting"]
        found.append((need, of_posting))
    found.append(("record", [state for state in hard if state.requirement.source == "record"]))
    found.append(("soft", soft))
    for name, members in found:
        if members:
            rows = tuple(_gathered([_row(state, anchor) for state in members]))
            more = name == "required" and bool(found[0][1])
            yield Group(
                name=name,
                heading=headings["required_more" if more else name],
                rows=rows,
                note=_good(members) if name == "knockouts" else _counted(members),
                folded=name == "soft",
            )


def _good(members: Sequence[RequirementState]) -> str:
    """How many conditions are met, whether a line or bullets say so, as the counts of several postings have it."""
    good = sum(one.state in GOOD for one in members)
    others = _counted([one for one in members if one.state not in GOOD])
    return ", ".join(filter(None, (f"{good} {words()['good']}" if good else "", others)))


def _counted(members: Sequence[RequirementState]) -> str:
    """How many stand in each state: "3 shown, 1 listed only"."""
    page = words()
    counts = [(state, sum(one.state == state for one in members)) for state in reversed(_ORDER)]
    return ", ".join(f"{count} {page['words'][state]}" for state, count in counts if count)


def _gathered(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows by state, what is open first; those of which there is only one thing to say become one."""
    together: dict[tuple[State, str], list[Row]] = {}
    for row in rows:
        if row.state in {"not found", "ask"} and not row.evidence and not row.rest:
            together.setdefault((row.state, row.advice), []).append(row)
    several = {key: found for key, found in together.items() if len(found) > 1}
    merged = {id(row): key for key, found in several.items() for row in found}
    seen: set[tuple[State, str]] = set()
    found = []
    for row in rows:
        key = merged.get(id(row))
        if key is None:
            found.append(row)
        elif key not in seen:
            seen.add(key)
            found.append(_merged(several[key]))
    yield from sorted(found, key=lambda row: _ORDER.index(row.state))


def _merged(rows: Sequence[Row]) -> Row:
    reasons = {row.reason for row in rows}
    reason = rows[0].reason if len(reasons) == 1 else str(words()["nothing_of_these"])
    return replace(rows[0], asked=tuple(one for row in rows for one in row.asked), reason=reason)


def _row(state: RequirementState, anchor: str) -> Row:
    page = words()
    quoted = tuple(one for one in state.evidence if not _is_said(one, state.reason))
    return Row(
        asked=(
            Asked(anchor=row_anchor(anchor, state.requirement.id), text=" ".join(state.requirement.text.split())),
        ),
        symbol=page["symbols"][state.state],
        state=state.state,
        word=page["words"][state.state],
        reason=opened(_reason(state)),
        advice=state.advice,
        evidence=quoted[:_QUOTED],
        rest=quoted[_QUOTED:],
        plain=state.state == "shown" and not state.advice and state.requirement.min_years is None,
    )


def opened(text: str) -> str:
    """A text with a capital first letter, where its first word has none."""
    return text[:1].upper() + text[1:] if text.split(" ", maxsplit=1)[0].islower() else text


def _is_said(one: Evidence, reason: str) -> bool:
    return one.text in reason or one.text.partition(" (")[0] in reason


def _reason(state: RequirementState) -> str:
    """The reason; where it names what says so, with whether the resume prints that, in place of a quote."""
    said = [one for one in state.evidence if _is_said(one, state.reason)]
    if not said:
        return state.reason
    page = words()
    printed = {one.printed for one in said}
    if state.state != "met" or len(printed) > 1:
        return state.reason
    return f"{state.reason} ({page['printed' if printed == {True} else 'unprinted']})"
