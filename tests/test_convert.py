import dataclasses
import datetime
import enum
import typing

import numpy as np
import pytest
from conspectus import types
from conspectus.convert import documents_from_proto, from_proto, options_from_proto, request_to_proto, to_proto
from conspectus.errors import InvalidRequest
from conspectus.settings import Settings
from conspectus.v1 import summarization_pb2 as pb
from conspectus.validation import check
from google.protobuf.timestamp_pb2 import Timestamp
from hypothesis import given
from hypothesis import strategies as st

MESSAGES = {
    cls: getattr(pb, {"Info": "GetInfoResponse"}.get(cls.__name__, cls.__name__))
    for cls in vars(types).values()
    if dataclasses.is_dataclass(cls)
}

GOOD = types.Document(text="The ferry ran aground.")


def request(documents, options=None):
    return request_to_proto(documents, options or types.SummaryOptions(), pb.SummarizeRequest())


@pytest.mark.parametrize("cls", MESSAGES, ids=lambda cls: cls.__name__)
def test_types_have_the_fields_of_the_contract(cls):
    assert {field.name for field in dataclasses.fields(cls)} == set(MESSAGES[cls].DESCRIPTOR.fields_by_name)


def test_enums_have_the_numbers_of_the_contract():
    enums = [cls for cls in vars(types).values() if isinstance(cls, type) and issubclass(cls, enum.IntEnum)]
    found = [cls for cls in enums if cls is not enum.IntEnum]
    assert len(found) == 7
    for cls in found:
        ours = {member.name: member.value for member in cls}
        descriptor = pb.DESCRIPTOR.enum_types_by_name[cls.__name__]
        names = {value.name.split("_", 1)[1]: value.number for value in descriptor.values}
        theirs = {name.removeprefix("ENCODING_"): number for name, number in names.items()}
        assert ours == theirs


# Text that a wire can hold; floats that JSON can.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LEAVES = {
    str: TEXT,
    int: st.integers(0, 2**31 - 1),
    float: st.floats(0, 1e6),
    bool: st.booleans(),
    datetime.datetime: st.datetimes(
        datetime.datetime(1, 1, 2), datetime.datetime(9999, 12, 30), timezones=st.just(datetime.UTC)
    ),
}


def instances(cls):
    """Any instance of one of our types."""
    return st.builds(cls, **{name: values(kind) for name, kind in typing.get_type_hints(cls).items()})


def values(kind):
    if typing.get_origin(kind) is tuple:
        return st.lists(values(typing.get_args(kind)[0]), max_size=2).map(tuple)
    arguments = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    if arguments:
        return st.none() | values(arguments[0])
    if dataclasses.is_dataclass(kind):
        return instances(kind)
    if issubclass(kind, enum.IntEnum):
        return st.sampled_from(kind)
    return LEAVES[kind]


@given(st.data())
@pytest.mark.parametrize(
    "cls", [types.SummarizeResponse, types.RankSentencesResponse, types.Info, types.SummaryOptions, types.Progress]
)
def test_what_goes_out_comes_back(cls, data):
    value = data.draw(instances(cls))
    wire = to_proto(value, MESSAGES[cls]()).SerializeToString()
    back = from_proto(cls, MESSAGES[cls].FromString(wire))
    if cls in (types.SummarizeResponse, types.RankSentencesResponse):  # seconds travel as whole nanoseconds
        assert [stage.name for stage in back.trace.stages] == [stage.name for stage in value.trace.stages]
        trace = dataclasses.replace(value.trace, stages=back.trace.stages)
        value = dataclasses.replace(value, trace=trace)
    assert back == value


@given(TEXT, TEXT, st.none() | LEAVES[datetime.datetime], st.floats(0, 10))
def test_documents_come_back(text, title, time, weight):
    document = types.Document(text=text, title=title, publish_time=time, weight=weight)
    assert documents_from_proto([to_proto(document, pb.Document())]) == [document]


def test_a_start_of_zero_survives_the_wire():
    message = pb.Range.FromString(to_proto(types.Range(0, 3), pb.Range()).SerializeToString())
    assert message.HasField("start")


def test_a_document_without_weight_weighs_one_and_with_zero_none():
    assert documents_from_proto([pb.Document(text="a")])[0].weight == 1.0
    assert documents_from_proto([pb.Document(text="a", weight=0.0)])[0].weight == 0.0


