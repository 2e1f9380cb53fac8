"""Laws of publishing: what passes the checks loads and decides; nobody's change is overwritten in silence."""

from datetime import date
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.catalogue import parse
from domain.editions import Edition, changes_between, edition_of, extras_of, with_changes
from domain.errors import Invalid
from domain.guidance import guide
from domain.merging import Take, merge_changes
from domain.reading import read_fact, read_need, read_service
from domain.reviewing import blocking
from domain.rules import RuleBook
from tests.domain.books import TODAY, answers, conditions, line, people, rulebooks, ways

law = settings(max_examples=120, deadline=None)
odd = st.sampled_from(["ei_ole", "kylla_a", "luku", "", "s0", "n0", None, 0, -1, True, [], "2026-02-30", "2026-01-01"])


@st.composite
def broken(draw: st.DrawFn, book: RuleBook) -> dict[str, dict[str, Any]]:
    """Edits of all kinds: sound ones, and values where they do not belong."""
    content = book.model_dump(mode="json")
    service = draw(st.sampled_from(content["services"]))
    edits: dict[str, st.SearchStrategy[Any]] = {
        "ways": st.one_of(ways(), st.just([]), st.just([{"lines": [{"any_of": [], "why_fi": "x"}]}])),
        "responds_to": st.lists(st.fixed_dictionaries({"need": odd, "strength": odd}), max_size=2),
        "excludes": st.lists(st.fixed_dictionaries({"service": odd, "why_fi": st.just("-")}), max_size=1),
        "after": st.lists(st.sampled_from(["s0", "s1", "x"]), max_size=2),
        "before": st.lists(st.sampled_from(["s0", "s1", "x"]), max_size=2),
        "valid_to": odd,
        "recheck_on": odd,
        "name_fi": odd,
        "preferring": conditions().map(lambda one: [{**line(one), "weight": 2}]),
    }
    for name in draw(st.lists(st.sampled_from(sorted(edits)), min_size=1, max_size=2, unique=True)):
        service[name] = draw(edits[name])
    changes: dict[str, dict[str, Any]] = {"services": {service["id"]: service}}
    if draw(st.booleans()):
        fact = draw(st.sampled_from(content["facts"]))
        fact[draw(st.sampled_from(["type", "values", "min", "ask_when", "question_fi"]))] = draw(odd)
        changes["facts"] = {fact["id"]: fact}
    if draw(st.integers(0, 4)) == 0:
        changes.setdefault(draw(st.sampled_from(["facts", "needs", "services"])), {})["n0"] = None
    return changes


@law
@given(rulebooks(needs=1), people(), st.data())
def test_what_passes_the_checks_loads_and_decides(book, facts, data):
    before = Edition(book, edition_of(book, {}).texts, {})
    try:
        after = with_changes(before, data.draw(broken(book)))
    except Invalid:
        return
    if blocking(after, on=TODAY):
        return
    event("published")
    loaded = RuleBook.model_validate_json(after.book.model_dump_json())
    assert loaded == after.book
    assert parse(after.book.model_dump(mode="json")) == after.book
    assert edition_of(loaded, extras_of(after)) == after
    guide(loaded, facts, on=TODAY)
    guide(loaded, facts.with_answer("kylla_a", data.draw(answers("kylla_a"))), on=date(2027, 1, 1))
    assert all(read_service(loaded, service).title for service in loaded.services)
    assert all(read_need(loaded, need).title for need in loaded.needs)
    assert all(read_fact(loaded, fact).title for fact in loaded.facts)


FIELDS = ("name_fi", "organiser", "summary_fi", "access_fi", "group")
steps = st.lists(
    st.tuples(st.sampled_from([0, 1, 2]), st.sampled_from(["edit", "edit", "publish", "merge"]), st.integers(0, 4)),
    max_size=25,
)


class Editor:
    """One editor's draft of one service, as the console keeps it, and which fields they have changed by hand."""

    def __init__(self, published: list[Edition]) -> None:
        self.published = published
        self.begin()

    def begin(self) -> None:
        self.base = self.published[-1]
        self.changes: dict[str, dict[str, Any]] = {}
        self.edited: dict[str, str] = {}

    def edit(self, field: str, value: str) -> None:
        content = with_changes(self.base, self.changes).plain("services", "s0")
        assert content is not None
        self.changes = {"services": {"s0": {**content, field: value}}}
        self.edited[field] = value

    def merge(self, *, mine: bool) -> None:
        mine_, newest = with_changes(self.base, self.changes), self.published[-1]
        sides = [
            {name: {i: edition.plain(name, i) for i in entries} for name, entries in self.changes.items()}
            for edition in (self.base, mine_, newest)
        ]
        merged, conflicts = merge_changes(sides[0], sides[1], sides[2], {})
        named = {str(one.conflict.path[0]) for one in conflicts}
        for field, value in self.edited.items():
            there = (merged.get("services", {}).get("s0") or newest.plain("services", "s0") or {})[field]
            assert there == value or field in named
        choices = {("services", "s0"): {(f,): Take("mine" if mine else "theirs") for f in named}}
        self.changes, left = merge_changes(sides[0], sides[1], sides[2], choices)
        assert left == []
        if not mine:
            self.edited = {field: value for field, value in self.edited.items() if field not in named}
        self.base = newest

    def publish(self) -> None:
        """Publish, unless somebody has published since: then the console refuses."""
        if self.base is not self.published[-1]:
            return
        after = with_changes(self.base, self.changes)
        for changed in changes_between(self.base, after).get("services", {}).values():
            assert changed is not None
            old = self.base.plain("services", "s0")
            assert old is not None
            differing = {field for field in changed if changed[field] != old[field]}
            assert differing <= self.edited.keys()
            assert all(changed[field] == self.edited[field] for field in differing)
        self.published.append(after)
        self.begin()


@law
@given(rulebooks(services=1), steps)
def test_in_no_order_of_edits_publishes_and_merges_is_a_change_overwritten_in_silence(book, order):
    published = [edition_of(book, {})]
    editors = [Editor(published) for _ in range(3)]
    for number, (who, what, field) in enumerate(order):
        match what:
            case "edit":
                editors[who].edit(FIELDS[field], f"arvo {number}")
            case "publish":
                editors[who].publish()
            case _:
                editors[who].merge(mine=field % 2 == 0)
