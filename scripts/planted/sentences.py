"""From templates to sentences: each slot is filled as a source words it, and labelled with what it states."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from planted.amounts import counted, hedged, money, summed
from planted.event import SLOT, Event, Label, Sentence
from planted.facts import B_MONEY, B_PERCENT, BACKGROUND, DATES, MONEY, NAMES

OF_ITS_TIME = frozenset({"b_ago", "b_spoke", "old"})  # background whose words are made for a report
PARTS_OF = {"b_children": "deaths_part", "b_care": "injured_part"}


@dataclass(frozen=True)
class Teller:
    """A source at work on a report: what it holds to be true, when it writes, which facts it has told already."""

    event: Event
    view: dict[str, Any]
    time: datetime.datetime
    told: set[str]


@dataclass(frozen=True)
class Slot:
    """A place in a template: whether a sentence begins with it, and what follows it."""

    name: str
    flag: str
    start: bool
    following: str


def render(teller: Teller, template: str) -> Sentence:
    """Fill a template as a source that holds a view would."""
    event, rng = teller.event, teller.event.rng
    source = template
    if template.endswith("~"):
        template = template[:-1] + (rng.choice(event.tables.ATTRIBUTIONS) if rng.random() < 0.45 else ".")
    words = event.grammar.varied(event.words, event.gender, rng.randrange(1000))
    labels: list[tuple[Label, int]] = []
    out = ""
    end = 0
    for match in SLOT.finditer(template):
        out += template[end : match.start()]
        end = match.end()
        if match["said"]:
            labels.append((Label(event.question, teller.view[event.question], match["said"], "event"), len(out)))
            out += match["said"]
            continue
        slot = Slot(match["name"], match["flag"] or "", match.start() == 0, template[end:])
        label, text = stated(teller, slot) or (None, worded(event, slot, words))
        if label is not None:
            labels.append((label, len(out) + text.index(label.as_stated)))
        out += text
    out = capitalized(out + template[end:])
    kept = tuple(
        Label(label.fact, label.value, out[at : at + len(label.as_stated)], label.scope) for label, at in labels
    )
    return Sentence(event.grammar.tidy(out), source, kept)


def capitalized(text: str) -> str:
    """A sentence begins with a capital, behind a quotation mark too."""
    first = next((i for i, char in enumerate(text) if char.isalnum()), None)
    return text if first is None else text[:first] + text[first].upper() + text[first + 1 :]


def worded(event: Event, slot: Slot, words: dict[str, str]) -> str:
    """The words for a slot that states nothing: a source, a word for the event, or a name that none disputes."""
    if slot.name == "src":  # its nominative, genitive and dative, where a language has them
        forms = event.rng.choice(event.tables.SOURCES["disaster" if event.disaster else event.kind]).split("|")
        return str(forms[("", "g", "d").index(slot.flag)])
    if slot.name in words:
        word = words[f"{slot.name}:{slot.flag}"] if slot.flag else words[slot.name]
        return SLOT.sub(lambda inner: event.fixed[inner["name"]], word)
    return event.fixed[slot.name]


def stated(teller: Teller, slot: Slot) -> tuple[Label, str] | None:
    """What a slot states, and in which words; None where it states nothing."""
    event = teller.event
    if slot.name in OF_ITS_TIME:
        return stated_of_its_time(teller, slot)
    if slot.name in event.background:
        return stated_beside(teller, slot)
    if slot.name in DATES and slot.name in teller.view:
        value = teller.view[slot.name]
        return dated(teller, slot, slot.name, value, "event")
    if slot.name in NAMES and slot.name in teller.view:
        return {"person": person, "org": organization, "place": place}[slot.name](teller, slot)
    return stated_figure(teller, slot) if slot.name in teller.view else None


def dated(teller: Teller, slot: Slot, fact: str, value: datetime.date, scope: str) -> tuple[Label, str]:
    """A date as told on the day of publishing."""
    before, text, after = teller.event.grammar.date(value, teller.time.date(), slot.flag, teller.event.rng)
    return Label(fact, value.isoformat(), text, scope), before + text + after


def stated_of_its_time(teller: Teller, slot: Slot) -> tuple[Label, str]:
    """Background whose words depend on when the report is written."""
    event, rng = teller.event, teller.event.rng
    if slot.name == "b_ago":
        text = event.grammar.ago(teller.time.year - event.background["b_year"])
        return Label("other_year", str(event.background["b_year"]), text, "background"), text
    if slot.name == "b_spoke":
        spoken = max(teller.time.date() - datetime.timedelta(rng.choice((0, 0, 1))), event.truth["day"])
        weekday = Slot(slot.name, slot.flag or "w", slot.start, slot.following)
        return dated(teller, weekday, "speech_day", spoken, "background")
    fact = next(iter(event.old))
    text = counted(event, event.old[fact], "exact", slot.start, slot.following)
    return Label(fact, str(event.old[fact]), text, "background"), text


def stated_beside(teller: Teller, slot: Slot) -> tuple[Label, str]:
    """Background: figures, years, days and persons of other things, the same in all reports."""
    event, name = teller.event, slot.name
    value = event.background[name]
    if name == "b_inquiry":
        return dated(teller, slot, "inquiry_day", value, "background")
    if name in {"b_year", "b_built"}:
        return Label("other_year", str(value), str(value), "background"), str(value)
    if name == "b_namesake":
        text = " ".join(value)
        return Label("other_person", text, text, "background"), text
    if name in PARTS_OF:
        text = counted(event, value, "exact", slot.start, slot.following)
        return Label(PARTS_OF[name], str(value), text, "background"), text
    if name in B_MONEY:
        text = money(event, value)
    elif name in B_PERCENT:
        text = event.grammar.percent(value, event.rng)
    else:
        text = counted(event, value, "exact" if name == "b_age" else "plain", slot.start, slot.following)
    return Label(BACKGROUND[name][0], str(value), text, "background"), text


def person(teller: Teller, slot: Slot) -> tuple[Label, str]:
    """A person by the full name, or by the surname once told, with a title where the template asks for one."""
    event, value = teller.event, teller.view["person"]
    full = " ".join(value)
    if slot.flag != "t":
        return Label("person", full, full, "event"), full
    text = value[1] if "person" in teller.told and event.rng.random() < 0.7 else full
    title = event.grammar.varied(event.words, event.gender, 0)["title"]
    return Label("person", full, text, "event"), title.replace("{}", text)


def organization(teller: Teller, slot: Slot) -> tuple[Label, str]:
    """An organization by its long name, its short one, or both."""
    rng, value = teller.event.rng, teller.view["org"]
    long, short = (re.sub(teller.event.grammar.ARTICLE, "", name) for name in value)
    article = value[0][: len(value[0]) - len(long)]
    told = "org" in teller.told
    text = short if (told and rng.random() < 0.7) or rng.random() < 0.2 else long
    if text == long and short.isupper() and not told and rng.random() < 0.4:
        text = f"{long} ({short})"
    return Label("org", long, text, "event"), article + text


def place(teller: Teller, slot: Slot) -> tuple[Label, str]:
    """A place with its preposition, or bare."""
    value = teller.view["place"]
    bare = re.sub(teller.event.grammar.ARTICLE, "", value)
    shown = value if slot.flag == "b" else teller.event.words["at"].replace("{}", value)
    return Label("place", bare, bare, "event"), shown


def stated_figure(teller: Teller, slot: Slot) -> tuple[Label, str]:
    """A count, a sum, a share or a magnitude of the event."""
    event, name, value = teller.event, slot.name, teller.view[slot.name]
    if name == "magnitude":
        text = event.grammar.decimal(value)
        return Label(name, str(value), text, "event"), text
    hedge = hedged(event, name, value, slot.flag)
    if name == "share":
        shown = event.grammar.share(value, hedge, event.rng)
        return Label(name, f"{value:g}", re.sub(event.grammar.ARTICLE, "", shown), "event"), shown
    text = summed(event, value, hedge) if name in MONEY else counted(event, value, hedge, slot.start, slot.following)
    return Label(name, str(value), text, "event"), text
