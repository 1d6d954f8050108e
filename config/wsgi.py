"""The WSGI application that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from config.access_log import keep_private
from config.checks import refuse_wrong_deployment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

keep_private()
application = get_wsgi_application()
refuse_wrong_deployment()
