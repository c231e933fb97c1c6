"""One list of roles, and whose cases each of them reaches."""

from __future__ import annotations

import pytest

from knowledge.base.roles import ROLE_NAMES, STAFF_ROLES, Role, Scope, named, reaching, scope_of
from knowledge.cases.procedure.transitions import TRANSITIONS

EVERY = tuple(Role)


def at(windows: list[str], departments: list[str], roles: tuple[Role, ...] = EVERY) -> set[Role]:
    """The roles that somebody of window ``market``, department ``market`` has at a case."""
    return set(
        reaching(
            roles,
            own_windows={"market"},
            own_department="market",
            windows=windows,
            departments=departments,
        )
    )


class TestRoles:
    def test_each_has_a_chinese_name(self) -> None:
        assert set(ROLE_NAMES) == set(Role) and len(set(ROLE_NAMES.values())) == len(Role)

    def test_every_role_of_the_transition_table_is_somebodys(self) -> None:
        acting = {role for row in TRANSITIONS for role in row.roles}
        assert acting <= {*STAFF_ROLES, Role.APPLICANT, Role.SYSTEM}

    def test_every_role_that_acts_on_cases_reaches_some(self) -> None:
        acting = {role for row in TRANSITIONS for role in row.roles} - {Role.APPLICANT}
        assert all(scope_of(role) is not Scope.NONE for role in acting)

    def test_named_in_the_order_of_the_list(self) -> None:
        assert named([Role.APPROVER, Role.WINDOW]) == "「受理窗口」或者「审核人员」"


class TestReach:
    def test_own_window_and_own_department(self) -> None:
        mine = {Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.SYSTEM}
        assert at(["market"], ["market"]) == mine

    def test_own_department_at_another_window(self) -> None:
        assert at(["unified"], ["market"]) == {
            Role.REVIEWER,
            Role.APPROVER,
            Role.SUPERVISOR,
            Role.SYSTEM,
        }

    def test_another_departments_case_at_the_own_window(self) -> None:
        assert at(["market"], ["police"]) == {Role.WINDOW, Role.SUPERVISOR, Role.SYSTEM}

    def test_a_case_sent_out_to_the_own_department(self) -> None:
        assert Role.REVIEWER in at(["unified"], ["housing", "market"])

    def test_elsewhere_only_supervision(self) -> None:
        assert at(["police"], ["police"], STAFF_ROLES) == {Role.SUPERVISOR}

    def test_a_case_of_nobody_is_not_that_of_those_without_department(self) -> None:
        found = reaching(EVERY, own_windows=(), own_department="", windows=[""], departments=[""])
        assert found == {Role.SUPERVISOR, Role.SYSTEM}

    @pytest.mark.parametrize("role", [Role.TUNER, Role.ADMINISTRATOR, Role.PARTNER, Role.APPLICANT])
    def test_these_see_no_case_by_their_role(self, role: Role) -> None:
        assert not at(["market"], ["market"], (role,))
