"""An editor's way: sign in, make a stack, be told of a wrong rule, look at it, publish it, change it."""


from tests.e2e.desks import Desks, sign_in
from tests.factories import IssuerFactory, MicroCredentialFactory, StackFactory


def test_probe(desks: Desks) -> None:
    IssuerFactory(title="A college")
    for n in ("Phonics", "Fluency", "Meaning"):
        MicroCredentialFactory(title=n)
    StackFactory()
    page = sign_in(desks.open(), "ada")
    page.get_by_role("link", name="Make a stack").click()
    page.wait_for_timeout(1500)
    print(page.url)
    page.screenshot(path="/tmp/e2/p1.png", full_page=True)
    html = page.content()
    open("/tmp/e2/p1.html", "w").write(html)
