"""writers: which kind of writer a setting names."""

from conspectus.engine.chat_writer import ChatWriter
from conspectus.engine.loading import SAFE, folder_of, libraries, loading
from conspectus.engine.remote_writer import RemoteWriter
from conspectus.engine.seq2seq_writer import Seq2SeqWriter
from conspectus.engine.writer import Writer
from conspectus.settings import EXTRACTIVE, Settings


def load_writer(settings: Settings) -> Writer | None:
    """What the settings name as their writer, None for the extractive one; raises as the writers do."""
    if settings.writer == EXTRACTIVE:
        return None
    if settings.writer.lower().startswith(("http://", "https://")):
        return RemoteWriter(
            settings.writer,
            settings.writer_model,
            seed=settings.seed,
            requests=settings.writer_requests,
            timeout=settings.writer_timeout,
            retries=settings.writer_retries,
            key=settings.writer_key,
        )
    _, transformers = libraries("a writer")
    with loading("writer", settings.writer):
        config = transformers.AutoConfig.from_pretrained(folder_of("writer", settings.writer), **SAFE)
    kind = Seq2SeqWriter if config.is_encoder_decoder else ChatWriter
    return kind(settings.writer, device=settings.device, dtype=settings.dtype, seed=settings.seed)


def is_local(writer: Writer) -> bool:
    """Whether a writer's model runs in this process."""
    return not isinstance(writer, RemoteWriter)
