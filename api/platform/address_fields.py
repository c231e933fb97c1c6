"""What stands in the addresses of several nouns, as parameters of endpoints."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path

IntakeId = Annotated[str, Path(description="草稿编号，猜不到；知道它就能看和改这份草稿")]
CaseNumber = Annotated[str, Path(description="办件编号，例如 261123000017")]
MaterialId = Annotated[str, Path(description="材料编号，在告知单上")]
FileId = Annotated[str, Path(description="文件编号")]
