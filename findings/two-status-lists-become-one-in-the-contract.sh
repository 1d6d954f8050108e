#!/usr/bin/env bash
# django-ninja 1.7.1 publishes a contract that contradicts its own answers when two enumerations share a class name.
#
# What one would expect: two classes named Status in two modules become two schemas (pydantic itself does so, with
# names made longer), or the second is refused.
# What happens: the OpenAPI document has one schema "Status" with the values of the class met last, and every other
# answer refers to it. No warning. What the server sends is then invalid by the document it publishes: a client made
# from it refuses the answer of the first operation.
#
# Seen with: django-ninja 1.7.1, Django 5.2.9, pydantic 2.12.5, jsonschema 4.25.1, Python 3.11.
# Output seen:
#   pydantic alone: a__Status, b__Status
#   contract: Status = ['optimal', 'impossible']
#   /decision answers {'status': 'approved'}: 'approved' is not one of ['optimal', 'impossible']
# Fails when any of these changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  django-ninja==1.7.1 Django==5.2.9 pydantic==2.12.5 jsonschema==4.25.1 2>pip.log || { cat pip.log >&2; exit 2; }

printf 'from enum import Enum\nclass Status(str, Enum):\n    approved = "approved"\n    ended = "ended"\n' >a.py
printf 'from enum import Enum\nclass Status(str, Enum):\n    optimal = "optimal"\n    impossible = "impossible"\n' >b.py
cat >show.py <<'PY'
import django
from django.conf import settings

settings.configure(INSTALLED_APPS=["ninja"], ROOT_URLCONF=__name__, SECRET_KEY="x", ALLOWED_HOSTS=["*"])
django.setup()

import a
import b
from django.test import Client
from django.urls import path
from jsonschema import Draft202012Validator
from ninja import NinjaAPI, Schema
from pydantic.json_schema import models_json_schema


class Decision(Schema):
    status: a.Status


class Plan(Schema):
    status: b.Status


api = NinjaAPI()


@api.get("/decision", response=Decision)
def decision(request):
    return {"status": a.Status.approved}


@api.get("/plan", response=Plan)
def plan(request):
    return {"status": b.Status.optimal}


urlpatterns = [path("", api.urls)]

if __name__ == "__main__":
    _, own = models_json_schema([(Decision, "serialization"), (Plan, "serialization")])
    own_names = sorted(name for name in own["$defs"] if name.endswith("Status"))
    contract = Client().get("/openapi.json").json()
    values = contract["components"]["schemas"]["Status"]["enum"]
    answer = Client().get("/decision").json()
    asked = {**contract, "$ref": "#/components/schemas/Decision"}
    wrong = [error.message for error in Draft202012Validator(asked).iter_errors(answer)]
    print("pydantic alone:", ", ".join(own_names))
    print("contract: Status =", values)
    print(f"/decision answers {answer}:", *wrong)
    assert own_names == ["a__Status", "b__Status"]
    assert values == ["optimal", "impossible"]
    assert wrong == ["'approved' is not one of ['optimal', 'impossible']"]
PY
venv/bin/python show.py
