import json

import pytest
from click.testing import CliRunner
from conftest import sample
from conspectus import pipeline
from conspectus.cli import main
from conspectus.errors import InvalidRequest
from conspectus.evaluation import metrics
from conspectus.evaluation.attribution import attributed, overlap
from conspectus.evaluation.attributors import ATTRIBUTORS, Cited, Place, Task, place
from conspectus.evaluation.evaluate import attribution, evaluate, halves
from conspectus.evaluation.oracle import ORACLE
from conspectus.evaluation.sets import load_set
from conspectus.evaluation.systems import BASELINES, sentences
from conspectus.settings import Settings
from conspectus.stages.attribute import attribute
from conspectus.types import Document, SummaryOptions
from conspectus.typography import count_words

REFERENCE = (
    "A ferry with 212 people aboard ran aground on Combs Reef off Ostrey early on Thursday, and eleven were hurt. "
    "Its captain had reported that he had lost his steering. The Marine Safety Board has opened an inquiry."
)
MARKED = "Capt. Joren Haske had radioed minutes earlier that the ship no longer answered the helm"


@pytest.fixture(scope="module")
def record():
    documents = [{"id": d.id, "title": d.title, "text": d.text} for d in sample("ferry")]
    first = documents[0]["text"]
    start = first.index(MARKED)
    mark = {
        "summary_sentence": "Its captain had reported that he had lost his steering.",
        "summary_sent_start": REFERENCE.index("Its captain"),
        "doc_id": documents[0]["id"],
        "doc_spans": [[start, start + 12]],
    }
    outputs = {"echo": REFERENCE, "none": "Subscribe now to get our newsletter in your inbox."}
    return {"id": "ferry", "documents": documents, "references": [REFERENCE], "outputs": outputs, "alignments": [mark]}


@pytest.fixture
def write(tmp_path):
    def run(*records):
        path = tmp_path / "sets.jsonl"
        path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), encoding="utf-8")
        return path

    return run


@pytest.fixture(scope="module")
def report(record, engine, tmp_path_factory):
    path = tmp_path_factory.mktemp("sets") / "ferry.jsonl"
    path.write_text(json.dumps(record) + "\n" + json.dumps({**record, "id": "again", "outputs": {}}), encoding="utf-8")
    return evaluate("ferry", load_set(path), engine, Settings().limits, budget=60, baselines=True)


def by_name(report):
    return {measured.system: measured for measured in report.systems}


def test_every_system_is_measured_and_none_exceeds_the_budget(report):
    found = by_name(report)
    assert list(found) == ["conspectus", *BASELINES, ORACLE, "echo", "none"]
    for name in ("conspectus", *BASELINES, ORACLE):
        assert found[name].over_budget == 0, name
        assert 30 <= found[name].estimates["words"].mean <= 60, name
        assert found[name].estimates["R1"].clusters == 2
    assert found["echo"].estimates["R1"].clusters == 1


def test_the_oracle_is_above_all_that_chooses_sentences(report):
    found = by_name(report)
    for name in ("conspectus", *BASELINES):
        assert found[ORACLE].estimates["R2"].mean > found[name].estimates["R2"].mean


def test_the_reference_itself_scores_whole_and_furniture_is_told(report):
    found = by_name(report)
    assert found["echo"].estimates["R2"].mean == pytest.approx(100)
    assert found["echo"].estimates["furniture"].mean == 0
    assert found["none"].estimates["furniture"].mean == 100
    assert found["none"].estimates["R2"].mean == 0


def test_salience_is_the_share_of_marked_sentences_wherever_a_copy_stands(record, engine, write):
    cluster = load_set(write(record))[0]
    found = sentences(cluster.documents, engine)
    marked = next(s for s in found if s.text.startswith(MARKED) and s.source.id != record["documents"][0]["id"])
    other = next(s for s in found if MARKED not in s.text)
    half = metrics.salience([marked.text, other.text], found, cluster.marks)
    assert half == {"precision": 50.0, "coverage": 100.0}
    assert metrics.salience([other.text], found, cluster.marks) == {"precision": 0.0, "coverage": 0.0}


