"""What an address tells of its visitor stays between the two."""

from django.http import HttpRequest, HttpResponse

from home.privacy import kept_private


def answer(request: HttpRequest, words: str) -> HttpResponse:
    """A page."""
    return HttpResponse(words)


def test_answer_tells_no_other_site_and_stays_in_no_shared_cache() -> None:
    given = kept_private(answer)(HttpRequest(), "Yours")
    assert given.headers["Referrer-Policy"] == "same-origin"
    assert given.headers["Cache-Control"] == "private"


def test_view_keeps_its_name_and_its_words() -> None:
    guarded = kept_private(answer)
    assert guarded.__name__ == "answer"
    assert guarded(HttpRequest(), "Yours").content == b"Yours"
