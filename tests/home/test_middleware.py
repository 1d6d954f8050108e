"""What is refused before any view sees it."""

import pytest
from django.test import Client

from tests.factories import home_page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/%00", "/stacks/a%00b/", "/theme.css%00"])
def test_address_with_a_nul_character_is_not_found(client: Client, address: str) -> None:
    home_page()
    assert client.get(address).status_code == 404
