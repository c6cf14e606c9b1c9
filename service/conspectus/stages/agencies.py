"""agencies: whose report a document prints, by its dateline and byline: "LAGOS (Reuters) -", "By A. Roe, AP".

Papers that print one agency's report are one origin even where their texts have drifted apart. A name in brackets in a
dateline is an agency's, known or not; in bylines only the names below are told from people and papers. Picture credits
say nothing of the text.
"""

import re

from conspectus.stages.clean import Cleaned
from conspectus.stages.read import Source
from conspectus.types import Removal

_DATELINE = re.compile(r"[(（]\s*([^\W\d_][^()（）\d]{1,30}?)\s*[)）]")
_NAMES = {
    name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
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


def agencies(source: Source, cleaned: Cleaned) -> frozenset[str]:
    """The agencies that a document names as where its text is from."""
    bylines = [source.text[part.start : part.end] for part in cleaned.removed if part.removal == Removal.BYLINE]
    found = {name for text in (*bylines, source.document.author, source.document.publisher) for name in _known(text)}
    for byline in bylines:
        dateline = _DATELINE.search(byline)
        if dateline and not _known(byline):
            found.add(dateline[1].casefold())
    return frozenset(found)


def _known(text: str) -> list[str]:
    return [name for name, pattern in _NAMES.items() if pattern.search(text)]
