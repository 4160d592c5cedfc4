"""Which records the network has, as far as it has told: ids by type with their state, versions by id."""

import json
import os
import random
from collections import defaultdict

import graphql

SCHEMA = graphql.build_schema(open(os.environ["FUZZ_SCHEMA"], encoding="utf-8").read())
TOLD = json.load(open(os.environ["FUZZ_KNOWN"], encoding="utf-8"))
POOL = os.environ["FUZZ_POOL"]

chance = random.Random(int(os.environ["FUZZ_SEED"]))
known = defaultdict(dict, {kind: dict.fromkeys(ids) for kind, ids in TOLD["known"].items()})
if os.path.exists(POOL):
    with open(POOL, encoding="utf-8") as pool:
        before = json.load(pool)
    known.update({kind: dict(records) for kind, records in before["known"].items()})
# The demo's own members stay: whoever withdraws them ends the run.
kept = set(TOLD["keep"])
versions = before["versions"] if os.path.exists(POOL) else {}


def kind_of(name, gives):
    if name == "id":
        return gives
    if name in ("keptId", "mergedId", "personId"):
        return "Beneficiary"
    if name == "pairId":
        return "DuplicatePair"
    if name == "seriesId":
        return "WorkshopSeries"
    if name == "fromSessionId":
        return "Session"
    if name == "fileId":
        return "ImportFile"
    if name in ("tag", "tags"):
        return "tag"
    if name == "version":
        return "version"
    return name[0].upper() + name[1:-2] if name.endswith("Id") else None


def record(name, gives, wanted):
    """One of the records of that kind, rather in the state that is wanted."""
    kind = kind_of(name, gives)
    found = known.get(kind)
    if not found:
        return None
    fitting = [key for key, state in found.items() if state in wanted] if wanted and name in ("id", "deviceId") else []
    keys = fitting or list(found)
    return chance.choice(keys[-30:] if chance.random() < 0.7 else keys)


def learn(value, type_):
    """Remembers which records there are, and how they stand."""
    if isinstance(value, list):
        for one in value:
            learn(one, type_)
    elif isinstance(value, dict) and isinstance(type_, graphql.GraphQLObjectType):
        key = value.get("id")
        if isinstance(key, str) and key not in kept:
            known[type_.name].pop(key, None)
            known[type_.name][key] = value.get("state") or value.get("attendance")
        if isinstance(key, str) and isinstance(value.get("version"), int):
            versions[key] = value["version"]
        if type_.name == "Erasure" and isinstance(value.get("beneficiaryId"), str):
            known["Erased"][value["beneficiaryId"]] = None
        if isinstance(value.get("tag"), str):
            known["tag"][value["tag"]] = value.get("state")
        if type_.name == "ProjectionVersion" and isinstance(value.get("version"), int):
            known["version"][value["version"]] = None
        for name, inner in value.items():
            if name in type_.fields:
                learn(inner, graphql.get_named_type(type_.fields[name].type))


def keep_pool():
    """Writes the records down for the next run in the same name."""
    with open(POOL, "w", encoding="utf-8") as file:
        json.dump({"known": {kind: list(records.items()) for kind, records in known.items()}, "versions": versions}, file)
