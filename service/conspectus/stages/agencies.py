"""agencies: whose report a document prints, by its dateline and byline: "LAGOS (Reuters) -", "By A. Roe, AP".

Papers that print one agency's report are one origin even where their texts have drifted apart. A name in brackets in a
dateline is an agency's, known or not; in bylines only the names below are told from people and papers. Who contributed
to a report, or took its pictures, says nothing of where the text is from; nor does a credit to several agencies.
"""

import re

from conspectus.stages.clean import Cleaned
from conspectus.stages.read import Source
from conspectus.types import Removal

OPENING_SENTENCES = 2  # of a document, before which its dateline stands
# A place and a name in brackets, in front of a dash: no reporter, time zone or role.
_DATELINE = re.compile(
    r"^[^\W\d_][^()（）]{1,60}\(\s*(?!GMT|UTC|[A-Z]{2,3}T\b|[Ss]taff|记者)([^\W\d_][^()（）\d]{1,30}?)\s*\)\s*\.?\s*[-–—―:]"
)
_WRITTEN_BY = re.compile(r"\W*(?:by|from|por|de|par|von|source|fuente|quelle|来源|文)\b", re.IGNORECASE)
_NAMES = {
    name: re.compile(rf"(?<![A-Za-zА-я])(?:{pattern})(?![A-Za-zА-я])")
    for name, pattern in {
        "afp": r"AFP|Agence France-Presse",
        "ansa": r"ANSA",
        "ap": r"AP|Associated Press",
        "dpa": r"dpa|Deutsche Presse-Agentur",
        "efe": r"EFE|Agencia EFE",
        "europa press": r"Europa Press",
        "interfax": r"Interfax|Интерфакс",
        "kyodo": r"Kyodo(?: News)?|共同通信|共同社",
        "pa": r"PA Media|Press Association",
        "pti": r"PTI|Press Trust of India",
        "reuters": r"Reuters|Рейтер",
        "tass": r"TASS|ТАСС",
        "upi": r"UPI|United Press International",
        "xinhua": r"Xinhua(?: News Agency)?|新华社",
        "yonhap": r"Yonhap(?: News Agency)?|연합뉴스",
    }.items()
}


def agency(source: Source, cleaned: Cleaned) -> str:
    """The agency that a document names as where its text is from; "" if it names none, or several."""
    openings = {end for end, _ in cleaned.sentences[:OPENING_SENTENCES]}
    bylines = [
        (source.text[part.start : part.end], part.end in openings)
        for part in cleaned.removed
        if part.removal == Removal.BYLINE
    ]
    texts = [text for text, opens in bylines if opens or _WRITTEN_BY.match(text)]
    found = {name for text in (*texts, source.document.author, source.document.publisher) for name in _known(text)}
    for text, opens in bylines:
        dateline = _DATELINE.search(text) if opens and not _known(text) else None
        if dateline:
            found.add(dateline[1].casefold())
    return found.pop() if len(found) == 1 else ""


def _known(text: str) -> list[str]:
    return [name for name, pattern in _NAMES.items() if pattern.search(text)]
