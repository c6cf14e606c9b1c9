"""The seeds and the evaluation sets, where they lie beside the checkout; skipped where they do not."""

import json
import re

import pytest
from conftest import SHARED, assert_spans_hold
from conspectus.types import Document, OffsetEncoding
from conspectus.typography import count_words
from rouge_score import rouge_scorer

SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
NEWS = SHARED / "eval" / "news_dev.jsonl"


@pytest.mark.skipif(not SEEDS, reason="no ../shared/seeds beside this checkout")
@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
def test_the_seeds(server, encoding):
    from conspectus.client import Client
    from conspectus.types import SummaryOptions

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
    assert sum(rouge2) / len(rouge2) >= 16.8
