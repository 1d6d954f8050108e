"""What a state sets once for its whole site."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.colors import HEX, contrast
from home.forms import RecordForm

check_hex = RegexValidator(HEX.pattern + r"\Z", "Write the color as # and six digits, such as #ffd034.")


@dataclass(frozen=True, slots=True)
class ColorRule:
    """A color must stand out from these, by at least this ratio."""

    field: str
    against: tuple[str, ...]
    ratio: float
    reason: str


COLOR_RULES = (
    ColorRule("way", ("#16202a",), 4.5, "dark text stands on it"),
    ColorRule("way_edge", ("#ffffff",), 3.0, "it marks the road's edge on a white page"),
    ColorRule("link", ("#ffffff", "#f2f5f7"), 4.5, "links stand on white and gray"),
    ColorRule("link_dark", ("#10161c", "#1a232b"), 4.5, "links stand on the dark page"),
)


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """The state's name, marks, contact and announcement."""

    state_name = models.CharField(max_length=60, default="North Carolina")
    logo = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown beside the site's name, 40 pixels high.",
    )
    way = models.CharField("road color", max_length=7, blank=True, validators=[check_hex])
    way_edge = models.CharField("road edge color", max_length=7, blank=True, validators=[check_hex])
    link = models.CharField("link color", max_length=7, blank=True, validators=[check_hex])
    link_dark = models.CharField("link color on dark", max_length=7, blank=True, validators=[check_hex])
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(
        blank=True, help_text="Where “report a mistake” and accessibility messages go."
    )
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_address = models.TextField(blank=True)
    announcement = models.CharField(
        max_length=200, blank=True, help_text="A sentence on top of every page. Leave empty for none."
    )
    announcement_link = models.URLField(blank=True)

    base_form_class = RecordForm
    panels = [
        MultiFieldPanel([FieldPanel("state_name"), FieldPanel("logo")], "State"),
        MultiFieldPanel([FieldPanel(rule.field) for rule in COLOR_RULES], "Colors"),
        MultiFieldPanel(
            [FieldPanel(f"contact_{part}") for part in ("name", "email", "phone", "address")], "Contact"
        ),
        MultiFieldPanel([FieldPanel("announcement"), FieldPanel("announcement_link")], "Announcement"),
    ]

    class Meta:
        verbose_name = "site settings"

    def clean(self) -> None:
        """Refuse a color that cannot be read where it is used (WCAG 2.2)."""
        super().clean()
        problems = {}
        for rule in COLOR_RULES:
            color = getattr(self, rule.field)
            if not HEX.fullmatch(color):
                continue
            worst = min(contrast(color, other) for other in rule.against)
            if worst < rule.ratio:
                problems[rule.field] = (
                    f"Contrast is {worst:.1f}, needs {rule.ratio:.1f}: {rule.reason}. Choose another shade."
                )
        if problems:
            raise ValidationError(problems)

    @property
    def colors(self) -> dict[str, str]:
        """CSS custom properties the state has set, by name."""
        names = {"way": "--way", "way_edge": "--way-edge", "link": "--link"}
        return {names[name]: color for name in names if (color := getattr(self, name))}
