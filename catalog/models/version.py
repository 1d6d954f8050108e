"""A number that moves whenever something public changes, so that caches know."""

from uuid import UUID, uuid4

from django.db import models
from django.db.models import F


class CatalogVersion(models.Model):
    """The one row that holds the number."""

    number = models.PositiveBigIntegerField(default=0)
    stamp = models.UUIDField(
        default=uuid4, help_text="Another one after each change: what was rolled back leaves its number free."
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_catalog_version")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The number now; 0 before the first change."""
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def stamp_now(cls) -> UUID | None:
        """What stands for the catalog as it is now, and for nothing else; None before the first change."""
        return cls.objects.filter(pk=1).values_list("stamp", flat=True).first()

    @classmethod
    def hold(cls) -> None:
        """Wait for other changes of the catalog, and let later ones wait until this transaction ends.

        What is derived from the catalog and read here is then no older than what is committed.
        """
        if not cls.objects.select_for_update().filter(pk=1).values_list("pk", flat=True).first():
            cls.objects.get_or_create(pk=1)

    @classmethod
    def move(cls) -> None:
        """Count one change, in the transaction of the change."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1, stamp=uuid4()):
            cls.objects.create(pk=1, number=1)
