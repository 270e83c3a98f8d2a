"""The bank: compiled once per file, one question read at a time, and no way to spoil it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dojo.bank import compile as compiling
from dojo.bank.bank import Bank, BankError, open_bank
from dojo.bank.shard import Shard
from dojo.bank.shelf import MANIFEST, Shelf

LATER = 4_000_000_000  # when the tests' manifests were written: long after every source


def question(name: str, level: int = 1, kind: str = "boolean", stem: str = "Why?") -> str:
    answer = "answer: true" if kind == "boolean" else f"answers: [{name}]"
    return (
        f"  - id: {name}\n    kind: {kind}\n    level: {level}\n    sources: [s#one]\n"
        f'    stem: {{en: "{stem}", zh: "为什么？"}}\n'
        f'    explanation: {{en: "So. It is.", zh: "如此。就是。"}}\n    {answer}\n'
    )


def write(content: Path, topic: str, *questions: str) -> Path:
    path = content / "questions" / f"{topic}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    title = f"topic: {topic}\ntitle: {{en: {topic.title()}, zh: 题}}\nquestions:\n"
    path.write_text(title + "".join(questions), encoding="utf-8")
    return path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    write(root, "alpha", question("a-one", 2), question("a-two", 1), question("a-three", 2, "text"))
    write(root, "beta", question("b-one", 3))
    entry = '{title: "On It", authors: "A. Author", year: 2020, kind: paper, where: "X", sections: {one: "1. One"}}'
    (root / "questions" / "sources.yaml").write_text(f"sources:\n  s: {entry}\n", encoding="utf-8")
    return root


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The topics that are compiled, as it happens."""
    topics: list[str] = []
    real = compiling.compile_bank

    def spy(source: bytes, topic: str, report: object) -> object:
        topics.append(topic)
        return real(source, topic, report)  # type: ignore[arg-type]  # handed through as it came

    monkeypatch.setattr(compiling, "compile_bank", spy)
    return topics


def trusted(cache: Path) -> None:
    """Makes the manifest old enough, or rather young enough, to be believed without hashing."""
    for manifest in cache.glob(f"*/{MANIFEST}"):
        os.utime(manifest, (LATER, LATER))


def shards(cache: Path) -> list[Path]:
    return sorted(path for path in cache.glob("*/*") if path.name != MANIFEST)


def everything(bank: Bank) -> list[str]:
    return [bank.question(entry.id).id for entry in bank.entries()]


def test_entries_are_listed_by_topic_and_level(content: Path, cache: Path) -> None:
    bank = open_bank(content, cache)
    assert bank.topics == ("alpha", "beta")
    assert bank.title("alpha").en == "Alpha"
    assert [entry.id for entry in bank.entries()] == ["a-two", "a-one", "a-three", "b-one"]
    assert [entry.id for entry in bank.entries(level=2)] == ["a-one", "a-three"]
    assert [entry.id for entry in bank.entries(["beta"])] == ["b-one"]
    assert len(bank.entries(["beta"], level=1)) == 0
    assert len(bank.entries(level=9)) == 0
    entry = bank.entries()[2]
    assert (entry.id, entry.topic, entry.level, entry.kind) == ("a-three", "alpha", 2, "text")
    assert bank.entries()[-1].id == "b-one"
    assert [entry.id for entry in bank.entries()[1:3]] == ["a-one", "a-three"]
    with pytest.raises(IndexError):
        bank.entries()[4]