def test_rouge_is_rouge_score_with_stemming_in_english_and_by_letters_elsewhere():
    english = metrics.rouge(["Ferries ran aground."], [["A ferry ran aground."]], "en")
    assert english["R1"] == pytest.approx(100 * 2 * 3 / (3 + 4))
    assert metrics.rouge(["عبارة جنحت"], [["عبارة جنحت"]], "ar")["R2"] == pytest.approx(100)
    assert metrics.rouge(["渡轮搁浅"], [["渡轮搁浅了"]], "zh")["R1"] == pytest.approx(100 * 2 * 4 / (4 + 5))


def test_redundancy_counts_word_pairs_that_are_there_twice():
    assert metrics.redundancy(["a b c", "d a b"]) == pytest.approx(25)
    assert metrics.redundancy([]) == 0


def test_a_set_without_outputs_or_marks_and_in_another_language(engine, write):
    record = {
        "documents": [{"id": d.id, "text": d.text} for d in sample("diqiao")],
        "references": ["堤桥站因积水关闭，地铁停运，无人死亡。"],
    }
    found = evaluate("zh", load_set(write(record)), engine, Settings().limits, budget=80, baselines=True)
    ours = by_name(found)["conspectus"]
    assert ours.estimates["R1"].mean > 5
    lead = by_name(found)["round-robin lead"].estimates
    assert 70 <= lead["words"].mean <= 80
    assert lead["R1"].mean > 5
    assert "precision" not in ours.estimates


def test_a_single_cluster_has_an_interval_of_no_width(report, engine, record, write):
    found = evaluate("one", load_set(write(record)), engine, Settings().limits)
    estimate = by_name(found)["conspectus"].estimates["R2"]
    assert estimate.low == estimate.mean == estimate.high
    assert found.budget == count_words(REFERENCE)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("not json", "sets.jsonl:1"),
        ('["a"]', "sets.jsonl:1"),
        ('{"documents": []}', "sets.jsonl:1 references"),
        ('{"documents": [], "references": [" "]}', "sets.jsonl:1 references"),
        ('{"documents": [{"id": "a"}], "references": ["b"]}', "sets.jsonl:1 documents[0] text"),
        ('{"documents": [3], "references": ["b"]}', "sets.jsonl:1 documents[0]"),
        ("", "sets.jsonl"),
        ('{"documents": [{"id": "a", "text": " "}], "references": ["b"]}', "sets.jsonl:1 documents"),
        ('{"documents": [{"id": "a", "text": "t", "title": 5}], "references": ["b"]}', "documents[0].title"),
        ('{"documents": [{"id": "a", "text": "t"}], "references": ["b"], "outputs": []}', "sets.jsonl:1 outputs"),
        ('{"documents": [{"id": "a", "text": "t"}], "references": ["b"], "outputs": {"s": 1}}', "sets.jsonl:1 outputs"),
        (
            '{"documents": [{"id": "a", "text": "t"}], "references": ["b"], "alignments": [{}]}',
            "alignments[0] summary_sent_start",
        ),
        ('{"id": 0, "documents": [{"id": "a", "text": "t"}], "references": ["b"]}\n' * 2, "sets.jsonl:2 id"),
    ],
)
def test_a_bad_set_is_refused_with_its_line_and_field(write, line, field):
    with pytest.raises(InvalidRequest) as caught:
        load_set(write(line))
    assert caught.value.violations[0].field.endswith(field)


