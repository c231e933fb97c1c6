"""Masking by role: the whole matrix, role by kind of data."""

from __future__ import annotations

import itertools

import pytest

from intake.people import person
from knowledge.base.roles import Role
from knowledge.privacy.kinds import Personal
from knowledge.staff.masking import Sight, can_unmask, shown, sight

WHO, AGENT = person(3), person(4)
CONTACT = {
    "name": WHO.name,
    "phone": WHO.phone,
    "id_number": WHO.id_number,
    "credit_code": WHO.credit_code,
    "address": "河东县城关街道解放路5号3单元201室",
    "email": "someone@example.cn",
    "bank_card": "6222020000000000000",
    "phone_tail": WHO.phone_tail,
    "passport": "E12345678",
    "travel_permit": "H12345678",
    "residence_card": "810000199001011239",
    "landline": "0000-8600100",
    "plate": "桂A12345",
    "agent_name": AGENT.name,
    "agent_id_number": AGENT.id_number,
    "agent_phone": AGENT.phone,
    "military": "军字第1234567",
    "agent_passport": "E12345678",
    "agent_travel_permit": "H12345678",
    "agent_residence_card": "CAN110101900101",
    "unit_name": "河东县老李餐饮有限公司",
    "legal_name": AGENT.name,
    "co_name": AGENT.name,
    "co_id_number": AGENT.id_number,
}

C, R, M, H = Sight.CLEAR, Sight.ON_REQUEST, Sight.MASKED, Sight.HIDDEN
KINDS = ("name", "phone", "id_number", "credit_code", "address", "email", "bank_card", "phone_tail", "passport", "travel_permit", "residence_card",
         "landline", "plate", "agent_name", "agent_id_number", "agent_phone", "military", "agent_passport",
         "agent_travel_permit", "agent_residence_card", "unit_name", "legal_name", "co_name", "co_id_number")  # fmt: skip
MATRIX = {
    Role.WINDOW: (C, R, R, C, R, R, R, H, R, R, R, R, H, C, R, R, R, R, R, R, C, C, C, R),
    Role.REVIEWER: (C, R, R, C, R, M, M, H, R, R, R, R, H, C, R, R, R, R, R, R, C, C, C, R),
    Role.APPROVER: (C, M, R, C, M, M, M, H, R, R, R, M, H, C, R, M, R, R, R, R, C, C, C, R),
    Role.SUPERVISOR: (M, M, M, C, M, M, H, H, M, M, M, M, H, M, M, M, M, M, M, M, C, M, M, M),
    Role.TUNER: (H,) * 24,
    Role.ADMINISTRATOR: (H,) * 24,
    Role.PARTNER: (H,) * 24,
    Role.REGULATOR: (H,) * 24,
    Role.APPLICANT: (H,) * 24,
    Role.SYSTEM: (H,) * 24,
}
"""What the rule promises, written down a second time: a change of the rule is a change of this page."""


class TestMatrix:
    def test_is_whole(self) -> None:
        assert set(MATRIX) == set(Role) and set(KINDS) == {kind.value for kind in Personal} == set(CONTACT)

    @pytest.mark.parametrize(("role", "place"), itertools.product(Role, range(len(KINDS))))
    def test_cell(self, role: Role, place: int) -> None:
        kind, wanted = KINDS[place], MATRIX[role][place]
        assert sight([role], Personal(kind)) is wanted
        view = shown([role], CONTACT)
        if wanted is H:
            assert kind not in view
        elif wanted is C:
            assert view[kind] == CONTACT[kind]
        else:
            assert view[kind] != CONTACT[kind] and "*" in view[kind]
        assert (kind in can_unmask([role], CONTACT)) == (wanted is R)


class TestSeveralRoles:
    def test_the_one_that_sees_most_counts(self) -> None:
        both = [Role.SUPERVISOR, Role.WINDOW]
        assert sight(both, Personal.NAME) is C and sight(both, Personal.ID_NUMBER) is R

    def test_none_sees_nothing(self) -> None:
        assert shown([], CONTACT) == {} and can_unmask([], CONTACT) == ()

    def test_what_is_not_there_is_not_made_up(self) -> None:
        assert shown([Role.WINDOW], {"name": WHO.name}) == {"name": WHO.name}

    def test_the_second_factor_is_shown_to_nobody(self) -> None:
        assert all("phone_tail" not in shown([role], CONTACT) for role in Role)
