"""Every environment variable of the site, read once, typed and checked.

`docs/reference/settings.md` lists them; a test fails when one is missing there.
"""

from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Environment(BaseSettings):
    """What a deployment may set. An empty value counts as not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True, extra="ignore")

    secret_key: SecretStr | None = Field(
        None, description="Signs sessions and forms. Needed in production, 50 characters or more."
    )
    database_url: str = Field(
        f"sqlite:///{ROOT / 'var' / 'stackway.sqlite3'}",
        description="Where the catalog is kept: sqlite:///… or postgres://….",
    )
    public_url: HttpUrl = Field(
        HttpUrl("http://127.0.0.1:8000"),
        description=(
            "The address visitors use; links in files, JSON, the sitemap and "
            "the editor's previews start with it."
        ),
    )
    allowed_hosts: str = Field("", description="Further host names the site answers to, separated by commas.")
    time_zone: str = Field("America/New_York", description="Time zone of the site's dates.")
    media_root: Path = Field(ROOT / "var" / "media", description="Folder of uploaded pictures and files.")
    static_root: Path = Field(
        ROOT / "var" / "static", description="Folder the style sheets are collected into."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="The least that is written to the log, which is standard error."
    )
    email_url: str = Field(
        "",
        description="Mail server for notices to editors: smtp://user:password@host:587. Empty: none.",
    )
    debug: bool = Field(False, description="Show error details. Never in production.")
    noindex_demonstration: bool = Field(
        True, description="Ask search engines to stay away while the site holds demonstration records."
    )

    @field_validator("database_url")
    @classmethod
    def check_database_url(cls, value: str) -> str:
        """Accept only the two databases that are tested."""
        try:
            engine = dj_database_url.parse(value)["ENGINE"]
        except (ValueError, KeyError) as error:
            raise ValueError(f"is not a database address: {error}") from error
        if engine.rpartition(".")[2] not in ("sqlite3", "postgresql"):
            raise ValueError("must start with sqlite:/// or postgres://")
        return value

    @field_validator("email_url")
    @classmethod
    def check_email_url(cls, value: str) -> str:
        """Accept smtp:// (with STARTTLS) and smtps:// with a host."""
        parts = urlsplit(value)
        if value and (parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.port == 0):
            raise ValueError("must look like smtp://user:password@host:587 or smtps://…")
        return value

    @field_validator("time_zone")
    @classmethod
    def check_time_zone(cls, value: str) -> str:
        """Accept names of the time zone database, such as America/New_York."""
        try:
            ZoneInfo(value)
        except (ValueError, KeyError, OSError) as error:
            raise ValueError("is not a time zone name such as America/New_York") from error
        return value

    @property
    def hosts(self) -> list[str]:
        """Host names the site answers to: that of `public_url` and the further ones."""
        named = (host.strip() for host in self.allowed_hosts.split(","))
        return [str(self.public_url.host), *(host for host in named if host)]


def explain(error: ValidationError) -> str:
    """One line a variable: its name, what is wrong, what it is for."""
    lines = []
    for problem in error.errors():
        name = str(problem["loc"][0])
        purpose = Environment.model_fields[name].description
        lines.append(f"  {name.upper()}: {problem['msg']}. {purpose}")
    return "\n".join(["Environment variables that cannot be used:", *lines])


@cache
def environment() -> Environment:
    """Read the environment once a process; `ImproperlyConfigured` names every wrong variable."""
    try:
        return Environment()
    except ValidationError as error:
        raise ImproperlyConfigured(explain(error)) from None
