"""Which sentences can stand in a summary: those in its language that need no sentence before them.

"He also said…" says nothing where nobody has been named. Left out unless there is nothing else: sentences that open
with a pronoun or a connective, very short ones, questions, and quotations that never close.
"""

import re
from collections.abc import Sequence

from conspectus.engine import Language, Languages
from conspectus.engine.languages import UNDETERMINED, primary
from conspectus.quotations import is_whole
from conspectus.stages.drop_repeats import Voices
from conspectus.typography import count_words, is_unspaced

MIN_WORDS = 8  # what is shorter says too little without what stands around it; 16 characters where words have no spaces
_QUESTION = re.compile(r"""[?？؟\u037e][\])}"'”’“»«」』）》]*$""")
_LONGEST_OPENER = 5  # words
_SCRIPTS_WITHOUT_SPACES = 3  # characters of an opener there


def suitable(voices: Voices, language: str, languages: Languages) -> list[int]:
    """The rows of the originals that a summary in `language` may quote."""
    quoted = {tag for tag in {s.source.language for s in voices.originals} if primary(tag) in (language, UNDETERMINED)}
    spoken = [row for row, sentence in enumerate(voices.originals) if sentence.source.language in quoted]
    standing = [row for row in spoken if _stands_alone(row, voices, languages)]
    return standing or spoken


def _stands_alone(row: int, voices: Voices, languages: Languages) -> bool:
    """Whether a sentence can be read without the one before it."""
    sentence = voices.originals[row]
    text, language = sentence.text, languages[sentence.source.language]
    if _is_question(text, language) or not is_whole(text) or _is_short(text):
        return False
    return not _opens_dangling(voices.tokens.opening(row, _LONGEST_OPENER), text, language)


def _is_question(text: str, language: Language) -> bool:
    return bool(_QUESTION.search(text)) or (language.code == "el" and text.endswith(";"))


def _opens_dangling(words: Sequence[str], text: str, language: Language) -> bool:
    openers = language.dangling_openers
    if any(" ".join(words[:count]) in openers for count in range(1, _LONGEST_OPENER + 1)):
        return True
    return language.code in ("zh", "ja") and any(
        text[:count] in openers for count in range(1, _SCRIPTS_WITHOUT_SPACES + 1)
    )


def _is_short(text: str) -> bool:
    return count_words(text) < (2 * MIN_WORDS if is_unspaced(text[0]) else MIN_WORDS)
