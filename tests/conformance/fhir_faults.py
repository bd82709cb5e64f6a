#!/usr/bin/env python3
"""Writes copies of a FHIR document with one fault each: tests/conformance/fhir_faults.py <bundle> <folder>

To stay quick, each copy keeps at most four resources of a kind, with the sections cut to them. `control` has no fault.
"""

import copy
import json
import pathlib
import sys

OURS = "urn:tidemark:fhir:"
MOST = 4


def short(bundle):
    """The same document with a few resources of each kind and code, and what those refer to."""
    kept, counts = [], {}
    for entry in bundle["entry"]:
        resource = entry["resource"]
        sort = (
            resource["resourceType"],
            json.dumps(resource.get("code", {}).get("coding", [{}])[0].get("code")),
            resource.get("status"),
            "partOf" in resource,
            "dataAbsentReason" in resource,
        )
        counts[sort] = counts.get(sort, 0) + 1
        if counts[sort] <= MOST:
            kept.append(entry)
    by_url = {entry["fullUrl"]: entry for entry in bundle["entry"]}
    urls = {entry["fullUrl"] for entry in kept}
    todo = list(kept[1:])
    while todo:
        for url in references(todo.pop()["resource"]):
            if url not in urls:
                urls.add(url)
                todo.append(by_url[url])
    bundle["entry"] = [entry for entry in bundle["entry"] if entry["fullUrl"] in urls]
    for section in bundle["entry"][0]["resource"]["section"]:
        if "entry" in section:
            section["entry"] = [ref for ref in section["entry"] if ref["reference"] in urls]
            if not section["entry"]:
                del section["entry"]
    return bundle


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


class Document:
    """A copy to break, with what stands in it by kind."""

    def __init__(self, good):
        self.bundle = copy.deepcopy(good)

    @property
    def entries(self):
        return self.bundle["entry"]

    @property
    def composition(self):
        return self.entries[0]["resource"]

    def first(self, kind, holds=lambda resource: True):
        return next(
            e["resource"] for e in self.entries if e["resource"]["resourceType"] == kind and holds(e["resource"])
        )

    def observation(self, key="valueInteger"):
        return self.first("Observation", lambda r: key in r)

    def timing(self):
        return self.first("CarePlan")["activity"][0]["detail"]["scheduledTiming"]["repeat"]

    def coded(self, code):
        return self.first(
            "Observation", lambda r: code in [c["code"] for c in r["code"].get("coding", [])]
        )

    def extension(self, name, kind="Observation"):
        resource = self.first(kind, lambda r: any(e["url"] == OURS + name for e in r.get("extension", [])))
        return next(e for e in resource["extension"] if e["url"] == OURS + name)


def set_in(thing, **values):
    thing.update(values)


