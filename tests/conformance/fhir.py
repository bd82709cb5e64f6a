#!/usr/bin/env python3
"""What a FHIR validator does not see, over documents: tests/conformance/fhir.py <bundle>...

Looks at the names of codes, at ids, at what is reached from the Composition, at narratives, at duplicate keys, at the
scale of each value and at the order of a document. One line a file, then `N passed, N failed`.
"""

import json
import pathlib
import re
import sys

DEFINITIONS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "fhir"
SYSTEMS = {
    system["url"]: {concept["code"]: concept["display"] for concept in system["concept"]}
    for system in (json.loads(path.read_text()) for path in DEFINITIONS.glob("CodeSystem-*.json"))
}
OURS = "urn:tidemark:fhir:"


def once(pairs):
    """An object whose keys are all different."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def walk(value):
    """All objects within a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def extension(resource, name):
    found = [e for e in resource.get("extension", []) if e.get("url") == OURS + name]
    return found[0] if found else None


def faults(text):
    """What is wrong with a document, in words; nothing when nothing is."""
    bundle = json.loads(text, object_pairs_hook=once)
    resources = [entry["resource"] for entry in bundle["entry"]]
    kinds = [resource["resourceType"] for resource in resources]
    if kinds[0] != "Composition" or kinds.count("Composition") != 1:
        yield "the Composition is not the first and only one"
    if kinds.count("Patient") != 1 or kinds.count("Device") != 1 or kinds.count("Provenance") != 1:
        yield "Patient, Device and Provenance are not there once each"
    ids = [resource["id"] for resource in resources]
    if len(set(ids)) != len(ids):
        yield "two resources have one id"
    for entry in bundle["entry"]:
        if entry["fullUrl"] != "urn:uuid:" + entry["resource"]["id"]:
            yield "a full address is not that of its resource"
            break
    urls = {entry["fullUrl"] for entry in bundle["entry"]}
    patient = "urn:uuid:" + next((r["id"] for r in resources if r["resourceType"] == "Patient"), "")
    listed = [ref["reference"] for section in resources[0]["section"] for ref in section.get("entry", [])]
    if len(set(listed)) != len(listed):
        yield "a resource stands in two sections"
    alone = {"Composition", "Patient", "Device", "RelatedPerson", "Provenance"}
    if {"urn:uuid:" + r["id"] for r in resources if r["resourceType"] not in alone} != set(listed):
        yield "the sections do not list exactly the resources"
    for thing in walk(bundle):
        reference = thing.get("reference")
        if isinstance(reference, str) and reference not in urls:
            yield "a reference leads out of the document"
            break
    for thing in walk(bundle):
        names = SYSTEMS.get(thing.get("system"))
        if names is not None and names.get(thing.get("code")) != thing.get("display"):
            yield f"{thing.get('system')} {thing.get('code')} has another name"
        extensions = [extension.get("url") for extension in thing.get("extension", [])]
        if len(set(extensions)) != len(extensions):
            yield "an extension stands twice"
    for resource in resources:
        kind = resource["resourceType"]
        words = re.sub("<[^>]*>", "", resource.get("text", {}).get("div", "")).strip()
        if not words:
            yield f"a {kind} says nothing in words"
        subject = resource.get("subject", resource.get("patient"))
        if kind not in {"Patient", "Device", "Provenance", "Practitioner"} and (subject or {}).get("reference") != patient:
            yield f"a {kind} is not about the person"
        if kind == "Observation":
            yield from observation(resource)
        if kind in {"AllergyIntolerance", "Condition"}:
            status = [coding["code"] for coding in resource.get("verificationStatus", {}).get("coding", [])]
            if status != ["unconfirmed"]:
                yield f"a {kind} says that somebody confirmed it"
            if "asserter" not in resource:
                yield f"a {kind} is said by nobody"
        if kind == "CarePlan" and resource.get("intent") != "plan":
            yield "a CarePlan is an order"


def observation(resource):
    values = [key for key in resource if key.startswith("value")]
    if len(values) + ("dataAbsentReason" in resource) != 1:
        yield "an Observation has not one value or one reason for none"
    scale = extension(resource, "scale")
    number = resource.get("valueInteger", resource.get("valueQuantity", {}).get("value"))
    if scale and number is not None:
        low, high = (scale["valueRange"][end]["value"] for end in ("low", "high"))
        if not low <= number <= high:
            yield "a value is off its scale"
    if number is not None and not scale:
        yield "a number has no scale"
    if ("partOf" in resource) != (extension(resource, "phase") is not None) and number is not None:
        yield "a rating around a session has no phase, or a daily one has"
    if extension(resource, "logical-date") is None:
        yield "an Observation has no day"


def main(paths):
    passed = failed = 0
    for path in paths:
        try:
            said = list(dict.fromkeys(faults(pathlib.Path(path).read_text())))
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as broken:
            said = [f"it cannot be read as a document: {broken!r}"]
        passed, failed = passed + (not said), failed + bool(said)
        print(f"{'FAIL' if said else 'ok  '} document {path}")
        for line in said[:5]:
            print("    ", line)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