def test_the_command_prints_a_table_or_json(record, write):
    path = write({**record, "outputs": {}})
    runner = CliRunner()
    table = runner.invoke(main, ["eval", str(path), "--budget", "60", "--baselines"])
    assert table.exit_code == 0, table.output
    assert "round-robin lead" in table.stdout
    assert "IoU" in table.stdout
    assert "first 1" not in table.stdout
    assert "marked" in table.stdout
    assert "conspectus, first 1" in runner.invoke(main, ["eval", str(path), "--budget", "60", "--halves"]).stdout
    found = runner.invoke(main, ["eval", str(path), "--json"])
    (report,) = json.loads(found.stdout)
    assert report["systems"][0]["clusters"]["ferry"]["R1"] == pytest.approx(
        report["systems"][0]["estimates"]["R1"]["mean"]
    )
    refused = runner.invoke(main, ["eval", str(write("x"))])
    assert refused.exit_code == 67
    assert "is not JSON" in refused.stderr


def test_an_output_named_as_a_system_is_beside_it_and_not_in_its_place(engine, record, write):
    outputs = {"conspectus": "banana"}
    found = by_name(evaluate("one", load_set(write({**record, "outputs": outputs})), engine, Settings().limits))
    assert found["conspectus"].estimates["R1"].mean > 10
    assert found["conspectus (carried)"].estimates["R1"].mean == 0


def test_documents_have_all_their_fields(record, write):
    dated = [{**d, "publish_time": "2025-11-06T09:00:00Z", "weight": 2} for d in record["documents"]]
    document = load_set(write({**record, "documents": dated}))[0].documents[0]
    assert (document.publish_time.day, document.weight) == (6, 2.0)


def test_order_is_that_of_the_references():
    one, two, three = (f"The {word} ferry ran aground near the {word} reef." for word in ("first", "second", "third"))
    assert metrics.order([one, two, three], [[one, two, three]]) == 100
    assert metrics.order([three, two, one], [[one, two, three]]) == 0
    assert metrics.order([one, three, two], [[one, two, three], [two, one, three]]) == 50
    assert metrics.order([one, "Nothing is shared here at all."], [[one, two]]) is None


def task_of(cluster, engine):
    return Task.of(cluster, sentences(cluster.documents, engine), engine, Settings().limits)


def test_attribution_counts_what_people_marked(record, engine, write):
    cluster = load_set(write(record))[0]
    task = task_of(cluster, engine)
    right = next(n for n, s in enumerate(task.found) if s.text.startswith(MARKED) and s.source.id == "harbour-post")
    copy = next(n for n, s in enumerate(task.found) if s.text.startswith(MARKED) and s.source.id != "harbour-post")
    assert cluster.marks[0].document_id == "harbour-post"

    def measured(*cited):
        found = attributed(task, lambda _: [task.whole(cited) for _ in task.draft])
        overlaps.append((found.pop("IoU"), found.pop("IoU whole")))
        return found

    overlaps = []
    assert measured(right) == dict.fromkeys(
        ("hit", "precision", "recall", "documents precision", "documents recall", "F1"), 100
    )
    both = measured(copy, right)
    assert (both["hit"], both["precision"], both["recall"]) == (0, 50, 100)
    assert (both["documents precision"], both["documents recall"]) == (50, 100)
    assert set(measured().values()) == {0}
    one, two = (len(task.found[row].text) for row in (right, copy))
    assert overlaps == [pytest.approx((100 * 12 / n,) * 2) for n in (one, one + two)] + [(0, 0)]


def test_overlap_is_of_characters_in_their_documents():
    marked = [Place("a", 0, 10), Place("a", 5, 20), Place("b", 0, 20)]
    assert overlap(marked, marked) == 1
    assert overlap([Place("a", 0, 10)], marked) == 10 / 40
    assert overlap([Place("a", 15, 25), Place("b", 30, 35)], marked) == 5 / 50
    assert overlap([Place("c", 0, 20)], marked) == 0
    assert overlap([], []) == 0


def test_what_is_shown_and_what_is_cited_as_a_whole_are_measured_apart(record, engine, write):
    task = task_of(load_set(write(record))[0], engine)
    (mark,) = task.cluster.marks
    row = next(n for n, s in enumerate(task.found) if s.text.startswith(MARKED) and s.source.id == "harbour-post")
    shown = Place(mark.document_id, mark.start, mark.end)
    found = attributed(task, lambda _: [Cited([place(task.found[row])], [shown]) for _ in task.draft])
    assert found["IoU"] == 100
    assert found["IoU whole"] == pytest.approx(100 * 12 / len(task.found[row].text))