def test_lone_surrogates_go_out_as_replacement_characters():
    assert to_proto(types.Document(text="a\ud83d b"), pb.Document()).text == "a\ufffd b"


def test_a_time_outside_the_calendar_names_its_field():
    document = pb.Document(text="a", publish_time=Timestamp(seconds=10**15))
    with pytest.raises(InvalidRequest) as caught:
        documents_from_proto([pb.Document(text="b"), document])
    assert caught.value.violations[0].field == "documents[1].publish_time"


@pytest.mark.parametrize(("year", "hours"), [(1, 14), (9999, -14)])
def test_a_time_that_is_outside_the_calendar_in_utc_names_its_field(year, hours):
    time = datetime.datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, 12)
    time = time.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=hours)))
    with pytest.raises(InvalidRequest) as caught:
        request([types.Document(text="a", publish_time=time)])
    assert caught.value.violations[0].field == "documents[0].publish_time"


@pytest.mark.parametrize(
    ("documents", "options", "told"),
    [
        ("text", {}, ["documents: must be a list of Document, not str"]),
        (GOOD, {}, ["documents: must be a list of Document, not Document"]),
        ([GOOD, {"text": "a"}], {}, ["documents[1]: must be of type Document, not dict"]),
        ([GOOD, None], {}, ["documents[1]: must be of type Document, not NoneType"]),
        ([GOOD] * 3 + [types.Document(text="a", publish_time="2026-05-04")], {}, ["documents[3].publish_time: must be of type datetime, not str"]),
        ([types.Document(text="a", publish_time=datetime.date(2026, 5, 4))], {}, ["documents[0].publish_time: must be of type datetime, not date"]),
        ([types.Document(text=b"a", id=5, weight="2")], {}, ["documents[0].text: must be of type str, not bytes", "documents[0].id: must be of type str, not int", "documents[0].weight: must be of type float, not str"]),
        ([GOOD], {"max_words": "5"}, ["options.max_words: must be of type int, not str"]),
        ([GOOD], {"include_facts": "yes"}, ["options.include_facts: must be of type bool, not str"]),
        ([GOOD], {"offset_encoding": "utf8"}, ["options.offset_encoding: must be of type OffsetEncoding, not str"]),
        ([GOOD], {"presets": "push-alert"}, ["options.presets: must be a tuple of Preset, not str"]),
        ([GOOD], {"presets": types.Preset.PUSH_ALERT}, ["options.presets: must be a tuple of Preset, not Preset"]),
        ([GOOD], {"presets": (types.Preset.PUSH_ALERT, "five-bullets")}, ["options.presets[1]: must be of type Preset, not str"]),
    ],
)  # fmt: skip
def test_what_has_a_wrong_type_is_told_by_its_field(documents, options, told):
    options = types.SummaryOptions(**options)
    for use in (request, lambda *given: check(*given, Settings().limits)):
        with pytest.raises(InvalidRequest) as caught:
            use(documents, options)
        assert [f"{violation.field}: {violation.description}" for violation in caught.value.violations] == told


def test_options_that_are_none_of_ours_are_told():
    with pytest.raises(InvalidRequest, match="options: must be of type SummaryOptions, not dict"):
        request([GOOD], {"max_words": 5})


def test_what_is_as_good_as_the_type_goes_out():
    documents = (types.Document(text=text, title=None, weight=np.float32(2)) for text in "ab")
    options = types.SummaryOptions(max_words=np.int64(5), presets=[types.Preset.PUSH_ALERT], offset_encoding=2)
    message = request(documents, options)
    assert [(document.text, document.title, document.weight) for document in message.documents] == [
        ("a", "", 2.0),
        ("b", "", 2.0),
    ]
    assert options_from_proto(message.options) == types.SummaryOptions(max_words=5, presets=(types.Preset.PUSH_ALERT,), offset_encoding=types.OffsetEncoding.UTF8_BYTES)  # fmt: skip


def test_an_unknown_encoding_names_its_field():
    with pytest.raises(InvalidRequest) as caught:
        options_from_proto(pb.SummaryOptions(offset_encoding=7))
    assert caught.value.violations[0].field == "options.offset_encoding"


def test_a_verdict_from_a_newer_server_is_unspecified():
    report = from_proto(types.DocumentReport, pb.DocumentReport(verdict=99))
    assert report.verdict == types.Verdict.UNSPECIFIED
