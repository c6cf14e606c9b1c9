"""Responses as people read them. Markdown is read back by markdown-it-py, which knows nothing of ours."""

import dataclasses
from urllib.parse import unquote

import pytest
from conspectus import markdown
from conspectus.render import to_markdown, to_text
from conspectus.types import (
    Citation,
    Document,
    DocumentReport,
    Preset,
    PresetSummary,
    Range,
    SummarizeResponse,
    Summary,
    SummarySentence,
    Verdict,
)
from conspectus.typography import tidy
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

# Words made of what Markdown gives a meaning, beside any other text.
PIECES = (*"\\`*_[]()<>|~&#!+-=.:;^\"'$@{}1 a", "1. ", "5) ", "- ", "# ", "```", "~~~", "---", "[^1]", "[x]: y", "![a](b)", "&amp;", "&#35;", "<b>", "<!--", "<https://a.example>", "https://a.example/a_b_c", "www.a.example", "**", "__", "](", "\n", "渡轮。")  # fmt: skip
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=20))
LINE = TEXT.map(tidy).filter(bool)
URL = st.one_of(st.just(""), LINE.map("https://a.example/{}".format))


def response(*sentences, presets=(), reports=(), **fields):
    """A response whose sentence number n quotes itself from document n."""
    found = Summary(" ".join(sentences), tuple(sentence(text, str(n)) for n, text in enumerate(sentences)))
    return SummarizeResponse(summary=found, documents=tuple(reports), presets=presets, **fields)


def sentence(text, document_id, url=""):
    cited = Citation(document_id=document_id, ranges=(Range(0, len(text)),), quote=text, url=url)
    return SummarySentence(range=Range(0, len(text)), text=text, citations=(cited,))


def report(document_id, verdict=Verdict.USED, reason="The reply cites it."):
    return DocumentReport(document_id=document_id, verdict=verdict, reason=reason)


def shown(text):
    """What a reader sees: paragraphs by whether they stand in the body or in a footnote, and the links' targets."""
    tokens = MarkdownIt("commonmark").use(footnote_plugin).parse(text)
    found = {"body": [], "notes": [], "links": []}
    where = "body"
    for token in tokens:
        where = {"footnote_open": "notes", "footnote_close": "body"}.get(token.type, where)
        assert token.type not in ("code_block", "fence", "html_block", "hr", "blockquote_open", "ordered_list_open")
        if token.type == "inline":
            found[where].append("".join(map(inline, token.children)))
            found["links"] += [child.attrs["href"] for child in token.children if child.type == "link_open"]
    return found


def inline(token):
    if token.type == "footnote_ref":
        return f"⟦{token.meta['label']}⟧"  # not as it is written: text may read so too
    assert token.type in ("text", "link_open", "link_close", "footnote_anchor"), token
    return token.content


@given(text=LINE)
@example("AT&T; R&amp;D")
@example("1. a")
@example("# a")
@example("---")
@example("~~~")
@example(r"\*a*_b_`c`<b>")
@example("[a](b)")
@example("[x]: y")
def test_a_line_of_markdown_reads_as_its_text(text):
    assert shown(markdown.escape(text))["body"] == [text]


@pytest.mark.parametrize(
    "text", ["Eleven people (three crew) were hurt; it cost $1.5m - 4% more.", "«Nein!», “no”, 'ja'"]
)
def test_prose_needs_no_backslash(text):
    assert markdown.escape(text) == text


def test_a_bare_address_is_no_link_where_backslashes_would_be_a_part_of_it():
    assert markdown.escape("https://a.example/b_c and www.a.example") == r"https\://a.example/b\_c and www\.a.example"


@given(text=LINE, end=LINE)
@example("]", "a)b(c")
@example("a", "?a=1&copy;=2")
def test_a_link_shows_its_text_and_goes_to_its_address(text, end):
    found = shown(markdown.link(text, f"https://a.example/{end}"))
    assert found["body"] == [text]
    assert list(map(unquote, found["links"])) == [unquote(f"https://a.example/{end}")]


@given(st.data())
def test_markdown_reads_as_the_summary_and_its_sources_word_for_word(data):
    texts = data.draw(st.lists(LINE, min_size=1, max_size=3, unique=True))
    ids = data.draw(st.lists(LINE, min_size=len(texts) + 1, max_size=len(texts) + 1, unique=True))
    titles = data.draw(st.lists(TEXT, min_size=len(ids), max_size=len(ids)))
    urls = data.draw(st.lists(URL, min_size=len(texts), max_size=len(texts)))
    documents = [Document(title=title, publisher=data.draw(TEXT)) for title in titles]
    sentences = tuple(map(sentence, texts, ids, urls))
    given_ = SummarizeResponse(
        summary=Summary(" ".join(texts), sentences), documents=tuple(report(document_id) for document_id in ids)
    )
    found = shown(to_markdown(given_, documents))

    marked = " ".join(f"{text} ⟦{number}⟧" for number, text in enumerate(texts, start=1))
    assert found["body"] == [marked, f"Not cited: {ids[-1]}."]
    for note, text, document_id, document in zip(found["notes"], texts, ids, documents, strict=False):
        origin = f"{document.publisher}, {document_id}" if document.publisher else document_id
        assert note.strip() == tidy(f"{document.title} ({origin})" if document.title else origin) + f": “{text}”"
    assert len(found["notes"]) == len(texts)
    assert list(map(unquote, found["links"])) == [unquote(url) for url in urls if url]


def test_a_title_on_two_lines_is_shown_on_one():
    text = to_text(response("A ferry sank.", reports=[report("0")]), [Document(title="Ferry\r\n  sinks")])
    assert "[1] Ferry sinks (0)" in text


@pytest.mark.parametrize("form", [to_text, to_markdown])
def test_an_empty_summary_is_told_unless_there_are_presets(form):
    alert = PresetSummary(Preset.PUSH_ALERT, response("A ferry sank.").summary)
    empty = dataclasses.replace(alert, summary=Summary())
    reports = [report("0")]
    assert "(no summary)" in form(response(reports=reports), [Document()])
    assert "(no summary)" not in form(response(reports=reports, presets=(alert,)), [Document()])
    assert "(no summary)" in form(response(reports=reports, presets=(empty,)), [Document()])
