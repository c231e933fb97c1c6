"""``/intakes/{id}/phone-code``: send a code to the phone of a draft, and give it back."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import allow, capability
from api.intakes.schemas import IntakeView
from api.phone_checks import service
from api.phone_checks.schemas import PhoneCode
from api.platform.address_fields import IntakeId
from api.platform.errors import (
    IntakeNotFound,
    IntakeNotOpen,
    NoPhoneToCheck,
    PhoneCheckOff,
    PhoneCodeWrong,
    SmsNotSent,
    TooManyCodes,
)
from api.platform.problems import refusals
from api.services import Serving, reply

router = APIRouter(
    prefix="/intakes/{intake_id}/phone-code", tags=["草稿"], dependencies=[allow(capability("intake_id"))]
)


@router.post(
    "",
    response_model=IntakeView,
    summary="发短信验证码",
    response_description="发出去了；草稿现在的样子",
    responses=refusals(
        IntakeNotFound, IntakeNotOpen, PhoneCheckOff, NoPhoneToCheck, TooManyCodes, SmsNotSent
    ),
)
async def send(intake_id: IntakeId, serving: Serving) -> Response:
    """发到草稿里的手机号，十分钟有效，只能用一次。同一个号码一分钟一次、一小时五次、一天十次。没有设短信网关（INTAKE_SMS）的不用验证。"""
    return reply(await service.send(intake_id, serving))


@router.put(
    "",
    response_model=IntakeView,
    summary="核对短信验证码",
    response_description="手机号核实了",
    responses=refusals(IntakeNotFound, IntakeNotOpen, PhoneCodeWrong),
)
async def check(intake_id: IntakeId, given: PhoneCode, serving: Serving) -> Response:
    """错五次就作废，要重新获取。改了手机号要重新核实；同一个对话以后的申请用同一个号码，不用再验。"""
    return reply(
        await serving.database.transact(
            lambda session: service.check(session, intake_id, given.code, serving)
        )
    )
