"""Settings made from addresses."""

from config.settings.base import mail


def test_without_a_mail_server_nothing_is_sent() -> None:
    assert mail("") == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


def test_a_mail_server_is_read_from_its_address() -> None:
    found = mail("smtp://ada:p%40ss@mail.example.org")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("ada", "p@ss")
    assert found["EMAIL_USE_TLS"]
    assert mail("smtps://mail.example.org")["EMAIL_PORT"] == 465
