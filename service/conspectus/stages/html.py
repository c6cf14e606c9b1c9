"""The main text of a page of HTML, by trafilatura; the echo of it is what offsets count in."""

import logging

from conspectus.errors import MissingExtra


def main_text(html: str, index: int) -> str:
    """The text of a page's article, paragraphs on lines of their own; "" where it has none.

    Raises MissingExtra, naming the document, if trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise MissingExtra(f"documents[{index}].html", "html") from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it can't read is in the document's report
    # Precision over recall: a missed paragraph costs less than a cookie banner in the summary. Where no article is
    # found, as in a fragment, all text is taken, and `clean` has to tell.
    article = trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False)
    return str(article or trafilatura.html2txt(f"<html><body>{html}</body></html>") or "")
