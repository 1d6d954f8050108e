"""The WSGI application that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from config.checks import refuse_wrong_deployment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
refuse_wrong_deployment()
