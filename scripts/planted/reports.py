"""Who reports on an event and when: papers, agencies and their copies, first reports that are put right."""

import datetime
import random
from typing import Any

from planted.event import Event, Origin, Printed, slots_of
from planted.facts import LATER, NO_DAYS
from planted.sentences import Teller, render
from planted.writing import Task, choose, dateline, headline, junked, leads, write


def report(event: Event) -> list[Printed]:
    """The documents of an event, in the order they were published."""
    papers = event.rng.sample(event.tables.PAPERS, len(event.tables.PAPERS))
    origins = voices(event, papers)
    for fact, values in event.rivals.items():
        dissent(origins, fact, values, event.rng)
    printed: list[Printed] = []
    copies = 0
    for origin in origins:
        document = write(event, origin, origin.view, hour_of_report(event), Task())
        if not origin.wire:
            printed.append(document)
            continue
        if event.rng.random() < 0.4:
            printed.append(document)
        room = 12 - len(origins) - copies
        prints = min(event.rng.randint(2, 4), max(2, room))
        copies += prints
        printed.extend(copy(event, document, papers.pop()) for _ in range(prints))
    if event.old:
        printed = revise(event, origins, printed)
    return sorted(printed, key=lambda document: (document.time, document.publisher))[:12]


def voices(event: Event, papers: list[str]) -> list[Origin]:
    """As many independent origins as make the event worth disputing, and mostly one agency among them."""
    rng = event.rng
    wires = rng.sample(event.tables.WIRES, len(event.tables.WIRES))
    number = rng.randint(4, 6) if event.rivals else rng.randint(3, 6)
    number = min(number, len(leads(event)) - 1)
    agencies = rng.choices((0, 1, 2), (20, 60, 20))[0] if number > 3 else 1
    return [Origin(wires[i] if i < agencies else papers.pop(), i < agencies, dict(event.truth)) for i in range(number)]


def dissent(origins: list[Origin], fact: str, values: list[Any], rng: random.Random) -> None:
    """Let some origins hold another value; the first value keeps two at least."""
    others = rng.sample(origins, len(origins))
    for value in values[1:]:
        for _ in range(1 if len(values) > 2 or len(origins) < 5 or rng.random() < 0.5 else 2):
            others.pop().view[fact] = value


def hour_of_report(event: Event) -> datetime.datetime:
    """An afternoon or evening: of the day of the event, or of one of the next two."""
    start = datetime.datetime.combine(day_of_reports(event), datetime.time(15), datetime.UTC)
    return start + datetime.timedelta(days=event.rng.choice((0, 0, 1, 1, 2)), minutes=event.rng.randrange(6 * 60))


def day_of_reports(event: Event) -> datetime.date:
    """The day of the first reports."""
    day: datetime.date = event.truth["day"] + LATER.get(event.kind, NO_DAYS)
    return day


def revise(event: Event, origins: list[Origin], printed: list[Printed]) -> list[Printed]:
    """Add the first report of a publisher whose figure rose later, before all that give the later figure."""
    rng = event.rng
    own = [origin for origin in origins if not origin.wire]
    if not own:
        event.old.clear()
        return printed
    noon = datetime.datetime.combine(day_of_reports(event), datetime.time(12), datetime.UTC)
    tellers = rng.sample(own, min(len(own), 2 if rng.random() < 0.3 else 1))
    for place, origin in enumerate(tellers):
        view = {**origin.view, **event.old}
        time = noon + datetime.timedelta(hours=-4, minutes=rng.randrange(180))
        first = write(event, origin, view, time, Task(frozenset(event.old), short=True))
        if place:  # a paper that had the first figure too and did not report again
            printed = [document for document in printed if document.origin is not origin]
        printed.append(first)
    # The later report of the first teller names the figure for certain.
    teller = tellers[0]
    printed = [document for document in printed if document.origin is not teller or document.time < noon]
    time = noon + datetime.timedelta(days=rng.choice((0, 1)), hours=6, minutes=rng.randrange(180))
    printed.append(write(event, teller, teller.view, time, Task(frozenset(event.old), later=True)))
    return printed


def copy(event: Event, wire: Printed, paper: str) -> Printed:
    """An agency's report as a paper prints it: another title, a cut end, a sentence in house style, a local one."""
    rng, view = event.rng, wire.origin.view
    sentences = list(wire.sentences)
    if len(sentences) > 7 and rng.random() < 0.6:
        sentences = sentences[: -rng.randint(1, min(3, len(sentences) - 6))]
    time = wire.time + datetime.timedelta(minutes=rng.randrange(10, 200))
    same_day = time.date() == wire.time.date()
    if rng.random() < 0.4:
        place = rng.randrange(1, len(sentences))
        template = sentences[place].template
        if same_day and "b_spoke" not in slots_of(template):
            sentences[place] = render(Teller(event, view, wire.time, {"person", "org"}), template)
    if rng.random() < 0.5:
        local = choose(event, [t for t in event.tables.LOCAL if not event.used[t]], set())
        if local is not None:
            event.used[local] += 1
            sentences.append(render(Teller(event, view, time, set()), local.replace("{paper}", paper)))
    told = {label.fact for sentence in sentences for label in sentence.labels if label.scope == "event"}
    if not same_day:
        time = wire.time + datetime.timedelta(minutes=5)
    return junked(event, signed(event, wire, Printed(wire.origin, paper, "", "", time, "", sentences), told))


def signed(event: Event, wire: Printed, document: Printed, told: set[str]) -> Printed:
    """A copy with the names of its author and the agency, or without, and mostly with a title of the paper's own."""
    rng = event.rng
    credit = rng.random()
    document.author = wire.author if credit < 0.5 else rng.choice(event.tables.REPORTERS)
    named = credit < 0.25 or 0.5 <= credit < 0.88
    document.dateline = dateline(event, wire.publisher) if named else ""
    teller = Teller(event, wire.origin.view, document.time, told)
    document.title = wire.title if rng.random() < 0.15 else headline(teller)
    return document
