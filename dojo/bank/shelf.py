"""Keeps the compiled form of every file of `questions/`, and compiles again what was edited, and only that.

A file is known by its stat signature; where that has changed, by its hash. Compiled files are named by hash and written
whole, so processes that compile at once write the same; what is damaged is compiled again, and where nothing can be
written, compiled in memory. The PyYAML side is imported only to compile.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from dojo.bank.finding import Finding
from dojo.bank.shard import Shard, beside
from dojo.bank.shipped import INDEX, Index, copy, digest_of, made_by, read_index, shard_of
from dojo.question.kinds import Text

T = TypeVar("T")
SOURCES = "sources"
MANIFEST = "manifest"
# A file changed this shortly before the manifest was written may have changed again unseen (coarse clocks): hash it.
_RACY_NS = 2_000_000_000
_COMPILERS = (
    "question/kinds",
    "question/template",
    "question/expression",
    "question/arithmetic",
    "marking/folding",
    "marking/pattern",
    "bank/apart",
    "bank/reading",
    "bank/sense",
    "bank/compile",
    "bank/shard",
    "bank/sources",
    "bank/strict_yaml",
)


class BankError(Exception):
    """Banks that can't be used; `findings` say where and why, and str() is one line for each."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What the manifest knows of a file: its stat signature then, its hash, and what opening a bank asks for."""

    signature: tuple[int, ...]
    digest: str
    title: Text
    counts: tuple[int, ...] = ()


