"""The intake as clients see and change it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.catalogue.schemas import QuestionView
from api.platform.schemas import FieldProblem, Key, Payload, Text, View
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.submission_check import Gap
from knowledge.privacy.kinds import Personal

IntakeState = Literal["open", "submitted", "closed"]
MaterialState = Literal["ready", "missing", "later", "promised"]

Conversation = Annotated[str, Field(min_length=1, max_length=200)]
"""The channel's name of the conversation; kept only as a keyed digest."""

Channel = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")]
Statements = Annotated[list[Text], Field(max_length=20)]


Part = Literal["preview", "gaps"]
Parts = Annotated[frozenset[Part], Field(description="一起返回的：preview 告知单预览、gaps 还缺什么")]
"""What comes along with an intake, so that a turn of talk need not ask twice."""


class CurrentRequest(Payload):
    """Whose open intake is wanted."""

    channel: Channel
    conversation: Conversation
    including: Parts = frozenset()


class AffairChoice(Payload):
    """What is applied for, and the sentences (redacted) by which it was asked for; ``null`` clears it."""

    affair: Key | None
    statements: Statements = Field(default_factory=list)


class AnswersChange(Payload):
    """New answers.

    Attributes:
        answers: Question to option value or ``unsure``; ``null`` takes the answer back.
        text: A reply in words.
        pending: The question that the text replies to.
        place: Id of the township or street.
        correcting: The text may overwrite earlier answers.
    """

    answers: dict[Key, Key | None] = Field(default={}, max_length=60)
    text: Text | None = None
    pending: Key | None = None
    place: Key | None = None
    correcting: bool = False


class PersonalValues(Payload):
    """Contact data by kind; never logged and encrypted where they are kept."""

    values: dict[Personal, Annotated[str, Field(max_length=200)]] = Field(min_length=1)


class ConversationPersonal(PersonalValues):
    """Contact data said in a conversation."""

    channel: Channel
    conversation: Conversation


class MaterialsChange(Payload):
    """What the applicant has of the materials.

    Attributes:
        all_ready: Everything on the list is there; what ``states`` says goes before it.
    """

    all_ready: bool = False
    states: dict[Key, MaterialState] = Field(default={}, max_length=200)
    including: Parts = frozenset()


class ResumeRequest(Payload):
    """Take an intake over to another conversation."""

    code: Annotated[str, Field(min_length=1, max_length=40)]
    channel: Channel
    conversation: Conversation


class ResumeCode(View):
    """A one-time code, for example ``K7PM-2XQ9``."""

    code: str
    expires_at: datetime


class AffairView(View):
    """The item or bundle that is applied for."""

    id: str
    name: str
    kind: Literal["item", "bundle"]
    scenario: str
    department: str = Field(description="部门名称")
    origin: str
    source: str
    absent: list[str]


class AnswerView(View):
    """One answer as shown."""

    question: str
    text: str
    value: str
    label: str


class PlaceView(View):
    """The applicant's township or street."""

    id: str
    name: str


class NoticeRef(View):
    """The latest notice of the intake."""

    number: str
    version: int
    access: str


class IntakeView(View):
    """An intake with everything that the next step of talk needs; no personal data but masked ones.

    Attributes:
        understood: What this request newly stored from text.
        dropped: Earlier answers that no longer count after this request.
        contact: Kind to masked value.
        contact_problems: What was wrong with contact data of this request.
        contact_needed: Kinds still missing for a submission.
        materials: Material to ``ready``, ``missing``, ``later`` or ``promised``.
        notice_outdated: The answers or the catalogue have changed since the notice was drawn.
        preview: The notice as it would be drawn now, where it was asked for and there is an affair.
        gaps: Everything that stops a submission, likewise.
    """

    id: str
    state: IntakeState
    affair: AffairView | None
    answers: list[AnswerView]
    next_question: QuestionView | None
    remaining: int
    place: PlaceView | None
    understood: list[AnswerView] = Field(default_factory=list)
    dropped: list[AnswerView] = Field(default_factory=list)
    contact: dict[str, str]
    contact_problems: list[FieldProblem] = Field(default_factory=list)
    contact_needed: list[str]
    materials: dict[str, MaterialState]
    notice: NoticeRef | None
    notice_outdated: bool
    case_number: str | None
    catalogue_version: str
    statements: list[str]
    preview: NoticeContent | None = None
    gaps: list[Gap] | None = None


class GapList(View):
    """Everything that stops a submission, all at once; empty where it can be submitted."""

    gaps: list[Gap]