def test_a_sample_reads_only_what_it_takes(content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(content, "alpha", *(question(f"a-{number}") for number in range(300)))
    bank = open_bank(content, cache)
    read: list[str] = []
    real = Shelf.read

    def spy(self: Shelf, name: str, query: Callable[..., object]) -> object:
        read.append(name)
        return real(self, name, query)

    monkeypatch.setattr(Shelf, "read", spy)
    assert len(Random(1).sample(bank.entries(), 5)) == 5
    assert len(read) == 5


def test_a_question_is_found_by_its_id(content: Path, cache: Path) -> None:
    bank = open_bank(content, cache)
    assert bank.question("b-one").topic == "beta"
    entry = bank.entry("a-one")
    assert entry is not None
    assert entry.level == 2
    assert bank.entry("gone") is None
    with pytest.raises(KeyError):
        bank.question("gone")


def test_the_bank_knows_the_answers_of_its_other_questions(content: Path, cache: Path) -> None:
    bank = open_bank(content, cache)
    assert bank.knows("athree")
    assert not bank.knows("aone")


def test_sources_are_told_in_a_line(content: Path, cache: Path) -> None:
    bank = open_bank(content, cache)
    assert bank.sources(["s#one", "s", "other"]) == [
        "A. Author (2020). On It, 1. One. X",
        "A. Author (2020). On It. X",
        "other",
    ]
    (content / "questions" / "sources.yaml").unlink()
    assert open_bank(content, cache).sources(["s"]) == ["s"]


def test_a_bank_is_compiled_once(content: Path, cache: Path, compiled: list[str]) -> None:
    open_bank(content, cache)
    assert compiled == ["alpha", "beta"]
    assert everything(open_bank(content, cache)) == ["a-two", "a-one", "a-three", "b-one"]
    assert compiled == ["alpha", "beta"]


def test_an_edited_file_alone_is_compiled_again(content: Path, cache: Path, compiled: list[str]) -> None:
    open_bank(content, cache)
    trusted(cache)
    write(content, "beta", question("b-one", 3), question("b-two", 3))
    assert everything(open_bank(content, cache))[-2:] == ["b-one", "b-two"]
    assert compiled == ["alpha", "beta", "beta"]


def test_what_an_edit_made_useless_is_removed(content: Path, cache: Path) -> None:
    open_bank(content, cache)
    assert len(shards(cache)) == 3
    write(content, "beta", question("b-new"))
    open_bank(content, cache)
    assert len(shards(cache)) == 3


def test_a_file_that_was_only_touched_is_not_compiled_again(content: Path, cache: Path, compiled: list[str]) -> None:
    open_bank(content, cache)
    os.utime(content / "questions" / "beta.yaml", (1, 1))
    open_bank(content, cache)
    assert compiled == ["alpha", "beta"]


def test_sources_that_have_not_changed_are_not_read(
    content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_bank(content, cache)
    trusted(cache)

    def refuse(self: Shelf, name: str) -> bytes:
        raise AssertionError(f"{name} was read")

    monkeypatch.setattr(Shelf, "_bytes", refuse)
    assert len(everything(open_bank(content, cache))) == 4


def test_an_edit_within_a_tick_of_a_coarse_clock_is_seen(
    content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dojo.bank.shelf._signature", lambda stat: (stat.st_size,))  # a clock that does not tick
    write(content, "beta", question("b-one"))
    open_bank(content, cache)
    write(content, "beta", question("b-two"))
    assert everything(open_bank(content, cache))[-1] == "b-two"


def test_only_the_topics_that_are_asked_for_are_looked_at(content: Path, cache: Path, compiled: list[str]) -> None:
    (content / "questions" / "beta.yaml").write_text("broken: [", encoding="utf-8")
    assert open_bank(content, cache, ["alpha"]).topics == ("alpha",)
    assert compiled == ["alpha"]
    with pytest.raises(BankError):
        open_bank(content, cache)


def test_mistakes_of_all_banks_are_told_with_file_and_line(content: Path, cache: Path) -> None:
    path = write(content, "alpha", question("a-one").replace("level: 1", "level: x"))
    other = write(content, "beta", question("b-one").replace('zh: "为什么？"', 'zh: ""'))
    with pytest.raises(BankError) as caught:
        open_bank(content, cache)
    assert [(finding.file, finding.line) for finding in caught.value.findings] == [(path, 6), (other, 8)]
    assert str(caught.value).splitlines()[0].startswith(f"{path}:6: `level` is a whole number")


def test_an_unknown_topic_is_told_with_the_nearest(content: Path, cache: Path) -> None:
    with pytest.raises(BankError, match="no topic `alpa`; did you mean `alpha`"):
        open_bank(content, cache, ["alpa"])


def test_a_folder_without_banks_is_told(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="no question banks here"):
        open_bank(tmp_path, None)


@pytest.mark.parametrize("damage", ["empty", "half", "flipped", "noise", "gone"])
def test_a_damaged_shard_is_compiled_again(content: Path, cache: Path, compiled: list[str], damage: str) -> None:
    expected = [repr(open_bank(content, None).question(name)) for name in ("a-one", "a-two", "a-three")]
    open_bank(content, cache)
    compiled.clear()
    shard = next(path for path in shards(cache) if path.name.startswith("alpha"))
    data = shard.read_bytes()
    place = data.index("为什么".encode())
    spoilt = {
        "empty": b"",
        "half": data[: len(data) // 2],
        "flipped": data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :],
        "noise": bytes(255 - byte for byte in data),
    }
    if damage == "gone":
        shard.unlink()
    else:
        shard.write_bytes(spoilt[damage])
    bank = open_bank(content, cache)
    assert [repr(bank.question(name)) for name in ("a-one", "a-two", "a-three")] == expected
    assert compiled == ["alpha"]
    assert [repr(open_bank(content, cache).question(name)) for name in ("a-one", "a-two", "a-three")] == expected
    assert compiled == ["alpha"], "the shard was mended for the next process"


@pytest.mark.parametrize("spoilt", [b"", b"\x00" * 3, b"noise" * 100])
def test_a_damaged_manifest_is_made_again(content: Path, cache: Path, spoilt: bytes) -> None:
    open_bank(content, cache)
    manifest = next(cache.glob(f"*/{MANIFEST}"))
    manifest.write_bytes(spoilt)
    assert len(everything(open_bank(content, cache))) == 4
    manifest.write_bytes(manifest.read_bytes()[:-1] + b"\x00")
    assert len(everything(open_bank(content, cache))) == 4


def test_where_nothing_can_be_kept_the_bank_still_works(content: Path, tmp_path: Path, compiled: list[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert len(everything(open_bank(content, blocked))) == 4
    assert len(everything(open_bank(content, None))) == 4
    assert compiled == ["alpha", "beta"] * 2


def test_a_cache_that_can_only_be_read_is_used(
    content: Path, cache: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_bank(content, cache)
    compiled.clear()
    before = {path: path.read_bytes() for path in cache.glob("*/*")}

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Shard, "save", refuse)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    write(content, "beta", question("b-new"))
    assert everything(open_bank(content, cache)) == ["a-two", "a-one", "a-three", "b-new"]
    assert compiled == ["beta"]
    assert {path: path.read_bytes() for path in cache.glob("*/*")} == before


def test_processes_that_compile_at_once_do_not_spoil_it(content: Path, cache: Path, compiled: list[str]) -> None:
    write(content, "alpha", *(question(f"a-{number}") for number in range(200)))
    script = (
        "import sys; from pathlib import Path; from dojo.bank.bank import open_bank;"
        "sys.stdin.readline();"
        f"bank = open_bank(Path({str(content)!r}), Path({str(cache)!r}));"
        "print([bank.question(entry.id).id for entry in bank.entries()])"
    )
    command = [sys.executable, "-c", script]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    for process in processes:  # all have imported what they need and set off together
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    printed = {process.communicate(timeout=60)[0] for process in processes}
    assert [process.returncode for process in processes] == [0] * 4
    names = everything(open_bank(content, cache))
    assert printed == {f"{names}\n"}
    assert len(names) == 201
    assert len(shards(cache)) == 3
    assert not list(cache.rglob(".*"))
    assert compiled == [], "this process found everything compiled"


def test_asking_a_question_of_a_compiled_bank_imports_no_yaml_and_no_arithmetic(content: Path, cache: Path) -> None:
    open_bank(content, cache)
    trusted(cache)
    script = (
        "import sys; from pathlib import Path;"
        "from dojo.bank.bank import open_bank; from dojo.question.variant import draw;"
        f"draw(open_bank(Path({str(content)!r}), Path({str(cache)!r})).question('a-one'), 1);"
        "unneeded = 'yaml simpleeval numpy pytest difflib rich fractions hashlib'.split();"
        "print([name for name in unneeded if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_drawn_question_is_not_looked_for_in_the_other_files(
    content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = open_bank(content, cache)
    drawn = Random(1).sample(bank.entries(), 4)
    read: list[str] = []
    real = Shelf.read

    def spy(shelf: Shelf, name: str, query: Callable[[Shard], object]) -> object:
        read.append(name)
        return real(shelf, name, query)

    monkeypatch.setattr(Shelf, "read", spy)
    assert [bank.entry(entry.id) for entry in drawn] == drawn
    assert read == []
    assert bank.question("b-one").id == "b-one"
    assert read == ["beta"]


def test_a_bank_that_is_edited_while_it_is_in_use_still_answers(content: Path, cache: Path) -> None:
    bank = open_bank(content, cache)
    write(content, "alpha", question("a-one", 2, stem="Anew?"))
    everything(open_bank(content, cache))
    assert bank.question("a-one").stem.en in ("Why?", "Anew?")
