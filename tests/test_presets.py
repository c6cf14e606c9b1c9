import pytest
from conftest import assert_spans_hold, sample
from conspectus.errors import InvalidRequest
from conspectus.types import Document, OffsetEncoding, Preset
from conspectus.typography import count_words

ALL = tuple(preset for preset in Preset if preset)
WORDS = {
    Preset.STANDFIRST: 40,
    Preset.FIVE_BULLETS: 150,
    Preset.WORDS_100: 100,
    Preset.WORDS_250: 250,
    Preset.WORDS_600: 600,
}
SENTENCES = {Preset.PUSH_ALERT: 1, Preset.STANDFIRST: 2, Preset.FIVE_BULLETS: 5}


@pytest.mark.parametrize("name", ["ferry", "presa", "diqiao", "reviews"])
@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
def test_every_preset_keeps_its_limits_and_its_spans(summarize, name, encoding):
    response = summarize(sample(name), presets=ALL, offset_encoding=encoding)
    assert [preset.preset for preset in response.presets] == list(ALL)
    assert_spans_hold(sample(name), response, encoding)
    for found in response.presets:
        text, sentences = found.summary.text, found.summary.sentences
        assert 1 <= len(sentences) <= SENTENCES.get(found.preset, 99), found.preset
        assert count_words(text) <= WORDS.get(found.preset, 120), found.preset
        assert found.preset != Preset.PUSH_ALERT or len(text) <= 120
        assert text.count("\n") == (len(sentences) - 1 if found.preset == Preset.FIVE_BULLETS else 0)


def test_presets_leave_the_summary_as_it_is_and_equal_it_in_its_shape(summarize):
    plain = summarize(sample("ferry"), max_words=100)
    response = summarize(sample("ferry"), max_words=100, presets=(Preset.WORDS_100, Preset.PUSH_ALERT))
    assert response.summary == plain.summary
    assert response.presets[0].summary == plain.summary


def test_a_document_that_only_a_preset_cites_is_used(summarize):
    response = summarize(sample("ferry"), max_words=20, presets=(Preset.WORDS_600,))
    cited = {c.document_id for s in response.presets[0].summary.sentences for c in s.citations}
    assert cited <= {r.document_id for r in response.documents if r.verdict.name in ("USED", "DUPLICATE")}


def test_a_push_alert_of_nothing_short_is_cut_at_a_word_and_says_so(summarize):
    text = (
        "The coastguard of the northern islands said on Thursday " + "that the ferry had run aground " * 8 + "at dawn."
    )
    response = summarize([Document(text=text, language_code="en")], presets=(Preset.PUSH_ALERT,))
    alert = response.presets[0].summary.text
    assert 80 <= len(alert) <= 120
    assert alert.endswith("…")
    assert text.startswith(alert[:-1])
    assert "120 characters" in response.trace.degraded[0].reason


def test_a_preset_twice_or_unknown_is_refused_by_its_path(summarize):
    with pytest.raises(InvalidRequest) as caught:
        summarize(sample("ferry"), presets=(Preset.WORDS_100, Preset.WORDS_100, Preset.UNSPECIFIED))
    assert [violation.field for violation in caught.value.violations] == ["options.presets[1]", "options.presets[2]"]


def test_presets_go_over_the_wire_and_onto_the_terminal(server):
    from click.testing import CliRunner
    from conftest import DATA
    from conspectus.cli import main

    command = ["summarize", str(DATA / "ferry.jsonl"), "--server", server.target, "--max-words", "60"]
    for form in ("text", "markdown"):
        shown = CliRunner().invoke(
            main, [*command, "--preset", "push-alert", "--preset", "five-bullets", "--format", form]
        )
        assert shown.exit_code == 0, shown.output
        assert "Push alert: " in shown.stdout
        assert "Five bullets: " in shown.stdout
        assert "Sources" in shown.stdout or "[^1]: " in shown.stdout


def test_a_preset_alone_is_printed_without_the_summary_and_with_its_own_sources():
    import json

    from click.testing import CliRunner
    from conftest import DATA
    from conspectus.cli import main

    command = ["summarize", str(DATA / "ferry.jsonl"), "--preset", "push-alert"]
    shown = {
        form: CliRunner().invoke(main, [*command, "--format", form]).stdout for form in ("text", "markdown", "json")
    }
    whole = json.loads(shown["json"])
    assert len(whole["summary"]["sentences"]) > 3
    assert shown["text"].startswith("Push alert: ")
    assert shown["markdown"].startswith("## Push alert: ")
    [sentence] = whole["presets"][0]["summary"]["sentences"]
    cited = {citation["documentId"] for citation in sentence["citations"]}
    for report in whole["documents"]:
        assert (f"Not cited: {report['documentId']}." not in shown["text"]) == (report["documentId"] in cited)
    assert "The reply cites it" not in shown["text"]
    for limit in (["--max-words", "60"], ["--max-sentences", "2"]):
        both = CliRunner().invoke(main, [*command, *limit]).stdout
        assert "Push alert: " in both
        assert not both.startswith("Push alert: ")


def test_a_preset_that_nothing_fits_says_that_it_is_empty(summarize):
    response = summarize(
        [Document(text="x" * 50_000 + " was the word of the day, they said.")], presets=(Preset.PUSH_ALERT,)
    )
    assert response.presets[0].summary.text == ""
    assert "PUSH_ALERT, so it is empty" in response.trace.degraded[0].reason
