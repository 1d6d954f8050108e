"""The pages of the admin that are ours, over the demonstration's catalog: for pictures and for axe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class AdminPage:
    """A page by its address; `follow` is a link on it that leads to the page meant."""

    address: str
    follow: str = ""

    def open(self, page: Page, site: str) -> None:
        """Go there."""
        page.goto(f"{site}{self.address}")
        if self.follow:
            page.get_by_role("link", name=self.follow).locator("visible=true").first.click()
            page.wait_for_load_state()


ADMIN_PAGES: Mapping[str, AdminPage] = {
    "admin-start": AdminPage("/admin/"),
    "admin-micro-credentials": AdminPage("/admin/micro_credentials/"),
    "admin-micro-credential": AdminPage("/admin/micro_credentials/?q=asking", "Asking Questions"),
    "admin-stacks": AdminPage("/admin/stacks/"),
    "admin-stack": AdminPage("/admin/stacks/?q=louisiana", "Louisiana Leadership Assessment Series"),
    "admin-pathways": AdminPage("/admin/pathways/"),
    "admin-priorities": AdminPage("/admin/priorities/"),
    "admin-issuers": AdminPage("/admin/issuers/"),
    "admin-roles": AdminPage("/admin/roles/"),
    "admin-pathway-problems": AdminPage("/admin/pathway_problems/"),
    "admin-decisions": AdminPage("/admin/decisions/"),
    "admin-decision": AdminPage("/admin/decisions/1/"),
    "admin-decision-new": AdminPage("/admin/decisions/new/"),
    "admin-quality-reviews": AdminPage("/admin/quality_reviews/"),
    "admin-quality-review": AdminPage("/admin/quality_reviews/1/"),
    "admin-quality-review-new": AdminPage("/admin/quality_reviews/new/"),
    "admin-quality-review-correct": AdminPage("/admin/quality_reviews/new/?corrects=1"),
    "admin-recognition": AdminPage("/admin/recognition/"),
    "admin-recognition-correct": AdminPage("/admin/recognition/new/?corrects=1"),
}
