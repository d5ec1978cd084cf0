"""Holds what a server answers to what its /openapi.json says.

    described = Description(json.loads(…))
    for fault in described.faults("GET", "/v1/people?limit=1", 200, "application/json", content): …

The part of JSON Schema 2020-12 that the document uses, in Python's own library; a keyword that is not known here is a fault.
In answers, objects with named members may have no others.
"""
import json
import re
from datetime import date
from urllib.parse import urlsplit

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# What any request may be answered, before or beside its route.
GENERAL = {400, 405, 408, 413, 414, 417, 431}
# Their items are answered one by one, also those that do not read.
ITEM_BY_ITEM = {"tag_in_bulk", "mark_run_rows"}
TYPES = {
    "null": lambda x: x is None,
    "boolean": lambda x: isinstance(x, bool),
    "number": lambda x: isinstance(x, (int, float)) and not isinstance(x, bool),
    "integer": lambda x: isinstance(x, (int, float)) and not isinstance(x, bool) and x == int(x),
    "string": lambda x: isinstance(x, str),
    "array": lambda x: isinstance(x, list),
    "object": lambda x: isinstance(x, dict),
}
# They say nothing about what is valid.
NOTES = {"description", "title", "example", "examples", "default", "discriminator"}


def same(a, b):
    """As JSON has it: 1 is not true."""
    return a == b and isinstance(a, bool) == isinstance(b, bool)


def is_day(text):
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


class Check:
    def __init__(self, shapes, closed):
        self.shapes, self.closed = shapes, closed

    def faults(self, value, schema, place=""):
        """What is wrong, each with its place; none where the value is valid."""
        found = []
        for keyword, said in schema.items():
            found += self.keyword(keyword, said, value, schema, place)
        if self.closed and isinstance(value, dict) and "properties" in schema and "additionalProperties" not in schema:
            found += [f"{place}/{x}: is not described" for x in value if x not in schema["properties"]]
        return found

    def keyword(self, keyword, said, value, schema, place):
        if keyword in NOTES:
            return []
        if keyword == "$ref":
            return self.faults(value, self.shapes[said.rsplit("/", 1)[1]], place)
        if keyword in ("anyOf", "oneOf", "allOf"):
            return self.choices(keyword, said, value, schema, place)
        if keyword in ("required", "properties", "additionalProperties"):
            return self.members(keyword, said, value, schema, place) if isinstance(value, dict) else []
        if keyword == "items":
            return [x for i, v in enumerate(value) for x in self.faults(v, said, f"{place}/{i}")] if isinstance(value, list) else []
        fits = self.fits(keyword, said, value)
        if fits is None:
            return [f"{place}: the keyword {keyword} is not checked"]
        return [] if fits else [f"{place}: {json.dumps(value, ensure_ascii=False)[:80]} is not as {keyword} {said} says"]

    @staticmethod
    def fits(keyword, said, value):
        if keyword == "type":
            return any(TYPES[x](value) for x in ([said] if isinstance(said, str) else said))
        if keyword == "enum":
            return any(same(x, value) for x in said)
        if keyword == "const":
            return same(said, value)
        if keyword in ("minimum", "maximum"):
            return not TYPES["number"](value) or (value >= said if keyword == "minimum" else value <= said)
        if keyword in ("minItems", "maxItems"):
            return not isinstance(value, list) or (len(value) >= said if keyword == "minItems" else len(value) <= said)
        if keyword in ("minLength", "maxLength"):
            return not isinstance(value, str) or (len(value) >= said if keyword == "minLength" else len(value) <= said)
        if keyword == "pattern":
            return not isinstance(value, str) or bool(re.search(said, value))
        if keyword == "format":
            if not isinstance(value, str) or said in ("binary", "uri", "password"):
                return True
            return {"date": is_day, "date-time": INSTANT.fullmatch}.get(said, lambda _: False)(value)
        return None

    def choices(self, keyword, said, value, schema, place):
        if keyword == "allOf":
            return [x for choice in said for x in self.faults(value, choice, place)]
        mapping = schema.get("discriminator", {})
        if isinstance(value, dict) and value.get(mapping.get("propertyName")) in mapping.get("mapping", {}):
            return self.faults(value, {"$ref": mapping["mapping"][value[mapping["propertyName"]]]}, place)
        tried = [self.faults(value, choice, place) for choice in said]
        fitting = sum(not x for x in tried)
        if not fitting:
            return min(tried, key=len)
        return [f"{place}: {fitting} of the choices fit"] if keyword == "oneOf" and fitting > 1 else []

    def members(self, keyword, said, value, schema, place):
        if keyword == "required":
            return [f"{place}: has no {x}" for x in said if x not in value]
        if keyword == "properties":
            return [x for name, v in value.items() if name in said for x in self.faults(v, said[name], f"{place}/{name}")]
        found = []
        for name in value.keys() - schema.get("properties", {}).keys():
            found += [f"{place}/{name}: is not described"] if said is False else self.faults(value[name], {} if said is True else said, f"{place}/{name}")
        return found


class Description:
    def __init__(self, document):
        self.responses = document["components"].get("responses", {})
        shapes = document["components"]["schemas"]
        self.answers, self.requests = Check(shapes, closed=True), Check(shapes, closed=False)
        self.operations = []
        for path, methods in document["paths"].items():
            pattern = re.compile("/".join(re.sub(r"\\\{.*?\\\}", "[^/]+", re.escape(part)) for part in path.split("/")) + r"\Z")
            for method, operation in methods.items():
                self.operations.append((len(re.findall(r"\{[^}]*\}$", path)) * 2 + path.count("{"), method.upper(), pattern, operation))
        self.operations.sort(key=lambda x: x[0])

    def operation(self, method, target):
        path = target.split("?", 1)[0]
        method = "GET" if method == "HEAD" else method
        return next((said for _, verb, pattern, said in self.operations if verb == method and pattern.match(path)), None)

    def faults(self, method, target, status, kind, content, sent=None):
        """Of one exchange; none for what the document does not describe (other methods, no such path)."""
        operation = self.operation(method, target)
        if operation is None:
            return []
        name = f"{operation['operationId']} {status}"
        said = operation["responses"].get(str(status))
        if said is None:
            return [] if status in GENERAL else [f"{name}: the status is not described"]
        if "$ref" in said:
            said = self.responses[said["$ref"].rsplit("/", 1)[1]]
        found = self.sent_faults(operation, sent) if 200 <= status < 300 and sent else []
        if method != "HEAD" and content:
            found += self.content_faults(said, (kind or "").split(";")[0].strip().lower(), content)
        return [name + " " + fault for fault in found]

    def content_faults(self, said, kind, content):
        described = said.get("content", {}).get(kind)
        if described is None:
            return [f"the media type {kind!r} is not described"]
        if not kind.endswith("json"):
            return []
        try:
            value = json.loads(content)
        except ValueError:
            return ["the body is no JSON"]
        return self.answers.faults(value, described.get("schema", {}))

    def sent_faults(self, operation, sent):
        """Of a body that was accepted."""
        schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        if schema is None:
            return []
        try:
            value = json.loads(sent)
        except (ValueError, UnicodeDecodeError):
            return []
        one_by_one = operation["operationId"] in ITEM_BY_ITEM
        return ["accepted: " + x for x in self.requests.faults(value, schema) if not (one_by_one and x.startswith("/items/"))]
