"""The root addresses."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_health_answers_json(client: Client) -> None:
    assert client.get("/healthz/").json()["status"] == "ok"


@pytest.mark.django_db
def test_admin_asks_to_sign_in(client: Client) -> None:
    response = client.get("/admin/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")
