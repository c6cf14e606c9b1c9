"""The planted corpus: the same for the same seed, its offsets exact, its labels borne out by the documents."""

import json
from collections import defaultdict
from datetime import datetime

import planted_corpus
import pytest
from planted.corpus import LANGUAGES, PARTS
from planted.event import SLOT
from planted.facts import ALWAYS, SOMETIMES
from planted_corpus import generate

EVENTS = 33


@pytest.fixture(scope="module")
def corpus():
    return [event for language in LANGUAGES for part in PARTS for event in generate(language, part, EVENTS, seed=5)]


def entries(table):
    """All lists of templates in a language's tables, by their place."""
    if isinstance(table, list):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from entries(value)


def template_lists(language):
    module = LANGUAGES[language]
    for table in (
        module.FACTS,
        module.ASIDES,
        module.FILLERS,
        {"": module.LEADS, " ": module.PAIRS},
        {"": module.LOCAL, " ": module.RISES},
    ):
        yield from entries(table)
    for kind in module.KINDS.values():
        yield from (kind[name] for name in ("leads", "titles", "yes", "no"))


def test_command_writes_json_lines_of_all_languages(capsys):
    planted_corpus.main(["--events", "2", "--seed", "3", "--part", "test"])
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["language"] for event in events] == ["en", "en", "es", "es", "de", "de"]
    assert len({event["id"] for event in events}) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_seed_same_corpus(language):
    first, again, other = (list(generate(language, "dev", 5, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_offsets_hold(corpus):
    for event in corpus:
        texts = {document["id"]: document["text"] for document in event["documents"]}
        for statement in event["statements"]:
            sentence = texts[statement["document_id"]][statement["start"] : statement["end"]]
            assert statement["as_stated"] in sentence
            assert sentence[-1] in '.“»"'
            assert "{" not in sentence
            assert "\n" not in sentence


def test_conflicts_and_origins_are_what_the_statements_say(corpus):
    for event in corpus:
        said = defaultdict(lambda: defaultdict(set))
        for statement in event["statements"]:
            if statement["scope"] == "event":
                said[statement["fact"]][statement["value"]].add(statement["document_id"])
        for conflict in event["conflicts"]:
            variants = {variant["value"]: set(variant["document_ids"]) for variant in conflict["variants"]}
            assert len(variants) >= 2
            assert variants == said[conflict["fact"]]
        disputed = {conflict["fact"] for conflict in event["conflicts"]}
        updated = {update["fact"] for update in event["updates"]}
        assert not disputed & updated
        for fact, values in said.items():
            assert len(values) == 1 or fact in disputed | updated
        origins = {(origin["fact"], origin["value"]): set(origin["document_ids"]) for origin in event["origins"]}
        assert origins == {(fact, value): ids for fact, values in said.items() for value, ids in values.items()}
        for origin in event["origins"]:
            assert 1 <= origin["count"] <= len(origin["document_ids"])


def test_updates_rise_and_no_source_gives_the_first_figure_later(corpus):
    for event in corpus:
        when = {document["id"]: datetime.fromisoformat(document["publish_time"]) for document in event["documents"]}
        publisher = {document["id"]: document["publisher"] for document in event["documents"]}
        by = {(origin["fact"], origin["value"]): origin["document_ids"] for origin in event["origins"]}
        for update in event["updates"]:
            first, last = update["values"]
            assert int(first) < int(last)
            before, after = by[update["fact"], first], by[update["fact"], last]
            assert max(when[i] for i in before) < min(when[i] for i in after)
            assert update["publisher"] in {publisher[i] for i in before} & {publisher[i] for i in after}


def test_corpus_is_as_varied_as_it_should_be(corpus):
    assert all(4 <= len(event["documents"]) <= 12 for event in corpus)
    assert all(len(event["conflicts"]) <= 3 for event in corpus)
    without = sum(not event["conflicts"] for event in corpus) / len(corpus)
    assert 0.2 < without < 0.5
    assert any(event["updates"] for event in corpus)
    assert any(len(conflict["variants"]) == 3 for event in corpus for conflict in event["conflicts"])
    assert any(origin["count"] < len(origin["document_ids"]) for event in corpus for origin in event["origins"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_share_no_template(language):
    dev, test = set(), set()
    for templates in template_lists(language):
        dev |= set(templates[::2])
        test |= set(templates[1::2])
    assert not dev & test


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_are_told_in_many_ways(language):
    module = LANGUAGES[language]
    assert set(module.KINDS) == set(ALWAYS) == set(SOMETIMES)
    assert all(len(templates) >= 8 for templates in module.FACTS.values())
    for kind in module.KINDS.values():
        assert len(kind["yes"]) + len(kind["no"]) >= 8
    for templates in template_lists(language):
        assert len(templates) % 2 == 0
        assert len(templates) == len(set(templates))


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_and_no_are_marked_in_each_template(language):
    for kind in LANGUAGES[language].KINDS.values():
        for template in kind["yes"] + kind["no"]:
            assert any(match["said"] for match in SLOT.finditer(template))
