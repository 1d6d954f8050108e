"""What the demonstration remembers."""

from datetime import date

from django.db import models

from home.days import site_today


class DemoLoad(models.Model):
    """The day of the first load, from which the demonstration's own dates count."""

    first_loaded_on = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_demo_load")]

    def __str__(self) -> str:
        return str(self.first_loaded_on)

    @classmethod
    def first_day(cls) -> date:
        """The day of the first load; today in the site's time zone when this is the first."""
        row, _ = cls.objects.get_or_create(pk=1, defaults={"first_loaded_on": site_today()})
        return row.first_loaded_on
