"""Checkpoints and decks, differently used."""
import os
import pathlib

from flytekit import Deck, current_context, task
from flytekit.deck import DeckField


@task
def write_twice(a: str, b: str) -> str:
    c = current_context().checkpoint
    c.write(a.encode())
    c.write(b.encode())
    return b


@task
def read_only() -> str:
    before = current_context().checkpoint.read()
    return "nothing" if before is None else before.decode()


@task
def exists() -> bool:
    return current_context().checkpoint.prev_exists()


@task
def save_one(text: str) -> str:
    path = pathlib.Path(current_context().working_directory) / "model.bin"
    path.write_text(text)
    current_context().checkpoint.save(str(path))
    return text


@task(retries=4)
def grows(step: int) -> int:
    c = current_context().checkpoint
    before = c.read()
    now = (int(before.decode()) if before else 0) + step
    c.write(str(now).encode())
    if now < 3 * step:
        raise ValueError(f"only {now}")
    return now


@task(enable_deck=True)
def two_tabs(x: int) -> int:
    Deck("first", "<p>1</p>")
    Deck("second", "<p>2</p>")
    return x


@task(enable_deck=True)
def bare_deck(x: int) -> int:
    return x


@task(enable_deck=True, deck_fields=(DeckField.SOURCE_CODE,))
def source_deck(x: int) -> int:
    return x


@task(enable_deck=True, deck_fields=())
def no_tabs(x: int) -> int:
    return x


@task(enable_deck=True)
def deck_wrong_output(x: int) -> int:
    Deck("mine", "1")
    return "text"


@task
def two_secrets() -> str:
    secrets = current_context().secrets
    return secrets.get("api", "key") + "/" + secrets.get("api", "other")


@task
def execution() -> str:
    return current_context().execution_id.name


@task
def attempt() -> int:
    return int(os.environ["FLYTE_ATTEMPT_NUMBER"])
