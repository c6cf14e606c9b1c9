import pytest
from conftest import labels, sample
from conspectus.stages.split import split
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def sentences(engine):
    def run(text: str, language: str = "en") -> list[str]:
        return [text[s:e] for block in split(text, engine.languages[language]) for s, e in block.sentences]

    return run


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "He met U.S. Sen. Ann Roe in Washington, D.C. The senator left at 5 p.m. on Jan. 5. Dr. Lee said so.",
            [
                "He met U.S. Sen. Ann Roe in Washington, D.C.",
                "The senator left at 5 p.m. on Jan. 5.",
                "Dr. Lee said so.",
            ],
        ),
        ("en", "It is No. 5 of 9. No. It rose 3.5 percent.", ["It is No. 5 of 9.", "No.", "It rose 3.5 percent."]),
        ("en", "They met at 9 a.m. The talks failed.", ["They met at 9 a.m.", "The talks failed."]),
        ("en", "The quay was shut.The master said so.", ["The quay was shut.", "The master said so."]),
        ("en", "See example.com or v2.Beta for more.", ["See example.com or v2.Beta for more."]),
        (
            "en",
            "“We had no rudder. We were going to touch,” he said. Then it struck.",
            ["“We had no rudder. We were going to touch,” he said.", "Then it struck."],
        ),
        ("en", '"Why now?" she asked. "Nobody knows."', ['"Why now?" she asked.', '"Nobody knows."']),
        ("en", "It began… The crew waited ... and then left.", ["It began…", "The crew waited ... and then left."]),
        ("en", "Is it over? Yes! Almost.", ["Is it over?", "Yes!", "Almost."]),
        ("en", "• Eleven were hurt.\n• 60 tonnes remain.", ["Eleven were hurt.", "60 tonnes remain."]),
        ("en", "1. First point.\n2) Second point.", ["First point.", "Second point."]),
        ("es", "El Sr. Ruiz vive en el núm. 3. Llegó de EE. UU. ayer.", ["El Sr. Ruiz vive en el núm. 3.", "Llegó de EE. UU. ayer."]),
        ("es", "¿Qué pasó? ¡Nadie lo sabe! «No sé. Ya veremos», dijo.", ["¿Qué pasó?", "¡Nadie lo sabe!", "«No sé. Ya veremos», dijo."]),
        ("zh", "渡轮搁浅了。共有3.5吨油！为什么？", ["渡轮搁浅了。", "共有3.5吨油！", "为什么？"]),
        ("zh", "“今天很冷。明天更冷。”他说。船停了。", ["“今天很冷。明天更冷。”他说。", "船停了。"]),
        ("hi", "यह एक वाक्य है। दूसरा वाक्य॥", ["यह एक वाक्य है।", "दूसरा वाक्य॥"]),
        ("cs", "„Situace je vážná. Musíme jednat rychle,“ řekl premiér. Pak odešel.", ["„Situace je vážná. Musíme jednat rychle,“ řekl premiér.", "Pak odešel."]),
        ("cs", "Ministr řekl: „Ne.“ Pak odešel. Byl smutný.", ["Ministr řekl: „Ne.“", "Pak odešel.", "Byl smutný."]),
        ("de", "„Die Lage ist ernst. Wir müssen handeln“, sagte er. Dann ging er.", ["„Die Lage ist ernst. Wir müssen handeln“, sagte er.", "Dann ging er."]),
        ("cs", "»To je chyba. Opravíme ji,« uvedl starosta.", ["»To je chyba. Opravíme ji,« uvedl starosta."]),
        ("sv", "”Vi är glada. Det blev bra”, sade ministern. Sedan gick hon.", ["”Vi är glada. Det blev bra”, sade ministern.", "Sedan gick hon."]),
        ("fr", "« C'est grave. Il faut agir », dit-il. Puis il partit.", ["« C'est grave. Il faut agir », dit-il.", "Puis il partit."]),
        ("he", 'הוא נסע לארה"ב. לאחר מכן שב ארצה. צה"ל הודיע כי הסתיים.', ['הוא נסע לארה"ב.', "לאחר מכן שב ארצה.", 'צה"ל הודיע כי הסתיים.']),
        ("he", "הסופר ס. יזהר נולד ברחובות.", ["הסופר ס. יזהר נולד ברחובות."]),
        ("hi", "श्री के. गुजराल प्रधानमंत्री थे।", ["श्री के. गुजराल प्रधानमंत्री थे।"]),
        ("hi", "बाजार बंद हुआ| निवेशक खुश हैं।", ["बाजार बंद हुआ|", "निवेशक खुश हैं।"]),
        ("el", "Πού θα βρεθούν τα χρήματα; Κανείς δεν απαντά.", ["Πού θα βρεθούν τα χρήματα;", "Κανείς δεν απαντά."]),
        ("ja", "「努力します。」と社長は記者会見で話した。株価は上がった。", ["「努力します。」と社長は記者会見で話した。", "株価は上がった。"]),
        ("ja", "彼は「行かない。」「帰る。」と答えた。", ["彼は「行かない。」「帰る。」と答えた。"]),
        ("ja", "会議が開かれた．株価は１．５％上がった。", ["会議が開かれた．", "株価は１．５％上がった。"]),
        ("ko", "김 씨는 3.5% 올랐다고 말했다. 회사는 부인했다.", ["김 씨는 3.5% 올랐다고 말했다.", "회사는 부인했다."]),
        ("ar", "هل انتهى الأمر؟ نعم انتهى.", ["هل انتهى الأمر؟", "نعم انتهى."]),
    ],
)  # fmt: skip
def test_known_cases(sentences, language, text, expected):
    assert sentences(text, language) == expected


def test_a_hard_wrapped_paragraph_is_one_block(sentences):
    text = (
        "The ferry that links the island with the mainland ran aground on\n"
        "a reef early on Thursday with two hundred people on board. The\n"
        "coastguard said that nobody was killed.\n\nA new paragraph starts here."
    )
    assert len(sentences(text)) == 3


def test_lines_that_end_are_not_joined(sentences):
    assert sentences("First sentence ends here.\nsecond line begins small.") == [
        "First sentence ends here.",
        "second line begins small.",
    ]


def test_a_quotation_that_never_closes_does_not_swallow_the_paragraph(sentences):
    text = '"I begin here and never end. ' + "Another sentence follows. " * 60
    assert len(sentences(text)) > 50


@pytest.mark.parametrize("name", ["ferry", "presa", "reviews"])
def test_sample_sentences_are_divided_as_people_divide_them(sentences, name):
    documents = {document.id: document for document in sample(name)}
    for labelled in labels(name)["sentences"]:
        document = documents[labelled["document_id"]]
        found = sentences(document.text, document.language_code)
        missed = [sentence for sentence in labelled["sentences"] if not any(s.endswith(sentence) for s in found)]
        assert not missed


UGLY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(list(" .!?…\"“”«»'’\n\r\u2028\t\x00。！？।؟•-(),:;ABcdeé\u0301\u202e\u200d\ud83d")),
    ),
    max_size=300,
)


@given(UGLY)
def test_spans_are_in_order_disjoint_and_hold_all_letters(engine, text):
    covered = [False] * len(text)
    previous = 0
    for block in split(text, engine.languages["en"]):
        for start, end in block.sentences:
            assert block.start <= start < end <= block.end
            assert previous <= start
            previous = end
            assert text[start:end].strip()
            covered[start:end] = [True] * (end - start)
    lost = [character for character, seen in zip(text, covered, strict=True) if character.isalpha() and not seen]
    assert not lost
