"""suit: which sentences can stand in a summary: those in its language that a reader understands where they stand.

Some never do, unless there is nothing else: very short ones, questions, those that speak to the reader or of their
writer ("I set out in April", "you will want to know", "told this newspaper"), and those with a quotation or a bracket
that never closes.

Others lean on a sentence before them: those that open with a pronoun or a connective ("He also said …"), quotations
without a speaker, and those whose speaker is a pronoun ("…, she said."). They stand behind that one, or not at all.
"""

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from conspectus.engine import Language, Languages
from conspectus.engine.languages import UNDETERMINED, primary
from conspectus.quotations import is_whole, opens_quoting, quotes, unquoted
from conspectus.stages.drop_repeats import Voices
from conspectus.typography import count_words, is_unspaced
from conspectus.words import Word, look_up

MIN_WORDS = 8  # what is shorter says too little without what stands around it; 16 characters where words have no spaces
NEAR = 3  # sentences before it in its source within which one leans on another
_CLOSING = """])}"'”’“»«」』）》"""
_QUESTION = ("?", "？", "؟", "\u037e")
_UNENDED = (":", "：", ",", "，")
# What a page had beside its text: a date, a link, what a link says of itself.
_GLUED = re.compile(
    r"(?:19|20)\d\d[A-Z][a-z]|https?://|\((?:[Rr]ead|[Ss]ee|[Ww]atch) (?:it|more) here\)"
    r"|[Oo]pens (?:in )?a [Nn]ew [Ww]indow"
)
_LONGEST_OPENER = 5  # words
_SCRIPTS_WITHOUT_SPACES = 3  # characters of an opener there
_BRACKETS = dict(zip("([（【", ")]）】", strict=True))
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*+")
_CLAUSE = re.compile(r"(?<![,;:，、؛،–—-])[,;:，、؛،–—-]++\s+|\s[–—-]")
_SINGLE_QUOTE = re.compile(r"(?:^|\s)['‘](?=[^\W\d_])")  # British; what is inside and what outside is hard to tell
_TAG = 4  # words: "she said", "he told the court", "a-t-il dit"


@dataclass(frozen=True, slots=True)
class Suited:
    """The rows of the originals that a summary may quote.

    `leaning` are those that may only stand behind another: the row of that one by theirs.
    """

    standing: list[int]
    leaning: dict[int, int]


def suited(voices: Voices, language: str, languages: Languages) -> Suited:
    """The rows that a summary in `language` may quote."""
    quoted = {tag for tag in {s.source.language for s in voices.originals} if primary(tag) in (language, UNDETERMINED)}
    spoken = [row for row, sentence in enumerate(voices.originals) if sentence.source.language in quoted]
    tokens = voices.tokens
    speaking, telling = (tokens.having(tokens.forms.person == person) for person in (1, 3))
    fit, standing = [], []
    for row in spoken:
        text, spoken_in = voices.originals[row].text, languages[voices.originals[row].source.language]
        if not _is_fit(text, spoken_in) or (speaking[row] and speaks_to_reader(text, spoken_in)):
            continue
        fit.append(row)
        lacking = (telling[row] or opens_quoting(text)) and _lacks_speaker(text, spoken_in)
        if not lacking and not _opens_dangling(tokens.opening(row, _LONGEST_OPENER), text, spoken_in):
            standing.append(row)
    leaning = _before(sorted(set(fit) - set(standing)), standing, voices)
    return Suited(standing or fit or spoken, leaning if standing else {})


def _before(leaning: Sequence[int], standing: Sequence[int], voices: Voices) -> dict[int, int]:
    """For each leaning row the standing one that it leans on: the next before it in its source.

    Only what leans too may stand between. Behind anything else, such as a question that is left out, it may speak of
    somebody else.
    """
    # A copy of a sentence is as good to lean on as the sentence.
    anchors = {place: row for row in standing for place in _places(row, voices)}
    between = {place for row in leaning for place in _places(row, voices)}
    found: dict[int, int] = {}
    for row in leaning:
        source, position = voices.originals[row].source.index, voices.originals[row].position
        for place in ((source, position - back) for back in range(1, NEAR + 1)):
            if place in anchors:
                found[row] = anchors[place]
            if place not in between:
                break
    return found


