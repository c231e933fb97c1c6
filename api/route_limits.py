"""How often each route may be asked: by one address, by one person and over all. What is not named here gets the strictest.

A hall or a carrier has 300 people behind one address, so an address gets what 300 people need. A person is whoever a token, a session,
the name of a draft or of a paper stands for. Programs of the channels have a rate of their own and hold their people to a pace themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.routing import BaseRoute

from api.platform.rate_limiter import UNNAMED, Rate, Rates
from api.route_policies import declared

TEN_MINUTES = 600

READ = Rates(Rate(6_000), Rate(600), Rate(60_000))
CHANGE = Rates(Rate(3_000), Rate(240), Rate(30_000))
UNDERSTAND = Rates(Rate(3_000), Rate(120), Rate(10_000))
"""What takes the processor: a sentence is encoded and compared."""
PRINT = Rates(Rate(900), Rate(30), Rate(1_800))
"""What a process of its own typesets or packs."""
DRAFT = Rates(Rate(600, TEN_MINUTES), Rate(60, TEN_MINUTES), Rate(6_000, TEN_MINUTES))
UPLOAD = Rates(Rate(6_000, TEN_MINUTES), Rate(200, TEN_MINUTES), Rate(20_000, TEN_MINUTES))
SUBMIT = Rates(Rate(600, TEN_MINUTES), Rate(60, TEN_MINUTES), Rate(6_000, TEN_MINUTES))
SEAT = Rates(Rate(900, TEN_MINUTES), Rate(60, TEN_MINUTES), Rate(6_000, TEN_MINUTES))
ASK = Rates(Rate(1_500), Rate(120), Rate(15_000))
"""Cases by their number; wrong second factors are counted besides (``api.cases.wrong_factors``)."""
SIGN_IN = Rates(Rate(600), Rate(60), Rate(3_000))
DESK = Rates(Rate(6_000), Rate(1_200), Rate(60_000))
ACT = Rates(Rate(3_000), Rate(300), Rate(30_000))
EXPORT = Rates(Rate(120), Rate(30), Rate(300))
PARTNER = Rates(Rate(3_000), Rate(1_200), Rate(12_000))
_API = "/api/v1"
_INTAKE = f"{_API}/intakes/{{intake_id}}"
_MATERIAL = f"{_INTAKE}/materials/{{material}}/files"
_CASE = f"{_API}/desk/cases/{{number}}"
_TALK = f"{_API}/desk/talks/{{talk}}"
_ACCOUNT = f"{_API}/staff/accounts"

LIMITS: Mapping[str, Rates] = {
    f"GET {_API}/openapi.json": READ,
    "GET /healthz": READ,
    "GET /readyz": READ,
    "GET /n/{access}": READ,
    "GET /n/{access}.pdf": PRINT,
    "GET /a/{access}": READ,
    "GET /v/{code}": SIGN_IN,
    "GET /r/{stop}": SIGN_IN,
    "POST /r/{stop}": SIGN_IN,
    # drafts
    f"POST {_API}/intakes/current": DRAFT,
    f"PUT {_API}/intakes/current/personal": CHANGE,
    f"POST {_API}/intakes/resume": SIGN_IN,
    f"GET {_INTAKE}": READ,
    f"DELETE {_INTAKE}": CHANGE,
    f"PUT {_INTAKE}/affair": CHANGE,
    f"PATCH {_INTAKE}/answers": CHANGE,
    f"PUT {_INTAKE}/personal": CHANGE,
    f"PUT {_INTAKE}/result-way": CHANGE,
    f"PUT {_INTAKE}/licence-expiry": CHANGE,
    f"POST {_INTAKE}/form.docx": PRINT,
    f"PATCH {_INTAKE}/personal": CHANGE,
    f"DELETE {_INTAKE}/personal/{{kind}}": CHANGE,
    f"PATCH {_INTAKE}/materials": CHANGE,
    f"GET {_INTAKE}/preview": READ,
    f"GET {_INTAKE}/gaps": READ,
    f"POST {_INTAKE}/phone-code": DRAFT,
    f"PUT {_INTAKE}/phone-code": CHANGE,
    f"POST {_INTAKE}/resume-code": DRAFT,
    f"POST {_INTAKE}/submission": SUBMIT,
    f"GET {_INTAKE}/cases": READ,
    f"GET {_INTAKE}/form.docx": PRINT,
    f"POST {_INTAKE}/notice": CHANGE,
    f"GET {_API}/notices/{{access}}": READ,
    # papers
    f"GET {_INTAKE}/materials": READ,
    f"GET {_INTAKE}/materials/remarks": READ,
    f"POST {_MATERIAL}": UPLOAD,
    f"POST {_MATERIAL}/reuse": UPLOAD,
    f"PUT {_MATERIAL}/order": CHANGE,
    f"GET {_MATERIAL}/{{file_id}}": READ,
    f"GET {_MATERIAL}/{{file_id}}/thumbnail": READ,
    f"DELETE {_MATERIAL}/{{file_id}}": CHANGE,
    # what is published
    f"GET {_API}/items": READ,
    f"POST {_API}/items/search": UNDERSTAND,
    f"GET {_API}/items/{{item_id}}": READ,
    f"POST {_API}/items/{{item_id}}/ask": UNDERSTAND,
    f"GET {_API}/items/{{item_id}}/preview": READ,
    f"GET {_API}/items/{{item_id}}/flow.svg": READ,
    f"GET {_API}/departments": READ,
    f"GET {_API}/terms": READ,
    f"GET {_API}/windows": READ,
    f"POST {_API}/windows/nearest": READ,
    f"GET {_API}/windows/{{window_id}}/slots": READ,
    f"POST {_API}/library/ask": UNDERSTAND,
    f"POST {_API}/elsewhere/ask": UNDERSTAND,
    f"POST {_API}/understanding": UNDERSTAND,
    f"POST {_API}/unmatched": CHANGE,
    # cases, to whom they belong
    f"POST {_API}/cases/status": ASK,
    f"POST {_API}/cases/notice": ASK,
    f"POST {_API}/cases/withdraw": ASK,
    f"POST {_API}/cases/papers": ASK,
    f"POST {_API}/cases/papers/{{place}}": PRINT,
    f"POST {_API}/cases/correction": ASK,
    f"POST {_API}/cases/messages": ASK,
    f"POST {_API}/cases/reminders": ASK,
    f"POST {_API}/cases/rating": ASK,
    f"POST {_API}/cases/ratings": ASK,
    f"POST {_API}/cases/complaint": ASK,
    f"POST {_API}/cases/complaints": ASK,
    f"POST {_API}/cases/live-ticket": ASK,
    f"GET {_API}/cases/live/{{ticket}}": READ,
    f"POST {_API}/appointments": SEAT,
    f"POST {_API}/appointments/current": ASK,
    f"POST {_API}/appointments/cancel": SEAT,
    f"GET {_API}/appointments/{{access}}/qr.svg": READ,
    # the desk
    f"GET {_API}/desk/transitions": DESK,
    f"GET {_CASE}": DESK,
    f"POST {_CASE}/acts/{{act}}": ACT,
    f"GET {_CASE}/acts": DESK,
    f"POST {_CASE}/acts/{{act}}/preview": DESK,
    f"POST {_CASE}/contact": ACT,
    f"GET {_API}/desk/cases": DESK,
    f"GET {_API}/desk/cases.xlsx": EXPORT,
    f"GET {_API}/desk/summary": DESK,
    f"GET {_API}/desk/tasks": DESK,
    f"POST {_CASE}/claim": ACT,
    f"POST {_CASE}/release": ACT,
    f"PUT {_CASE}/looking": DESK,
    f"DELETE {_CASE}/looking": DESK,
    f"GET {_API}/desk/events": DESK,
    f"GET {_CASE}/materials": DESK,
    f"GET {_CASE}/materials/{{material}}/files/{{file_id}}": DESK,
    f"GET {_CASE}/materials/{{material}}/files/{{file_id}}/thumbnail": DESK,
    f"GET {_CASE}/notes": DESK,
    f"GET {_CASE}/messages": DESK,
    f"POST {_CASE}/notes": ACT,
    f"GET {_CASE}/sentences": DESK,
    f"GET {_CASE}/archive.zip": EXPORT,
    f"GET {_CASE}/papers": DESK,
    f"GET {_CASE}/papers/{{place}}.pdf": PRINT,
    f"GET {_API}/desk/sentences": DESK,
    f"POST {_API}/desk/sentences": ACT,
    f"PUT {_API}/desk/sentences/{{sentence}}": ACT,
    f"DELETE {_API}/desk/sentences/{{sentence}}": ACT,
    f"GET {_API}/desk/views": DESK,
    f"POST {_API}/desk/views": ACT,
    f"PUT {_API}/desk/views/{{view}}": ACT,
    f"DELETE {_API}/desk/views/{{view}}": ACT,
    f"GET {_API}/desk/appointments": DESK,
    f"GET {_API}/desk/ratings": DESK,
    f"POST {_API}/desk/ratings/{{rating}}/answer": ACT,
    f"GET {_API}/desk/complaints": DESK,
    f"GET {_API}/desk/complaints/unassigned": DESK,
    f"GET {_API}/desk/complaints/{{number}}": DESK,
    f"POST {_API}/desk/complaints/{{number}}/answer": ACT,
    f"POST {_API}/desk/complaints/{{number}}/assign": ACT,
    f"GET {_API}/supervision/overview": DESK,
    f"GET {_API}/supervision/marks": DESK,
    f"GET {_API}/supervision/misroutes": DESK,
    f"GET {_API}/supervision/refused-acts": DESK,
    # the person in the talk
    f"POST {_API}/talks": CHANGE,
    f"POST {_API}/talks/said": CHANGE,
    f"POST {_API}/talks/lines": READ,
    f"POST {_API}/talks/news": READ,
    f"POST {_API}/talks/leave": CHANGE,
    f"POST {_API}/talks/forget": CHANGE,
    f"POST {_API}/callbacks": SUBMIT,
    f"GET {_API}/desk/talks": DESK,
    f"GET {_TALK}": DESK,
    f"POST {_TALK}/accept": ACT,
    f"POST {_TALK}/lines": ACT,
    f"POST {_TALK}/release": ACT,
    f"POST {_TALK}/return": ACT,
    f"POST {_TALK}/proposals": ACT,
    f"GET {_API}/desk/answer-proposals": DESK,
    f"GET {_API}/desk/callbacks": DESK,
    f"POST {_API}/desk/callbacks/{{number}}/phone": ACT,
    f"POST {_API}/desk/callbacks/{{number}}/result": ACT,
    # supervision, and what other bodies ask and answer
    f"GET {_CASE}/shared": DESK,
    f"POST {_CASE}/shared": ACT,
    f"GET {_API}/desk/letters": DESK,
    f"GET {_API}/desk/letters/{{number}}/file": DESK,
    f"POST {_API}/desk/letters/{{number}}/answer": ACT,
    f"GET {_API}/supervision/cases": DESK,
    f"GET {_API}/supervision/cases.xlsx": EXPORT,
    f"GET {_API}/supervision/figures": DESK,
    f"GET {_API}/supervision/figures/{{table}}.xlsx": EXPORT,
    f"GET {_API}/supervision/reports/{{month}}.pdf": EXPORT,
    f"GET {_API}/supervision/cards": DESK,
    f"GET {_API}/supervision/cards/rules": DESK,
    f"POST {_API}/supervision/cards/{{number}}/answer": ACT,
    f"POST {_API}/supervision/cards/{{number}}/conclusion": ACT,
    f"GET {_API}/regulation": PARTNER,
    f"GET {_API}/regulation/results": PARTNER,
    f"POST {_API}/regulation/results/claim": PARTNER,
    f"GET {_API}/regulation/feedback": PARTNER,
    f"POST {_API}/regulation/feedback": PARTNER,
    f"GET {_API}/regulation/requests": PARTNER,
    f"POST {_API}/regulation/requests": PARTNER,
    f"PUT {_API}/regulation/requests/{{number}}/file": UPLOAD,
    # the centre's affairs, appointments at the window, one's own sign-in
    f"GET {_API}/centre/entries": DESK,
    f"GET {_API}/centre/entries/places": DESK,
    f"POST {_API}/centre/entries/preview": EXPORT,
    f"POST {_API}/centre/entries": ACT,
    f"POST {_API}/centre/entries/{{entry}}/undo": ACT,
    f"GET {_API}/centre/duty": DESK,
    f"GET {_API}/centre/register": DESK,
    f"GET {_API}/centre/register.xlsx": EXPORT,
    # the studio of the library
    f"POST {_API}/library/test": UNDERSTAND,
    f"GET {_API}/library/entries": DESK,
    f"GET {_API}/library/entries/{{kind}}/{{entry}}": DESK,
    f"PUT {_API}/library/entries/{{kind}}/{{entry}}": ACT,
    f"POST {_API}/library/undo/{{kind}}/{{entry}}": ACT,
    f"POST {_API}/library/phrasings": ACT,
    f"GET {_API}/library/changes": DESK,
    f"GET {_API}/library/records/forms": DESK,
    f"GET {_API}/library/sheet.xlsx": EXPORT,
    f"PUT {_API}/library/sheet.xlsx": EXPORT,
    f"PUT {_API}/library/sentences.xlsx": EXPORT,
    f"GET {_API}/library/figures": DESK,
    f"GET {_API}/library/figures/report.pdf": EXPORT,
    f"GET {_API}/library/figures/{{table}}.xlsx": EXPORT,
    f"POST {_API}/library/records/check": DESK,
    f"GET {_API}/library/releases": DESK,
    f"POST {_API}/library/releases": ACT,
    f"GET {_API}/library/releases/{{number}}": DESK,
    f"POST {_API}/library/releases/{{number}}/rollback": ACT,
    f"GET {_API}/library/publishing": DESK,
    f"POST {_API}/library/publishing/confirm": ACT,
    f"POST {_API}/library/publishing/stop": ACT,
    f"GET {_API}/library/conversations": DESK,
    f"POST {_API}/library/conversations": ACT,
    f"DELETE {_API}/library/conversations/{{number}}": ACT,
    f"GET {_API}/library/unmatched": EXPORT,
    f"POST {_API}/library/unmatched/settle": ACT,
    f"GET {_API}/desk/appointments/displaced": DESK,
    f"POST {_API}/desk/appointments/{{window}}/{{day}}/{{code}}/move": ACT,
    f"POST {_API}/desk/appointments/{{window}}/{{day}}/{{code}}/{{wanted}}": ACT,
    f"GET {_API}/session/ways": READ,
    f"POST {_API}/session/totp/off": SIGN_IN,
    # the counter, and results
    f"POST {_API}/desk/counter/drafts": ACT,
    f"POST {_API}/desk/counter/drafts/{{intake_id}}/submission": ACT,
    f"POST {_API}/desk/counter/cases/{{number}}/on-spot": ACT,
    f"GET {_CASE}/slips/{{kind}}": DESK,
    f"GET {_CASE}/result-file": DESK,
    f"PUT {_CASE}/result-file": ACT,
    f"POST {_API}/cases/result-file": ASK,
    f"POST {_API}/cases/paper": PRINT,
    # who the staff are
    f"POST {_API}/session": SIGN_IN,
    f"GET {_API}/session": DESK,
    f"DELETE {_API}/session": SIGN_IN,
    f"PUT {_API}/session/password": SIGN_IN,
    f"POST {_API}/session/totp": SIGN_IN,
    f"PUT {_API}/session/totp": SIGN_IN,
    f"GET {_API}/session/oidc/start": SIGN_IN,
    f"GET {_API}/session/oidc/callback": SIGN_IN,
    f"GET {_API}/staff/me": DESK,
    f"GET {_ACCOUNT}": DESK,
    f"POST {_ACCOUNT}": ACT,
    f"PATCH {_ACCOUNT}/{{account}}": ACT,
    f"PUT {_ACCOUNT}/{{account}}/active": ACT,
    f"POST {_ACCOUNT}/{{account}}/password": ACT,
    f"POST {_ACCOUNT}/{{account}}/tokens": ACT,
    f"DELETE {_ACCOUNT}/{{account}}/tokens/{{number}}": ACT,
    f"GET {_API}/staff/roles": DESK,
    f"GET {_API}/staff/log": DESK,
    f"GET {_API}/staff/consents": DESK,
    f"POST {_API}/staff/consents/{{number}}/agreement": ACT,
    # other systems
    f"GET {_API}/outbox": DESK,
    f"POST {_API}/outbox/requeue": ACT,
    f"GET {_API}/exchange/results": PARTNER,
    f"POST {_API}/exchange/results/{{key}}/claim": PARTNER,
    f"POST {_API}/exchange/feedback": PARTNER,
    f"GET {_API}/exchange/feedback": DESK,
    f"GET {_API}/exchange/cases/{{number}}/feedback": DESK,
    f"GET {_API}/exchange/records": EXPORT,
}

Endpoint = Callable[..., Any]


def rates_of(routes: Sequence[BaseRoute]) -> dict[Endpoint, Rates]:
    """What answers at each route, with how often it may be asked; of several routes of one, the last one's."""
    return {
        route.endpoint: LIMITS.get(f"{method} {route.path}", UNNAMED)
        for route in declared(routes)
        for method in route.methods
        if route.endpoint is not None
    }
