"""What schemathesis is told besides the schema: what our scalars look like, which records exist, and what to write down.

Half of the questions are left as they were made up. In the others, arguments are taken from a valid example and ids from what the
network has answered so far, so that a question also gets past the first refusal.
"""

import atexit
import json
import os
import threading
from collections import Counter, defaultdict

import graphql
import schemathesis
from graphql.language import ast
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from records import SCHEMA, TOLD, chance, keep_pool, learn, record, versions

REPORT = os.environ["FUZZ_REPORT"]
DEPTH, FIELDS, ROWS = 3, 12, 5

lock = threading.Lock()
answered, refused, asked, bugs = set(), defaultdict(Counter), Counter(), []

days = st.dates().map(str)
moments = st.datetimes().map(lambda at: at.isoformat() + "Z")
schemathesis.graphql.scalar("LocalDate", days.map(nodes.String))
schemathesis.graphql.scalar("DateTime", moments.map(nodes.String))
schemathesis.graphql.scalar("UUID", st.uuids().map(str).map(nodes.String))


def changed(node, **parts):
    """The same node but for these parts."""
    return type(node)(**{**{key: getattr(node, key) for key in node.keys}, **parts})


def literal(value):
    if isinstance(value, dict):
        return ast.ObjectValueNode(
            fields=tuple(ast.ObjectFieldNode(name=ast.NameNode(value=k), value=literal(v)) for k, v in value.items())
        )
    if isinstance(value, list):
        return ast.ListValueNode(values=tuple(literal(one) for one in value))
    if value is None:
        return ast.NullValueNode()
    if isinstance(value, bool):
        return ast.BooleanValueNode(value=value)
    if isinstance(value, (int, float)):
        kind = ast.IntValueNode if isinstance(value, int) else ast.FloatValueNode
        return kind(value=str(value))
    return graphql.parse_value(json.dumps(value))


def typed(value, type_):
    """An example's words as the schema writes them: enumerations bare."""
    type_ = graphql.get_nullable_type(type_)
    if value is None:
        return ast.NullValueNode()
    if isinstance(type_, graphql.GraphQLList):
        return ast.ListValueNode(values=tuple(typed(one, type_.of_type) for one in value))
    if isinstance(type_, graphql.GraphQLEnumType):
        return ast.EnumValueNode(value=value)
    if isinstance(type_, graphql.GraphQLInputObjectType):
        pairs = [(name, typed(one, type_.fields[name].type)) for name, one in value.items()]
        return ast.ObjectValueNode(
            fields=tuple(ast.ObjectFieldNode(name=ast.NameNode(value=name), value=node) for name, node in pairs)
        )
    return literal(value)


def with_records(node, name, type_, gives, wanted):
    """The same value with ids of records that are known."""
    type_ = graphql.get_nullable_type(type_)
    if isinstance(node, ast.ListValueNode) and isinstance(type_, graphql.GraphQLList):
        values = tuple(with_records(one, name, type_.of_type, gives, wanted) for one in node.values)
        return ast.ListValueNode(values=values)
    if isinstance(node, ast.ObjectValueNode) and isinstance(type_, graphql.GraphQLInputObjectType):
        fields, version = [], None
        for field in sorted(node.fields, key=lambda field: field.name.value == "expectedVersion"):
            called = field.name.value
            inner = type_.fields[called].type if called in type_.fields else type_
            value = with_records(field.value, called, inner, gives, wanted)
            version = versions.get(getattr(value, "value", None), version) if called.lower().endswith("id") else version
            if called == "expectedVersion" and version is not None and chance.random() < 0.9:
                value = literal(version)
            fields.append(ast.ObjectFieldNode(name=field.name, value=value))
        return ast.ObjectValueNode(fields=tuple(fields))
    if name == "first":
        return ast.IntValueNode(value=str(chance.randint(1, ROWS)))
    if name == "expectedVersion":
        return ast.IntValueNode(value=str(chance.randint(0, 3)))
    if name in ("branch", "from") and getattr(type_, "name", "") == "String" and chance.random() < 0.8:
        own = os.environ.get("FUZZ_BRANCH")
        return literal(own if own and name == "branch" and chance.random() < 0.9 else chance.choice(TOLD["branches"]))
    if name in ("id", "beneficiaryId") and gives == "ErasureCertificate":
        gives, name = "Erased", "id"
    found = record(name, gives, wanted) if chance.random() < (0.9 if name == "id" or wanted else 0.6) else None
    return literal(found) if found is not None else node


def with_example(field, label, definition):
    """Arguments of a valid example, and of what was made up as much as chance leaves."""
    example = TOLD["examples"].get(label, {})
    gives = graphql.get_named_type(definition.type).name
    wanted = TOLD["wanted"].get(field.name.value, [])
    made_up = {argument.name.value: argument.value for argument in field.arguments or ()}
    given = []
    for name, argument in definition.args.items():
        node = made_up.get(name)
        fits = name in example and not (node and chance.random() < 0.15)
        if fits:
            node = mixed(typed(example[name], argument.type), node, argument.type)
        elif node is not None and not graphql.is_required_argument(argument) and chance.random() < 0.7:
            continue
        if node is not None:
            value = with_records(node, name, argument.type, gives, wanted)
            given.append(ast.ArgumentNode(name=ast.NameNode(value=name), value=value))
    return tuple(given)