class Shelf:
    """The compiled files of one `questions/` folder."""

    def __init__(self, folder: Path, cache: Path | None) -> None:
        self.folder = folder
        self._cache = cache / _key(folder) if cache is not None else None
        self._manifest, self._written_ns = self._read_manifest()
        self._shards: dict[str, Shard] = {}
        self._shipped: dict[str, bytes] | None = None  # read when the first file is not in the cache
        self._changed = False

    def bring_up_to_date(self, files: dict[str, os.stat_result]) -> dict[str, Kept]:
        """What is known of each file, compiled where it must be. Raises BankError with the mistakes of all files."""
        findings: list[Finding] = []
        known: dict[str, Kept] = {}
        for name, stat in files.items():
            try:
                known[name] = self._fresh(name, stat)
            except BankError as error:
                findings += error.findings
        if self._changed:
            self._write_manifest()
        if findings:
            raise BankError(findings)
        return known

    def read(self, name: str, query: Callable[[Shard], T]) -> T:
        """Asks the shard of a file; a shard that is lost or damaged is made again first."""
        try:
            return query(self._shard(name))
        except sqlite3.DatabaseError:
            self._shards.pop(name).close() if name in self._shards else None
            self._compile(name)
            return query(self._shards[name])

    def _shard(self, name: str) -> Shard:
        if name not in self._shards:
            assert self._cache is not None, "without a cache every file was compiled"
            self._shards[name] = Shard.open(name, self._cache / f"{name}-{self._manifest[name].digest}")
        return self._shards[name]

    def _fresh(self, name: str, stat: os.stat_result) -> Kept:
        signature = _signature(stat)
        kept = self._manifest.get(name)
        touched = max(stat.st_mtime_ns, stat.st_ctime_ns)
        if kept and kept.signature == signature and touched + _RACY_NS < self._written_ns:
            return kept
        self._changed = True
        source = self._bytes(name)
        digest = digest_of(source)
        if kept and digest == kept.digest:
            self._manifest[name] = msgspec.structs.replace(kept, signature=signature)
        elif not self._take_shipped(name, signature, digest):
            self._compile(name)
        return self._manifest[name]

    def _take_shipped(self, name: str, signature: tuple[int, ...], digest: str) -> bool:
        """Uses what the wheel brought compiled, if it is of these bytes."""
        if self._shipped is None:
            self._shipped = read_index(self.folder, _COMPILERS)
        if name not in self._shipped:
            return False
        kept = msgspec.msgpack.decode(self._shipped[name], type=Kept)
        path = shard_of(self.folder, name, digest)
        if kept.digest != digest or not path.is_file():
            return False
        self._manifest[name] = msgspec.structs.replace(kept, signature=signature)
        try:
            if self._cache is None:
                raise OSError("there is no cache")
            copy(path, self._cache / f"{name}-{digest}")
        except OSError:
            self._shards[name] = Shard.open(name, path)
        return True

    def ship(self, target: Path, names: Iterable[str]) -> None:
        """Writes the compiled files into a folder, for a wheel or for tests; those that are there already stay."""
        target.mkdir(parents=True, exist_ok=True)
        for name in names:
            self._fresh(name, (self.folder / f"{name}.yaml").stat())
            path = target / f"{name}-{self._manifest[name].digest}"
            if not path.exists():
                self._shard(name).save(path)
        files = {name: msgspec.msgpack.encode(self._manifest[name]) for name in names}
        part = beside(target / INDEX)
        part.write_bytes(msgspec.msgpack.encode(Index(made_by(_COMPILERS), files)))
        os.replace(part, target / INDEX)

    def _compile(self, name: str) -> None:
        from dojo.bank.apart import apart
        from dojo.bank.compile import compile_bank, without_evidence
        from dojo.bank.finding import Report
        from dojo.bank.sources import read_sources
        from dojo.marking.folding import fold
        from dojo.question.kinds import Term

        stat = (self.folder / f"{name}.yaml").stat()
        source = self._bytes(name)
        report = Report(self.folder / f"{name}.yaml")
        title = Text(name, name)
        if name == SOURCES:
            lines = {}
            for key, entry in read_sources(source, report).items():
                lines[key] = entry.line()
                lines.update({f"{key}#{section}": entry.line(section) for section in entry.sections})
            shard = Shard.of_sources(lines)
        else:
            compiled = compile_bank(source, name, report)
            if compiled is None or report.errors:
                raise BankError(finding for finding in report.findings if finding.severity == "error")
            title = compiled.title
            terms = {fold(word) for q in compiled.questions if isinstance(q, Term) for word in q.answers.all()}
            asked = map(without_evidence, compiled.questions)
            shard = Shard.of_questions(name, asked, terms, apart(compiled.questions))
        self._shards[name] = shard
        self._manifest[name] = Kept(_signature(stat), digest_of(source), title, shard.counts())
        if self._cache is not None:
            with contextlib.suppress(OSError, sqlite3.Error):
                self._cache.mkdir(parents=True, exist_ok=True)
                shard.save(self._cache / f"{name}-{digest_of(source)}")

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / f"{name}.yaml").read_bytes()
        except OSError as error:
            message = f"can't be read ({error.strerror}); check that it is a file you may read"
            raise BankError([Finding(self.folder / f"{name}.yaml", 1, "error", message)]) from None

    def _read_manifest(self) -> tuple[dict[str, Kept], int]:
        """The manifest and when it was written; an empty one where there is none, or a damaged one."""
        if self._cache is None:
            return {}, 0
        try:
            path = self._cache / MANIFEST
            written = path.stat().st_mtime_ns
            data = path.read_bytes()
            if int.from_bytes(data[:4], "big") != crc32(data[4:]):
                return {}, 0
            return msgspec.msgpack.decode(data[4:], type=dict[str, Kept]), written
        except (OSError, msgspec.MsgspecError):
            return {}, 0

    def _write_manifest(self) -> None:
        if self._cache is None:
            return
        data = msgspec.msgpack.encode(self._manifest)
        with contextlib.suppress(OSError):
            part = beside(self._cache / MANIFEST)
            part.write_bytes(crc32(data).to_bytes(4, "big") + data)
            os.replace(part, self._cache / MANIFEST)
            self._sweep()

    def _sweep(self) -> None:
        """Removes what an edit has made useless. Who still reads it compiles again."""
        assert self._cache is not None
        wanted = {MANIFEST, *(f"{name}-{kept.digest}" for name, kept in self._manifest.items())}
        for path in self._cache.iterdir():
            if path.name not in wanted and not path.name.startswith("."):
                with contextlib.suppress(OSError):
                    path.unlink()


def _key(folder: Path) -> str:
    """A folder of the cache for this folder of questions and these compilers: new code compiles everything again."""
    code = Path(__file__).parent.parent
    made_by = [(code / f"{module}.py").stat() for module in _COMPILERS]
    where = str(folder.resolve()).encode("utf-8", "surrogateescape")
    how = repr([(stat.st_mtime_ns, stat.st_size) for stat in made_by]).encode()
    return f"{crc32(where):08x}-{crc32(how):08x}"  # a clash costs a compilation: signatures and hashes still decide


def _signature(stat: os.stat_result) -> tuple[int, ...]:
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino
