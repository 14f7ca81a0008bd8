"""botocore's JSON files as plain dictionaries. Owns the reading of one file; refuses to know which file is meant.

botocore reads them into ``OrderedDict``, from before dictionaries kept their order, which takes twice as long; and to
import its reader takes a tenth of the time in which all its models are read.
"""

from __future__ import annotations

import contextlib
import gzip
import json
from pathlib import Path
from typing import Any


def read_model_file(path: str) -> Any:
    """What ``path``, given without its ending, holds; ``None`` where there is no such file."""
    for ending, unpacked in ((".json", bytes), (".json.gz", gzip.decompress)):
        with contextlib.suppress(FileNotFoundError):
            return json.loads(unpacked(Path(path + ending).read_bytes()).decode("utf-8"))
    return None
