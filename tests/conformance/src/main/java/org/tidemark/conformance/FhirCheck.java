package org.tidemark.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * One resource against FHIR R4 and the project's own definitions, by HAPI.
 *
 * <p>A warning fails as an error does, unless it is listed. A file without a resource and a validator that stops are
 * failures: each of them would otherwise look like a pass.
 */
final class FhirCheck {
    private static final int MOST_FAILURES_SHOWN = 5;

    /** What may stand, each with what it has to be about. */
    private static final List<Listed> LISTED = List.of(
            // A score has no unit; UCUM says so with an annotation, which a program has to be told not to convert.
            new Listed("TYPE_SPECIFIC_CHECKS_DT_QTY_UCUM_ANNOTATIONS", "{score}"),
            // Of an extension's definition alone: HAPI looks for the core definitions by a package that it does not carry.
            new Listed("ERROR_GENERATING_SNAPSHOT", "Unable to resolve package id hl7.fhir.r4.core#null"));

    private final FhirValidator validator;

    private record Listed(String id, String about) {
        boolean covers(SingleValidationMessage message) {
            return id.equals(message.getMessageId()) && message.getMessage().contains(about);
        }
    }

    FhirCheck(Path definitions) throws IOException {
        FhirContext context = FhirContext.forR4();
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new Definitions(context, definitions),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(chain);
        instances.setErrorForUnknownProfiles(true);
        instances.setAnyExtensionsAllowed(false);
        instances.setBestPracticeWarningLevel(BestPracticeWarningLevel.Warning);
        validator = context.newValidator();
        validator.registerValidatorModule(instances);
    }

    Outcome check(Path path) {
        String file = path.toString();
        String name = "FHIR R4";
        int resources;
        String json;
        try {
            json = Files.readString(path);
            resources = resources(json);
        } catch (IOException | JsonParseException | IllegalStateException broken) {
            return Outcome.failed(file, name, 0, "the file is no JSON object");
        }
        if (resources == 0) {
            return Outcome.failed(file, name, 0, "the file holds no resource");
        }
        ValidationResult result;
        try {
            result = validator.validateWithResult(json);
        } catch (RuntimeException broken) {
            // As it does on a null in an array.
            return Outcome.failed(file, name, resources, "the validator stopped: " + broken);
        }
        Map<String, String> failures = new TreeMap<>();
        for (SingleValidationMessage message : result.getMessages()) {
            boolean told = message.getSeverity() == ResultSeverityEnum.INFORMATION;
            if (!told && LISTED.stream().noneMatch(listed -> listed.covers(message))) {
                String said = message.getMessage().replaceAll("\\s+", " ");
                failures.putIfAbsent(
                        message.getMessageId() + said, message.getLocationString() + ": " + message.getMessageId() + " " + said);
            }
        }
        if (failures.isEmpty()) {
            return Outcome.passed(file, name, resources);
        }
        String reason = String.join("\n     ", failures.values().stream().limit(MOST_FAILURES_SHOWN).toList());
        return Outcome.failed(file, name, resources, reason);
    }

    /** The resources of a bundle, or 1 for a resource of another kind. */
    private static int resources(String json) {
        JsonObject resource = JsonParser.parseString(json).getAsJsonObject();
        JsonElement entries = resource.get("entry");
        boolean bundle = resource.has("resourceType") && "Bundle".equals(resource.get("resourceType").getAsString());
        if (!bundle) {
            return resource.has("resourceType") ? 1 : 0;
        }
        return entries == null || !entries.isJsonArray() ? 0 : entries.getAsJsonArray().size();
    }
}
