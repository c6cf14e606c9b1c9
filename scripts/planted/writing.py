"""One origin's report: a first sentence, the facts it tells, what it tells beside them, and its title."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from planted.event import Event, Origin, Printed, Sentence, slots_of
from planted.sentences import Teller, render


@dataclass(frozen=True)
class Task:
    """What a report has to name, whether it is a short first one, and whether it puts an earlier one right."""

    must: frozenset[str] = frozenset()
    short: bool = False
    later: bool = False


@dataclass
class Draft:
    """A report in the making."""

    teller: Teller
    task: Task
    mine: set[str] = field(default_factory=set)  # templates it has used
    sentences: list[Sentence] = field(default_factory=list)
    body: list[str] = field(default_factory=list)  # templates that are to follow

    @property
    def event(self) -> Event:
        """What it tells of."""
        return self.teller.event

    @property
    def length(self) -> int:
        """How many sentences it has or will have."""
        return len(self.sentences) + len(self.body)

    def add(self, template: str) -> None:
        """Write the next sentence."""
        self.mine.add(template)
        self.event.used[template] += 1
        sentence = render(self.teller, template)
        self.teller.told.update(label.fact for label in sentence.labels if label.scope == "event")
        self.sentences.append(sentence)

    def choose(self, pool: list[str]) -> str | None:
        """A template that it does not use yet; one of a namesake only where it names the same person as most do."""
        if self.teller.view.get("person") != self.event.truth.get("person"):
            pool = [template for template in pool if "b_namesake" not in slots_of(template)]
        return choose(self.event, pool, self.mine | set(self.body))


def write(event: Event, origin: Origin, view: dict[str, Any], time: datetime.datetime, task: Task) -> Printed:
    """One origin's report."""
    rng = event.rng
    draft = Draft(Teller(event, view, time, set()), task)
    needed = set(event.rivals) | task.must
    facts = [fact for fact in event.truth if fact in needed or rng.random() < (0.55 if task.short else 0.8)]
    draft.add(draft.choose(leads(event)) or "")
    if task.later and rng.random() < 0.5:
        tell_rises(draft)
    rng.shuffle(facts)
    plan_facts(draft, facts, needed)
    plan_rest(draft, rng.randint(6, 8) if task.short else rng.randint(7, 13))
    plan_repeats(draft, facts)
    for template in draft.body:
        draft.add(template)
    title = headline(draft.teller)
    document = Printed(origin, origin.publisher, rng.choice(event.tables.REPORTERS), title, time, "", draft.sentences)
    if origin.wire:
        document.author = origin.publisher
        document.dateline = dateline(event, origin.publisher)
    return junked(event, document)


def tell_rises(draft: Draft) -> None:
    """Tell how a figure stood before and stands now."""
    tables = draft.event.tables
    for fact in draft.event.old:
        what = tables.WHAT.get(f"{draft.event.kind}.{fact}", tables.WHAT[fact])
        rises = [template.replace("{what}", what).replace("{new", "{" + fact) for template in tables.RISES]
        draft.add(draft.choose(rises) or "")


def plan_facts(draft: Draft, facts: list[str], needed: set[str]) -> None:
    """Choose the sentences that state facts."""
    event, view = draft.event, draft.teller.view
    covered = set(draft.teller.told)
    for fact in facts:
        if fact in covered:
            continue
        template = draft.choose(tellings(event, fact, view, covered))
        # Sources do not share words, unless a value that few state would go unsaid.
        if template is not None and (
            not event.used[template] or (fact in needed and (event.said[fact, view[fact]] < 2 or draft.task.must))
        ):
            event.said[fact, view[fact]] += 1
            draft.body.append(template)
            covered |= slots_of(template) | ({fact} if fact == event.question else set())


def plan_rest(draft: Draft, length: int) -> None:
    """Put sentences between them that state figures of other things, or none, until the report is long enough."""
    event, rng, body = draft.event, draft.event.rng, draft.body
    asides, fillers = event.of_kind(event.tables.ASIDES), event.of_kind(event.tables.FILLERS)
    for pool, most in ((asides, rng.randint(1, 3)), (fillers, 4), (asides, 2)):
        for _ in range(most):
            template = draft.choose([template for template in pool if not event.used[template]])
            if template is None or draft.length >= length:
                break
            body.insert(rng.randint(min(2, len(body)), len(body)), template)
            event.used[template] += 1


def plan_repeats(draft: Draft, facts: list[str]) -> None:
    """Say some things twice, and more of them where there are not yet six sentences."""
    event = draft.event
    for fact in facts:
        if draft.length >= 6 and event.rng.random() < 0.85:
            continue
        template = draft.choose(tellings(event, fact, draft.teller.view, set()))
        if template is None or (event.used[template] and draft.length >= 6):
            continue
        if draft.length < 13:
            draft.body.append(template)


def leads(event: Event) -> list[str]:
    """First sentences for an event of this kind."""
    entries: list[str] = event.words["leads"] + (event.tables.LEADS if event.disaster else [])
    return [template for template in entries if slots_of(template) <= event.known]


def tellings(event: Event, fact: str, view: dict[str, Any], covered: set[str]) -> list[str]:
    """The templates that state a fact, those with a second fact only where that is new too."""
    facts: dict[str, list[str]] = event.tables.FACTS
    if fact == event.question:
        return list(event.words[view[fact]])
    entries = facts.get(f"{event.kind}.{fact}") or facts[fact]
    return entries + [t for t in event.tables.PAIRS if fact in slots_of(t) and not covered & slots_of(t)]


def choose(event: Event, pool: list[str], mine: set[str]) -> str | None:
    """A template whose slots this event can fill, one that the event has used least."""
    fit = [template for template in pool if template not in mine and slots_of(template) <= event.known]
    if not fit:
        return None
    least = min(event.used[template] for template in fit)
    return event.rng.choice([template for template in fit if event.used[template] == least])


def headline(teller: Teller) -> str:
    """A title that gives no fact that the text does not give."""
    event = teller.event
    pool = [template for template in event.words["titles"] if not (slots_of(template) & set(event.truth)) - teller.told]
    template = choose(event, pool, set()) or ""
    event.used[template] += 1
    return render(teller, template).text


def dateline(event: Event, agency: str) -> str:
    """How an agency's report begins."""
    town = event.fixed["town"]
    return event.rng.choice((f"{town.upper()} ({agency}) - ", f"{town} ({agency}) – ", f"({agency}) - "))


def junked(event: Event, document: Printed) -> Printed:
    """Give some documents a caption and a line of the paper's own."""
    rng, tables = event.rng, event.tables
    document.caption = rng.choice(tables.CAPTIONS[event.disaster]) if rng.random() < 0.15 else ""
    document.footer = rng.choice(tables.FOOTERS) if rng.random() < 0.25 else ""
    for name, value in (("town", event.fixed["town"]), ("publisher", document.publisher)):
        document.caption = document.caption.replace("{" + name + "}", value)
        document.footer = document.footer.replace("{" + name + "}", value)
    return document
