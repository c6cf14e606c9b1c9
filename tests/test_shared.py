"""The seeds and the evaluation sets, where they lie beside the checkout; skipped where they do not."""

import json
import random
import re
from collections import Counter, defaultdict

import numpy as np
import pytest
from conftest import SHARED, assert_spans_hold, sliced
from conspectus import pipeline
from conspectus.deadline import Deadline
from conspectus.evaluation.systems import sentences
from conspectus.settings import Settings
from conspectus.stages.embed import embed
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import tokenize
from conspectus.types import Document, OffsetEncoding, SummaryOptions, Support
from conspectus.typography import count_words
from conspectus.watch import Watch
from mutations import mutations, names_in
from rouge_score import rouge_scorer
from scipy.stats import spearmanr

SETS = sorted((SHARED / "eval").glob("*.jsonl"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
NEWS, EVENTS, ABROAD = (SHARED / "eval" / f"{name}_dev.jsonl" for name in ("news", "events", "events_multilingual"))


@pytest.mark.skipif(not SEEDS, reason="no ../shared/seeds beside this checkout")
@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
def test_the_seeds(server, encoding):
    from conspectus.client import Client

    documents = [Document(text=path.read_text(encoding="utf-8"), id=path.stem) for path in SEEDS]
    with Client(server.target) as client:
        response = client.summarize(documents, SummaryOptions(max_words=200, offset_encoding=encoding))
    assert_spans_hold(documents, response, encoding)
    text = response.summary.text
    assert 120 <= count_words(text) <= 200
    junk = (
        r"Advertisement|subscri|newsletter|Sign in|Share|Stay informed|Donate|to comment|hypocrisy|empty threat|Credit"
    )
    assert not re.search(junk, text, re.IGNORECASE)
    assert len({c.document_id for s in response.summary.sentences for c in s.citations}) >= 4
    # One sentence for each thing that the articles repeat, if any.
    for fact in ("missiles", "full support", "Kirby", "stern warning", "crossed the border", "various options"):
        assert sum(fact in sentence.text for sentence in response.summary.sentences) <= 1, fact
    copied = [s for s in response.summary.sentences if len(s.citations) > 1]
    assert copied
    assert all(s.independent_sources <= len(s.citations) for s in copied)


@pytest.mark.skipif(not NEWS.exists(), reason="no ../shared/eval beside this checkout")
def test_news_at_a_strict_budget(summarize):
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    clusters = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    rouge2 = []
    for cluster in clusters:
        documents = [Document(text=d["text"], id=d["id"]) for d in cluster["documents"]]
        response = summarize(documents, max_words=220)
        assert len(response.summary.text.split()) <= 220
        assert_spans_hold(documents, response, OffsetEncoding.CODE_POINTS)
        lines = "\n".join(sentence.text for sentence in response.summary.sentences)
        scores = [scorer.score(reference, lines)["rouge2"].fmeasure for reference in cluster["references"]]
        rouge2.append(100 * sum(scores) / len(scores))
    print(sum(rouge2) / len(rouge2))
    assert sum(rouge2) / len(rouge2) >= 16.8


@pytest.mark.skipif(not NEWS.exists(), reason="no ../shared/eval beside this checkout")
def test_what_is_changed_in_a_summary_is_caught_and_the_rest_raises_no_alarm(engine, summarize):
    caught, made = Counter(), Counter()
    for line in NEWS.read_text(encoding="utf-8").splitlines()[::3]:
        documents = [Document(text=d["text"], id=d["id"]) for d in json.loads(line)["documents"]]
        summary = summarize(documents, max_words=220).summary.sentences
        sentences = [sentence.text for sentence in summary]
        names = names_in([document.text for document in documents])
        changed = [("untouched", text) for text in sentences]
        changed += [part for text in sentences for part in mutations(text, names, random.Random(text))]
        for sentence in summary:
            cited = [citation.document_id for citation in sentence.citations]
            changed.append(("untouched", f"{sentence.text} [{cited[0]}]"))
            # Among the places that a draft's sentence is cited from may be some that a summary's is not.
            changed += [("source", f"{sentence.text} [{d.id}]") for d in documents if d.id not in cited][:1]
        draft = "\n\n".join(text for _, text in changed)
        options, limits = SummaryOptions(), Settings().limits
        found = pipeline.attribute(draft, documents, options, engine=engine, limits=limits).sentences
        start = 0
        for kind, text in changed:
            parts = [part for part in found if start <= part.range.start < start + len(text)]
            made[kind] += 1
            caught[kind] += any(part.verdict not in (Support.SUPPORTED, Support.NO_CLAIM) for part in parts)
            start += len(text) + 2
    print({kind: f"{caught[kind]} of {made[kind]}" for kind in made})
    for kind, least in {
        "number": 98,
        "date": 98,
        "quotation": 98,
        "name": 92,
        "speaker": 92,
        "negation": 85,
        "source": 92,
    }.items():
        assert made[kind] >= 30
        assert 100 * caught[kind] >= least * made[kind], kind
    assert 100 * caught["untouched"] <= 3 * made["untouched"]


@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_quote_stands_where_it_says(engine, summarize, path, encoding):
    """Of summaries, facts, conflicts and attributed drafts, over all that is there."""
    quotes = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        documents = [Document(text=d["text"], id=d["id"]) for d in cluster["documents"]]
        response = summarize(documents, max_words=200, include_facts=True, offset_encoding=encoding)
        assert_spans_hold(documents, response, encoding)
        options, limits = SummaryOptions(offset_encoding=encoding), Settings().limits
        judged = pipeline.attribute(cluster["references"][0], documents, options, engine=engine, limits=limits)
        texts = {document.id: document.text for document in documents}
        cited = [c for sentence in (*judged.sentences, *response.facts) for c in sentence.citations]
        cited += [c for one in (*judged.conflicts, *response.conflicts) for v in one.variants for c in v.citations]
        for citation in cited:
            text = texts[citation.document_id]
            pieces = [sliced(text, part.start, part.end, encoding) for part in citation.ranges]
            assert "".join(pieces) == citation.quote
        for sentence in judged.sentences:
            part = sentence.range
            assert sliced(cluster["references"][0], part.start, part.end, encoding) == sentence.text
        quotes += len(cited)
    print(f"{path.stem}: {quotes} quotes")
    assert quotes > 100


@pytest.fixture(scope="module")
def translated():
    """The English events, and those of other languages, which are translations of them, by language and number."""
    if not (EVENTS.exists() and ABROAD.exists()):
        pytest.skip("no ../shared/eval beside this checkout")
    found = {}
    for path in (EVENTS, ABROAD):
        for line in path.read_text(encoding="utf-8").splitlines():
            cluster = json.loads(line)
            _, language, number = cluster["id"].split("-")
            code = {"english": "en", "french": "fr", "arabic": "ar", "hindi": "hi"}[language]
            found[code, number] = [
                Document(text=d["text"], id=f"{code}-{d['id']}", language_code=code) for d in cluster["documents"]
            ]
    return found


def test_translations_are_cited_and_hardly_anything_else(translated, engine):
    """A citation is right if it stands where the sentence stands in the same document, or beside it."""
    right = wrong = found = total = 0
    for number in [number for code, number in translated if code == "en"]:
        watch = Watch(pipeline.ANALYSIS, Deadline(), None)
        documents = translated["en", number] + translated["fr", number]
        seen = pipeline._analyse(documents, SummaryOptions(), engine, watch)
        for row, sentence in enumerate(seen.voices.originals):
            if sentence.source.language == "en":
                others = [seen.voices.originals[other] for other, _ in seen.groups.same(row)]
                abroad = [other for other in others if other.source.language == "fr"]
                good = [other for other in abroad if _is_translation(sentence, other, seen.voices.lengths)]
                right, wrong = right + len(good), wrong + len(abroad) - len(good)
                found, total = found + bool(good), total + 1
    print(
        f"{found} of {total} sentences are cited from their translations; {wrong} of {right + wrong} citations are others"
    )
    assert right >= 0.9 * (right + wrong)
    assert found >= 0.2 * total


def _is_translation(one, other, lengths):
    if one.source.id[3:] != other.source.id[3:]:
        return False
    difference = abs(lengths[one.source.index] - lengths[other.source.index])
    return abs(one.position - other.position) <= (1 + difference if difference else 0)


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_what_stands_in_for_the_encoder_orders_pairs_somewhat_as_it_does_in_english(translated, engine, code):
    stand_in, words = [], []
    for number in [number for language, number in translated if language == "en"]:
        pairs = list(_aligned(translated["en", number], translated[code, number], engine))
        if len(pairs) >= 25:
            upper = np.triu_indices(len(pairs), 1)
            cosines = [
                (v @ v.T)[upper]
                for v in (
                    embed(side, tokenize(side, engine.languages), engine, Deadline())
                    for side in zip(*pairs, strict=True)
                )
            ]
            unit = Terms(tokenize([other for _, other in pairs], engine.languages)).unit
            stand_in.append(spearmanr(*cosines).statistic)
            words.append(spearmanr(cosines[0], (unit @ unit.T).toarray()[upper]).statistic)
    print(f"{code}: rank correlation {np.mean(stand_in):.2f}, of TF-IDF {np.mean(words):.2f}")
    assert np.mean(stand_in) >= 0.2


def _aligned(ours, theirs, engine):
    """The sentences of documents that have as many in both languages, and their translations."""
    sides = [defaultdict(list), defaultdict(list)]
    for side, documents in zip(sides, (ours, theirs), strict=True):
        for sentence in sentences(documents, engine):
            side[sentence.source.id[3:]].append(sentence)
    for name in sides[0]:
        if len(sides[0][name]) == len(sides[1][name]):
            yield from zip(sides[0][name], sides[1][name], strict=True)
