import pytest
from conspectus.errors import InvalidRequest
from conspectus.settings import Settings
from conspectus.types import Document, SummaryOptions
from conspectus.validation import check

LIMITS = Settings(max_documents=3, max_document_bytes=100).limits
GOOD = Document(text="The ferry ran aground.")


def violations(documents, **options):
    with pytest.raises(InvalidRequest) as caught:
        check(documents, SummaryOptions(**options), LIMITS)
    assert all(violation.description for violation in caught.value.violations)
    return [violation.field for violation in caught.value.violations]


@pytest.mark.parametrize(
    ("documents", "options", "fields"),
    [
        ([], {}, ["documents"]),
        ([Document(), Document(text=" \n")], {}, ["documents"]),
        ([GOOD] * 4, {}, ["documents"]),
        ([GOOD, Document(text="é" * 51)], {}, ["documents[1].text"]),
        ([Document(html="x" * 101)], {}, ["documents[0].html"]),
        ([Document(text="a", html="b")], {}, ["documents[0].text"]),
        ([Document(text="a", id="x"), GOOD, Document(text="b", id="x")], {}, ["documents[2].id"]),
        ([Document(text="a", id="é" * 129)], {}, ["documents[0].id"]),
        ([Document(text="a", weight=-1)], {}, ["documents[0].weight"]),
        ([Document(text="a", weight=float("nan"))], {}, ["documents[0].weight"]),
        ([Document(text="a", weight=float("inf"))], {}, ["documents[0].weight"]),
        ([Document(text="a", language_code="klingon")], {}, ["documents[0].language_code"]),
        ([Document(text="a", language_code="qq")], {}, ["documents[0].language_code"]),
        ([Document(text="a", language_code="e" * 100)], {}, ["documents[0].language_code"]),
        ([GOOD], {"max_words": 0}, ["options.max_words"]),
        ([GOOD], {"max_words": -5}, ["options.max_words"]),
        ([GOOD], {"max_words": 2**31 - 1}, ["options.max_words"]),
        ([GOOD], {"max_sentences": 0}, ["options.max_sentences"]),
        ([GOOD], {"query": "q" * 1001}, ["options.query"]),
        ([GOOD], {"writer": "poet"}, ["options.writer"]),
        ([GOOD], {"offset_encoding": 9}, ["options.offset_encoding"]),
        ([GOOD], {"language_code": "xx"}, ["options.language_code"]),
        ([GOOD, Document(text="a", weight=99)], {"max_words": 0, "writer": "poet"}, ["options.max_words", "options.writer", "documents[1].weight"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_field_by_field(documents, options, fields):
    assert violations(documents, **options) == fields


def test_what_is_right_passes():
    documents = [GOOD, Document(text="a", id="x", weight=0, language_code="pt-BR"), Document()]
    check(documents, SummaryOptions(max_words=1, max_sentences=1, writer="extractive", language_code="zh-Hans"), LIMITS)


def test_a_language_that_no_document_is_in(summarize):
    with pytest.raises(InvalidRequest) as caught:
        summarize([Document(text="The ferry ran aground.", language_code="en")], language_code="fr")
    assert caught.value.violations[0].field == "options.language_code"
    assert "en" in caught.value.violations[0].description