# Each takes a Document and breaks one thing.
FAULTS = {
    # The document
    "two-compositions": lambda d: d.entries.append(
        {"fullUrl": "urn:uuid:00000000-0000-8000-8000-000000000001",
         "resource": {**copy.deepcopy(d.composition), "id": "00000000-0000-8000-8000-000000000001"}}
    ),
    "composition-not-first": lambda d: d.entries.insert(0, d.entries.pop(1)),
    "no-identifier": lambda d: d.bundle.pop("identifier"),
    "no-timestamp": lambda d: d.bundle.pop("timestamp"),
    "timestamp-without-zone": lambda d: set_in(d.bundle, timestamp="2026-11-23T10:00:00"),
    "unknown-type": lambda d: set_in(d.bundle, type="documents"),
    "duplicate-id": lambda d: d.entries.append(copy.deepcopy(d.entries[-2])),
    "address-of-another": lambda d: set_in(
        d.entries[2], fullUrl="urn:uuid:00000000-0000-8000-8000-000000000002"
    ),
    "orphan": lambda d: d.composition["section"][3]["entry"].pop(),
    "no-section-text": lambda d: d.composition["section"][0].pop("text"),
    "no-author": lambda d: d.composition.pop("author"),
    "no-title": lambda d: d.composition.pop("title"),
    "empty-array": lambda d: set_in(d.composition, section=[]),
    "null-in-array": lambda d: d.observation()["performer"].append(None),
    "null-value": lambda d: set_in(d.observation(), issued=None),
    "language-without-mark": lambda d: set_in(
        d.composition["text"], div=d.composition["text"]["div"].replace(' lang="en"', "").replace(' xml:lang="en"', "")
    ),
    # References
    "dangling-subject": lambda d: set_in(
        d.observation()["subject"], reference="urn:uuid:00000000-0000-8000-8000-000000000003"
    ),
    "dangling-session": lambda d: set_in(
        d.observation("partOf")["partOf"][0], reference="urn:uuid:00000000-0000-8000-8000-000000000004"
    ),
    "subject-is-the-program": lambda d: set_in(
        d.observation()["subject"],
        reference="urn:uuid:" + d.first("Device")["id"],
    ),
    "missing-subject": lambda d: d.first("Procedure").pop("subject"),
    "observation-about-nobody": lambda d: d.observation().pop("subject"),
    # Codes
    "unknown-loinc": lambda d: set_in(d.coded("44261-6")["code"]["coding"][0], code="44261-7"),
    "loinc-of-another": lambda d: set_in(d.coded("44261-6")["code"]["coding"][0], code="70274-6"),
    "wrong-loinc-name": lambda d: set_in(d.coded("44261-6")["code"]["coding"][0], display="PHQ-9 total"),
    "unknown-measure": lambda d: set_in(d.coded("stress")["code"]["coding"][0], code="strain"),
    "wrong-measure-name": lambda d: set_in(d.coded("stress")["code"]["coding"][0], display="Strain"),
    "unknown-style": lambda d: set_in(d.first("Procedure")["code"]["coding"][0], code="swedisch"),
    "wrong-category": lambda d: set_in(d.observation()["category"][0]["coding"][0], code="surveys"),
    "wrong-status": lambda d: set_in(d.observation(), status="done"),
    "procedure-status-of-a-goal": lambda d: set_in(d.first("Procedure"), status="on-track"),
    "wrong-reason-for-absence": lambda d: set_in(
        d.observation("dataAbsentReason")["dataAbsentReason"]["coding"][0], code="skipped"
    ),
    "wrong-agent": lambda d: set_in(
        d.first("Provenance")["agent"][0]["type"]["coding"][0], code="writer"
    ),
    # Values
    "value-and-reason": lambda d: set_in(
        d.observation(),
        dataAbsentReason=d.observation("dataAbsentReason")["dataAbsentReason"],
    ),
    "neither-value-nor-reason": lambda d: d.observation().pop("valueInteger"),
    "two-values": lambda d: set_in(d.observation(), valueString="4"),
    "number-as-text": lambda d: set_in(d.observation(), valueInteger="4"),
    "half-as-whole": lambda d: set_in(d.observation(), valueInteger=4.5),
    "off-the-scale": lambda d: set_in(d.observation(), valueInteger=11),
    "wrong-unit": lambda d: set_in(d.observation("valueQuantity")["valueQuantity"], code="hours"),
    "unit-without-system": lambda d: d.observation("valueQuantity")["valueQuantity"].pop("system"),
    # Times
    "date-that-does-not-exist": lambda d: set_in(d.observation(), effectiveDateTime="2026-02-30"),
    "time-without-zone": lambda d: set_in(d.observation(), effectiveDateTime="2026-02-20T10:00:00"),
    "offset-of-18-hours": lambda d: set_in(d.observation(), effectiveDateTime="2026-02-20T10:00:00+18:00"),
    "issued-on-a-day": lambda d: set_in(d.observation(), issued="2026-02-20"),
    "negative-period": lambda d: set_in(
        d.first("Procedure", lambda r: "end" in r["performedPeriod"])["performedPeriod"],
        end="2001-01-01T10:00:00+00:00",
    ),
    "negative-dose-period": lambda d: set_in(
        d.first("MedicationStatement"), effectivePeriod={"start": "2026-02-20", "end": "2026-02-19"}
    ),
    # Narratives
    "no-narrative": lambda d: d.observation().pop("text"),
    "empty-narrative": lambda d: set_in(
        d.observation()["text"], div='<div xmlns="http://www.w3.org/1999/xhtml"> </div>'
    ),
    "script-in-narrative": lambda d: set_in(
        d.observation()["text"], div='<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script>x</div>'
    ),
    "open-tag-in-narrative": lambda d: set_in(
        d.observation()["text"], div='<div xmlns="http://www.w3.org/1999/xhtml"><p>x</div>'
    ),
    "unescaped-words": lambda d: set_in(
        d.observation()["text"], div='<div xmlns="http://www.w3.org/1999/xhtml">a & b</div>'
    ),
    # Extensions
    "unknown-extension": lambda d: set_in(d.extension("frame"), url=OURS + "mood"),
    "unknown-entry-mode": lambda d: set_in(d.extension("entry-mode"), valueCode="alive"),
    "entry-mode-as-text": lambda d: set_in(d.extension("entry-mode"), valueString=d.extension("entry-mode").pop("valueCode")),
    "unknown-phase": lambda d: set_in(d.extension("phase"), valueCode="during"),
    "extension-twice": lambda d: d.observation()["extension"].append(copy.deepcopy(d.observation()["extension"][0])),
    "extension-out-of-place": lambda d: set_in(
        d.first("Patient"), extension=[copy.deepcopy(d.extension("frame"))]
    ),
    "pressure-of-6": lambda d: set_in(d.extension("pressure", "Procedure")["extension"][0], valueInteger=6),
    "daily-rating-with-phase": lambda d: d.coded("stress")["extension"].append({"url": OURS + "phase", "valueCode": "before"}),
    "scale-upside-down": lambda d: set_in(
        d.extension("scale"), valueRange={"low": {"value": 10}, "high": {"value": 0}}
    ),
    "no-logical-date": lambda d: d.observation()["extension"].pop(0),
    # Questionnaires
    "unknown-item": lambda d: set_in(d.first("QuestionnaireResponse")["item"][0], linkId="99"),
    "item-off-its-scores": lambda d: set_in(
        d.first("QuestionnaireResponse")["item"][0]["answer"][0], valueInteger=9
    ),
    "item-as-text": lambda d: set_in(
        d.first("QuestionnaireResponse")["item"][0], answer=[{"valueString": "1"}]
    ),
    "unknown-questionnaire": lambda d: set_in(
        d.first("QuestionnaireResponse"), questionnaire=OURS + "questionnaire:phq-99"
    ),
    # Other resources
    "unknown-element": lambda d: set_in(d.first("Goal"), mood="high"),
    "goal-without-words": lambda d: d.first("Goal").pop("description"),
    "medicine-without-name": lambda d: d.first("MedicationStatement").pop("medicationCodeableConcept"),
    "device-name-without-kind": lambda d: d.first("Device")["deviceName"][0].pop("type"),
    # The plan
    "plan-without-intent": lambda d: d.first("CarePlan").pop("intent"),
    "plan-as-an-order": lambda d: set_in(d.first("CarePlan"), intent="order"),
    "plan-status-of-a-session": lambda d: set_in(d.first("CarePlan"), status="not-done"),
    "plan-without-standing": lambda d: d.first("CarePlan")["activity"][0]["detail"].pop("status"),
    "plan-of-another-style": lambda d: set_in(
        d.first("CarePlan")["activity"][0]["detail"]["code"]["coding"][0], code="swedisch"
    ),
    "often-without-unit": lambda d: d.timing().pop("periodUnit"),
    "often-in-unknown-unit": lambda d: set_in(d.timing(), periodUnit="fortnight"),
    "length-without-unit": lambda d: d.timing().pop("durationUnit"),
    "team-is-the-person": lambda d: set_in(
        d.first("CarePlan")["careTeam"][0], reference="urn:uuid:" + d.first("Patient")["id"]
    ),
    # People
    "contact-without-kind": lambda d: d.first("Practitioner", lambda r: "telecom" in r)["telecom"][0].pop("system"),
    "qualification-without-words": lambda d: d.first("Practitioner", lambda r: "qualification" in r)[
        "qualification"
    ][0].pop("code"),
    "therapist-without-section": lambda d: next(
        s for s in d.composition["section"] if s["title"] == "Massage therapists"
    )["entry"].pop(),
    "session-given-by-a-goal": lambda d: set_in(
        d.first("Procedure", lambda r: "performer" in r)["performer"][0]["actor"],
        reference="urn:uuid:" + d.first("Goal")["id"],
    ),
    "team-without-person": lambda d: d.first("CareTeam").pop("subject"),
    "team-status-of-a-plan": lambda d: set_in(d.first("CareTeam"), status="revoked"),
    "member-from-nowhere": lambda d: set_in(
        d.first("CareTeam")["participant"][0]["member"], reference="urn:uuid:00000000-0000-8000-8000-000000000005"
    ),
    # The intake sheet
    "allergy-confirmed": lambda d: set_in(
        d.first("AllergyIntolerance")["verificationStatus"]["coding"][0], code="confirmed", display="Confirmed"
    ),
    "allergy-of-unknown-standing": lambda d: set_in(
        d.first("AllergyIntolerance")["clinicalStatus"]["coding"][0], code="bad"
    ),
    "allergy-without-standing": lambda d: d.first("AllergyIntolerance").pop("clinicalStatus"),
    "allergy-of-nobody": lambda d: d.first("AllergyIntolerance").pop("patient"),
    "history-confirmed": lambda d: set_in(
        d.first("Condition")["verificationStatus"]["coding"][0], code="confirmed", display="Confirmed"
    ),
    "history-said-by-the-program": lambda d: set_in(
        d.first("Condition")["asserter"], reference="urn:uuid:" + d.first("Device")["id"]
    ),
    "history-said-by-nobody": lambda d: d.first("Condition").pop("asserter"),
    "relation-to-nobody": lambda d: d.first("RelatedPerson").pop("patient"),
}


def main(path, folder):
    good = short(json.loads(pathlib.Path(path).read_text()))
    folder = pathlib.Path(folder)

    def write(name, text):
        (folder / f"{name}.json").write_text(text)

    whole = json.dumps(good, ensure_ascii=False)
    write("control", whole)
    for name, fault in FAULTS.items():
        document = Document(good)
        fault(document)
        if document.bundle == good:
            sys.exit(f"fault {name} changed nothing")
        write(name, json.dumps(document.bundle, ensure_ascii=False))
    # What no JSON writer writes.
    write("cut-off", whole[: len(whole) * 2 // 3])
    write("empty", "")
    write("no-json", "not a document")
    write("no-resource", "{}")
    write("no-entry", '{"resourceType":"Bundle","type":"document","entry":[]}')
    key = '"status": "final"'
    write("key-twice", whole.replace(key, f"{key}, {key}", 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
