import os

import pytest
from conspectus.cli import serve
from conspectus.errors import InvalidRequest
from conspectus.settings import Settings


def test_a_flag_wins_over_the_environment_and_that_over_the_default():
    environment = {"CONSPECTUS_WORKERS": "3", "CONSPECTUS_MAX_QUEUED": "9", "CONSPECTUS_LISTEN": ""}
    settings = Settings.load({"workers": 5, "listen": None}, environment)
    assert (settings.workers, settings.max_queued, settings.listen) == (5, 9, Settings().listen)


@pytest.mark.parametrize(
    ("flags", "environment", "name"),
    [
        ({}, {"CONSPECTUS_WORKERS": "many"}, "CONSPECTUS_WORKERS"),
        ({}, {"CONSPECTUS_MAX_WORDS": "0"}, "CONSPECTUS_MAX_WORDS"),
        ({"max_documents": 0}, {}, "--max-documents"),
        ({"default_max_words": 9999}, {}, "--default-max-words"),
        ({"log_level": "loud"}, {}, "--log-level"),
        ({"listen": "nowhere"}, {}, "--listen"),
        ({"writer": "http://me:secret@host/v1"}, {}, "--writer"),
        ({}, {"CONSPECTUS_WRITER": "https://host/v1?key=secret"}, "CONSPECTUS_WRITER"),
        ({}, {"CONSPECTUS_WRITER_REQUESTS": "0"}, "CONSPECTUS_WRITER_REQUESTS"),
        ({"writer_timeout": float("nan")}, {}, "--writer-timeout"),
    ],
)
def test_a_wrong_value_is_named_by_where_it_came_from(flags, environment, name):
    with pytest.raises(InvalidRequest) as caught:
        Settings.load(flags, environment)
    assert caught.value.violations[0].field == name
    assert "secret" not in str(caught.value)


def test_a_lower_limit_lowers_the_default():
    assert Settings.load({}, {"CONSPECTUS_MAX_WORDS": "100"}).default_max_words == 100


def test_many_may_wait_for_a_model_but_not_for_numpy():
    assert Settings().threads == (os.cpu_count() or 1)
    assert Settings(encoder="./a-model").threads == 32
    assert Settings(encoder="./a-model", workers=3).threads == Settings(workers=3).threads == 3


def test_a_key_is_told_to_be_set_and_no_more():
    settings = Settings.load({}, {"CONSPECTUS_WRITER_KEY": "sk-secret"})
    assert settings.writer_key == "sk-secret"
    assert "secret" not in f"{settings} {settings!r} {settings.limits}"
    assert " writer_key=*** " in str(settings)
    assert " writer_key= " in str(Settings())


def test_a_key_is_no_flag():
    flags = {name for option in serve.params for name in option.opts}
    assert {"--writer", "--writer-model", "--writer-timeout", "--seed"} <= flags
    assert "--writer-key" not in flags