def mixed(example, made_up, type_):
    """An example's fields, one or another of them as it was made up, and a few more."""
    if not isinstance(example, ast.ObjectValueNode) or not isinstance(made_up, ast.ObjectValueNode):
        return example
    ours = {field.name.value: field for field in example.fields}
    theirs = {field.name.value: field for field in made_up.fields}
    odd = set(chance.sample(sorted(theirs), min(len(theirs), chance.choice([0, 0, 0, 1, 1, 2]))))
    both = {**ours, **{name: theirs[name] for name in odd}}
    return ast.ObjectValueNode(fields=tuple(both.values()))


def pruned(selections, type_, depth):
    """A selection that the gateway does not refuse for its size, and that tells which record it is of."""
    if selections is None or not isinstance(type_, (graphql.GraphQLObjectType, graphql.GraphQLInterfaceType)):
        return selections
    kept_fields = []
    for node in selections.selections:
        definition = type_.fields.get(node.name.value) if isinstance(node, ast.FieldNode) else None
        if definition is None:
            continue
        inner = graphql.get_named_type(definition.type)
        if node.selection_set and depth >= DEPTH:
            continue
        if any(other.name.value == node.name.value for other in kept_fields):
            continue
        given = tuple(
            changed(argument, value=ast.IntValueNode(value="2")) if argument.name.value == "first" else argument
            for argument in node.arguments or ()
        )
        below = pruned(node.selection_set, inner, depth + 1)
        kept_fields.append(changed(node, alias=None, arguments=given, selection_set=below))
    kept_fields = kept_fields[:FIELDS]
    have = {node.name.value for node in kept_fields}
    for name in ("id", "state", "tag", "version", "beneficiaryId", "items", "duties", "enrolments", "__typename"):
        if name in have or (name != "__typename" and name not in type_.fields):
            continue
        below = None
        if name in ("items", "duties", "enrolments"):
            if depth >= DEPTH or type_.fields[name].args:
                continue
            items = graphql.get_named_type(type_.fields[name].type)
            below = pruned(ast.SelectionSetNode(selections=()), items, depth + 1)
        kept_fields.append(ast.FieldNode(name=ast.NameNode(value=name), arguments=(), directives=(), selection_set=below))
    return ast.SelectionSetNode(selections=tuple(kept_fields))


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta is None or case.meta.generation.mode.is_negative or not isinstance(case.body, str):
        return
    with lock:
        if chance.random() < 0.3:
            return
        root, name = case.operation.label.split(".", 1)
        definition = SCHEMA.type_map[root].fields[name]
        operation = graphql.parse(case.body).definitions[0]
        fields = [
            changed(
                node,
                arguments=with_example(node, case.operation.label, definition),
                selection_set=pruned(node.selection_set, graphql.get_named_type(definition.type), 1),
            )
            for node in operation.selection_set.selections
        ]
        selected = changed(operation.selection_set, selections=tuple(fields))
        case.body = graphql.print_ast(changed(operation, selection_set=selected))


def answer_in(response):
    try:
        answer = json.loads(response.content)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def is_bug(response):
    errors = answer_in(response).get("errors") or []
    kinds = [(error.get("extensions") or {}).get("kind") for error in errors]
    return response.status_code >= 500 or "bug" in kinds


@schemathesis.check
def is_no_bug(context, response, case):
    """Data or a refusal. Schemathesis' own check takes any refusal of a question that fits the schema for a server error."""
    assert not is_bug(response), f"{case.operation.label} is answered as a bug"


@schemathesis.hook
def after_call(context, case, response):
    label = case.operation.label
    root, name = label.split(".", 1)
    answer = answer_in(response)
    errors = answer.get("errors") or []
    data = answer.get("data") or {}
    with lock:
        asked[label] += 1
        if not errors and any(value is not None for value in data.values()):
            answered.add(label)
        for error in errors[:1]:
            refused[label][str((error.get("extensions") or {}).get("code"))] += 1
        if is_bug(response):
            bugs.append({"label": label, "status": response.status_code, "query": case.body, "errors": errors[:2]})
        for value in data.values():
            learn(value, graphql.get_named_type(SCHEMA.type_map[root].fields[name].type))


def written():
    keep_pool()
    with open(REPORT, "w", encoding="utf-8") as file:
        json.dump(
            {
                "asked": dict(asked),
                "answered": sorted(answered),
                "refused": {label: dict(codes.most_common(4)) for label, codes in refused.items()},
                "bugs": bugs,
            },
            file,
        )


atexit.register(written)