def _places(row: int, voices: Voices) -> list[tuple[int, int]]:
    """Where a sentence and its copies stand: source and position."""
    return [(s.source.index, s.position) for s in (voices.originals[row], *voices.copies[row])]


def _is_fit(text: str, language: Language) -> bool:
    if _is_question(text, language) or _is_short(text) or text.endswith(_UNENDED) or _GLUED.search(text):
        return False
    return is_whole(text) and _has_whole_brackets(text) and not _speaks_of_itself(text, language)


def _is_question(text: str, language: Language) -> bool:
    return text.rstrip(_CLOSING).endswith(_QUESTION) or (language.code == "el" and text.endswith(";"))


def _is_short(text: str) -> bool:
    return count_words(text) < (2 * MIN_WORDS if is_unspaced(text[0]) else MIN_WORDS)


def _has_whole_brackets(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS.items())


def _speaks_of_itself(text: str, language: Language) -> bool:
    """Whether a sentence that is whole speaks of its article or paper outside its quotations."""
    pattern = _self_references(language)
    return bool(pattern) and any(pattern.search(unicodedata.normalize("NFC", p).casefold()) for p in unquoted(text))


@functools.lru_cache(maxsize=64)
def _self_references(language: Language) -> re.Pattern[str] | None:
    if not language.self_references:
        return None
    edge = "" if language.code in ("zh", "ja") else r"\b"
    return re.compile(rf"{edge}(?:{'|'.join(map(re.escape, sorted(language.self_references)))}){edge}")


def speaks_to_reader(text: str, language: Language) -> bool:
    """Whether a sentence has a first or second person outside its quotations."""
    if _SINGLE_QUOTE.search(text):
        return False
    for part in unquoted(text):
        previous = ""
        for match in _WORD.finditer(part):
            word = match[0]
            if _person(word, language) == 1 and not _is_name(word, previous, part[match.end() : match.end() + 1]):
                return True
            previous = word
    return False


def _person(word: str, language: Language) -> int:
    return _look_up(word, language).person


def _look_up(word: str, language: Language) -> Word:
    return look_up(unicodedata.normalize("NFC", word).replace("’", "'"), language)


def _is_name(word: str, before: str, behind: str) -> bool:
    """Whether a pronoun is part of a name: "US", "Our Lady", the I of "World War I" and of "I-95"."""
    if len(word) > 1:
        return word.isupper() or (word[0].isupper() and bool(before))
    return word.isupper() and (before[:1].isupper() or behind in ("-", "."))


def _opens_dangling(words: Sequence[str], text: str, language: Language) -> bool:
    openers = language.dangling_openers
    if any(" ".join(words[:count]) in openers for count in range(1, _LONGEST_OPENER + 1)):
        return True
    return language.code in ("zh", "ja") and any(
        text[:count] in openers for count in range(1, _SCRIPTS_WITHOUT_SPACES + 1)
    )


def _lacks_speaker(text: str, language: Language) -> bool:
    """Whether a sentence has a quotation and nobody to say it, or a pronoun say something before it has named anybody."""
    clauses = [_WORD.findall(clause) for part in unquoted(text) for clause in _CLAUSE.split(part)]
    quoting = quotes(text)
    if quoting and not any(_look_up(word, language).says for words in clauses for word in words):
        return True  # "one of them said", "dijo"
    if not quoting and text.lower() == text.upper():
        return False  # names can't be told in scripts without capitals
    for number, words in enumerate(clauses):
        said = [_person(word, language) == 3 for word in words]
        if (quoting or number) and any(said if len(words) <= _TAG else said[:1] if quoting else ()):
            return True
        named = words if number or len(words) == 1 else words[1:]  # a sentence's first word has a capital anyway
        if any(word[0].isupper() and _look_up(word, language).says for word in named):
            return False
    return False
