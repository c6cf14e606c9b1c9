"""Which words of a sentence only tell who says the rest of it."""

import pytest
from conspectus.stages.speech import may_tell, speech
from conspectus.words import look_up, places


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The gate was open, the harbour police said in a statement.", "the harbour police said in a statement"),
        ("en", "According to the police, the gate was open.", "According to the police"),
        ("en", "The gate was open, according to two guards.", "according to two guards"),
        ("en", "Police said the gate was open.", "Police said"),
        ("en", "The guard told reporters that the gate was open.", ""),
        ("en", "A guard denied that the gate was open.", "A guard denied that"),
        ("en", "The gate, police said on Monday, was open.", "police said on Monday"),
        ("en", "On Monday, the company confirmed the talks.", ""),
        ("en", "The company confirmed the talks.", ""),
        ("en", "The gate was open.", ""),
        ("en", "Said.", "Said"),
        ("en", "", ""),
        ("es", "La verja estaba abierta, según la policía.", "según la policía"),
        ("es", "La policía dijo que la verja estaba abierta.", "La policía dijo que"),
        ("es", "Ida Hale admitió haber perdido.", ""),
        ("de", "Das Tor stand offen, teilte die Polizei mit.", "teilte die Polizei mit"),
        ("de", "Die Polizei sagte, das Tor habe offen gestanden.", "Die Polizei sagte"),
        ("ja", "門は開いていたと、警察は述べた。", "警察は述べた"),
        ("ar", "كانت البوابة مفتوحة، قالت الشرطة.", "قالت الشرطة"),
    ],
)
def test_who_says_the_rest(engine, language, text, speaker):
    known = engine.languages[language]
    words = places(text)
    looked = [look_up(word, known) for _, _, word in words]
    found = speech(text, words, looked, known)
    assert (text[words[found.start][0] : words[found.stop - 1][1]] if found else "") == speaker
    assert may_tell([word.folded for word in looked], known) or not speaker
