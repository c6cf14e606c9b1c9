"""What is wrong with a request, field by field, before any work is done on it."""

from collections.abc import Iterable, Sequence
from typing import Any

import langcodes

from conspectus.arguments import checked
from conspectus.errors import FieldViolation, InvalidRequest
from conspectus.settings import EXTRACTIVE
from conspectus.types import Document, Limits, OffsetEncoding, Preset, SummaryOptions

MAX_ID_BYTES = 256
MAX_QUERY = 1000  # characters
MAX_WEIGHT = 10.0
MAX_TOLD = 20  # violations; with all those of a large set an error would not fit into its trailers
ECHO = 64  # characters of a wrong value that are told


def check(
    documents: Sequence[Document],
    options: SummaryOptions,
    limits: Limits,
    writers: Iterable[str] = (),
    text: str | None = None,
) -> None:
    """Raise InvalidRequest with every field that is wrong; `text` is that of a request that has one, `writers` are
    those there are beside the extractive one.
    """
    checked(documents, options, unset=False)
    violations = [*_check_set(documents, limits), *_check_options(options, limits, (EXTRACTIVE, *writers))]
    if text is not None:
        violations += _check_text(text, limits)
    for index, document in enumerate(documents[: limits.max_documents]):
        violations += _check_document(f"documents[{index}]", document, limits)
    if len(violations) > MAX_TOLD:
        more = FieldViolation("documents", f"{len(violations) - MAX_TOLD} more fields are wrong")
        violations = [*violations[:MAX_TOLD], more]
    if violations:
        raise InvalidRequest(*violations)


def _check_text(text: Any, limits: Limits) -> list[FieldViolation]:
    if not isinstance(text, str):
        return [FieldViolation("text", f"must be of type str, not {type(text).__name__}")]
    if not text.strip():
        return [FieldViolation("text", "it is empty: send the text to judge")]
    if (size := _utf8_size(text)) > limits.max_document_bytes:
        return [
            FieldViolation("text", f"{size} bytes, over the limit of {limits.max_document_bytes}: send it in parts")
        ]
    return []


def _check_set(documents: Sequence[Document], limits: Limits) -> list[FieldViolation]:
    if not documents:
        return [FieldViolation("documents", "no documents: send at least one with some text")]
    if len(documents) > limits.max_documents:
        return [
            FieldViolation(
                "documents", f"{len(documents)} documents, over the limit of {limits.max_documents}: split the set"
            )
        ]
    if not any(document.text.strip() or document.html.strip() for document in documents):
        return [FieldViolation("documents", "every document is empty: send at least one with some text")]
    seen: dict[str, int] = {}
    violations = []
    for index, document in enumerate(documents):
        if document.id and seen.setdefault(document.id, index) != index:
            first = f"documents[{seen[document.id]}]"
            violations.append(
                FieldViolation(
                    f"documents[{index}].id",
                    f"'{document.id[:ECHO]}' is the id of {first} too: give each its own",
                )
            )
    return violations


def _check_document(path: str, document: Document, limits: Limits) -> list[FieldViolation]:
    violations = []
    if document.text and document.html:
        violations.append(FieldViolation(f"{path}.text", "both text and html are set: send one of them"))
    for field in ("text", "html"):
        size = _utf8_size(getattr(document, field))
        if size > limits.max_document_bytes:
            violations.append(
                FieldViolation(
                    f"{path}.{field}",
                    f"{size} bytes, over the limit of {limits.max_document_bytes}: split it into several documents",
                )
            )
    if _utf8_size(document.id) > MAX_ID_BYTES:
        violations.append(FieldViolation(f"{path}.id", f"over the limit of {MAX_ID_BYTES} bytes"))
    if not 0 <= document.weight <= MAX_WEIGHT:
        violations.append(FieldViolation(f"{path}.weight", f"{document.weight} is not within 0 to {MAX_WEIGHT:g}"))
    return violations + _check_language(f"{path}.language_code", document.language_code)


def _check_options(options: SummaryOptions, limits: Limits, writers: Sequence[str]) -> list[FieldViolation]:
    violations = []
    if options.max_words is not None and not 1 <= options.max_words <= limits.max_words:
        violations.append(
            FieldViolation("options.max_words", f"{options.max_words} is not within 1 to {limits.max_words}")
        )
    if options.max_sentences is not None and options.max_sentences < 1:
        violations.append(
            FieldViolation(
                "options.max_sentences", f"{options.max_sentences} is less than 1; leave it out for no limit"
            )
        )
    if len(options.query) > MAX_QUERY:
        violations.append(
            FieldViolation("options.query", f"{len(options.query)} characters, over the limit of {MAX_QUERY}")
        )
    if options.writer and options.writer not in writers:
        violations.append(
            FieldViolation("options.writer", f"no writer '{options.writer[:ECHO]}'; there is: {', '.join(writers)}")
        )
    if options.offset_encoding not in tuple(OffsetEncoding):
        known = ", ".join(f"{encoding.value} {encoding.name}" for encoding in OffsetEncoding if encoding)
        violations.append(
            FieldViolation("options.offset_encoding", f"{options.offset_encoding} is none of those known: {known}")
        )
    for index, preset in enumerate(options.presets):
        path = f"options.presets[{index}]"
        if preset not in tuple(Preset)[1:]:
            known = ", ".join(f"{known.value} {known.name}" for known in Preset if known)
            violations.append(FieldViolation(path, f"{int(preset)} is none of those known: {known}"))
        elif preset in options.presets[:index]:
            violations.append(FieldViolation(path, f"{preset.name} is asked for twice"))
    return violations + _check_language("options.language_code", options.language_code)


def _check_language(path: str, tag: str) -> list[FieldViolation]:
    if not tag or (len(tag) <= 64 and langcodes.tag_is_valid(tag)):
        return []
    return [FieldViolation(path, f"'{tag[:ECHO]}' is no BCP 47 tag of a registered language, such as 'en' or 'pt-BR'")]


def _utf8_size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