def test_places_stand_in_sentences_or_are_cited_themselves(record, engine, write):
    task = task_of(load_set(write(record))[0], engine)
    one, two = place(task.found[1]), place(task.found[2])
    inside, across = Place(one.document_id, one.start + 3, one.start + 9), Place(one.document_id, one.start, two.end)
    nowhere, touching = Place("nowhere", 0, 9), Place(two.document_id, one.end - 20, two.start + 3)
    cited = task.around([nowhere, inside, inside])
    assert (cited.sentences, cited.shown) == ([nowhere, one], [nowhere, inside, inside])
    assert task.around([across]).sentences == [one, two]
    assert task.around([touching]).sentences == [one]


def test_ours_shows_the_words_that_a_request_is_answered_with(record, engine, write):
    retold = "Minutes earlier, Capt. Joren Haske had radioed that the helm no longer answered."
    cluster = load_set(write({**record, "references": [retold]}))[0]
    task = task_of(cluster, engine)
    (cited,) = ATTRIBUTORS["conspectus"](task)
    answer = pipeline.attribute(retold, cluster.documents, SummaryOptions(), engine=engine, limits=Settings().limits)
    answered = [(c.document_id, r.start, r.end) for c in answer.sentences[0].citations for r in c.ranges]
    assert [(shown.document_id, shown.start, shown.end) for shown in cited.shown] == answered
    assert cited.shown[0].end - cited.shown[0].start < cited.sentences[0].end - cited.sentences[0].start


def test_each_attributor_finds_a_sentence_that_was_retold(record, engine, write):
    retold = "Minutes earlier, Capt. Joren Haske had radioed that the helm no longer answered."
    mark = {**record["alignments"][0], "summary_sentence": retold, "summary_sent_start": 0}
    cluster = load_set(
        write({**record, "documents": record["documents"][:1], "references": [retold], "alignments": [mark]})
    )[0]
    for name, cite in ATTRIBUTORS.items():
        assert attributed(task_of(cluster, engine), cite)["hit"] == 100, name


def test_halves_are_the_means_of_their_clusters(record, engine, write):
    mark = {**record["alignments"][0], "summary_sent_start": 0}
    found = {**record, "references": [MARKED + "."], "alignments": [mark]}
    others = [{**record, "id": "second"}, {**found, "id": "third"}, {**record, "id": "none", "alignments": []}]
    clusters = load_set(write(found, *others))
    (whole,) = attribution(clusters, engine, Settings().limits, {"ours": ATTRIBUTORS["conspectus"]})
    first, rest = halves(whole)
    assert (list(first.clusters), list(rest.clusters)) == (["ferry", "second"], ["third"])
    assert (first.system, rest.system) == ("ours, first 2", "ours, second 1")
    ious = {cluster: measured["IoU whole"] for cluster, measured in whole.clusters.items()}
    assert ious["ferry"] > ious["second"]
    assert first.estimates["IoU whole"].mean == pytest.approx((ious["ferry"] + ious["second"]) / 2)
    assert rest.estimates["IoU whole"].mean == pytest.approx(ious["third"])


def test_attribution_is_reported_where_people_marked_sources(report):
    assert [measured.system for measured in report.attribution] == list(ATTRIBUTORS)
    assert all(set(measured.clusters) == {"ferry", "again"} for measured in report.attribution)


def test_a_draft_that_shares_no_word_has_no_support(engine):
    documents = [Document(text="The ferry ran aground on a reef on Thursday.", language_code="en")]
    found = sentences(documents, engine)
    draft = sentences([Document(text="Bakers complained about expensive flour.", language_code="en")], engine)
    assert attribute(draft, found, engine) == [[]]
    assert attribute([], found, engine) == []
    assert attribute(draft, [], engine) == [[]]
    assert [evidence.row for evidence in attribute(found, found, engine)[0]] == [0]
