"""All calls of the rules' console under one address."""

from fastapi import APIRouter

from api.admin import routes_catalogue, routes_drafts, routes_interchange, routes_publishing, statistics_routes
from api.admin.learning import routes as learning

router = APIRouter(prefix="/api/v1/admin", tags=["admin"])
for part in (routes_catalogue, routes_drafts, routes_interchange, routes_publishing, statistics_routes, learning):
    router.include_router(part.router)
